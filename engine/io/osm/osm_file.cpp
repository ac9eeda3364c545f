// SPDX-License-Identifier: Apache-2.0
#include "io/osm/osm_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/osm.hpp>
#include <osmium/thread/pool.hpp>
#include <stdexcept>
#include <tuple>

#include "core/stretches.hpp"
#include "io/osm/node_places.hpp"
#include "io/osm/pbf_parser.hpp"
#include "io/osm/tag_judge.hpp"
#include "io/osm/unpacked_size.hpp"
#include "io/room.hpp"
#include "network/contract.hpp"

namespace aidway {
namespace {

namespace fs = std::filesystem;

class OsmReader {
public:
    OsmReader(const TagMeanings& meanings, const OsmOptions& options)
        : threads_(options.threads), judge_(meanings, ways_.words, options.ferries) {
        ways_.first.push_back(0);
    }

    void read(const fs::path& path) {
        close_pbf_files_that_fail();
        // An absolute path is never taken for an address on a network.
        const osmium::io::File file(fs::absolute(path).string());
        if (path.extension() == ".gz" && swells(path)) throw std::runtime_error(too_much);
        room_ = Room(fs::file_size(path));
        osmium::thread::Pool pool(threads_, 64);
        osmium::io::Reader reader(file, pool, osmium::osm_entity_bits::node | osmium::osm_entity_bits::way);
        while (const osmium::memory::Buffer buffer = reader.read()) {
            for (const auto& item : buffer) {
                if (item.type() == osmium::item_type::node) {
                    take_room(1);
                    add(static_cast<const osmium::Node&>(item));
                } else if (item.type() == osmium::item_type::way) {
                    take_room(1 + static_cast<const osmium::Way&>(item).nodes().size());
                    add(static_cast<const osmium::Way&>(item));
                }
            }
        }
        reader.close();
    }

    OsmRoads finish() {
        places_.finish();
        order_rows();
        lay_ways();
        place_gates();
        ways_.node = std::move(places_).take();
        Contracted contracted = contract(std::move(ways_));
        for (const auto& [way, at] : contracted.without_length) {
            result_.repairs.push_back({lon_lat(at), "zero_length",
                                       fmt::format("way {} has a stretch without length: left out", way), Distance{}});
        }
        result_.pieces = std::move(contracted.pieces);
        result_.unread = judge_.unread();
        std::sort(result_.repairs.begin(), result_.repairs.end(), [](const Repair& a, const Repair& b) {
            return std::tie(a.at.lon_deg, a.at.lat_deg, a.kind, a.what) <
                   std::tie(b.at.lon_deg, b.at.lat_deg, b.kind, b.what);
        });
        return std::move(result_);
    }

private:
    static constexpr const char* too_much = "it holds more than a file of its size can";

    void take_room(std::uint64_t objects) {
        if (!room_.take(objects)) throw std::runtime_error(too_much);
    }

    Tags tags_of(const osmium::OSMObject& object) {
        tags_.clear();
        for (const auto& tag : object.tags()) tags_.emplace_back(tag.key(), tag.value());
        return tags_;
    }

    void add(const osmium::Node& node) {
        if (!node.visible()) return;
        ++result_.nodes;
        const osmium::Location at = node.location();
        if (!at.valid()) return;
        places_.add(node.id(), {at.x(), at.y()});
        if (node.tags().empty()) return;
        const Tags tags = tags_of(node);
        if (const std::string* kind = judge_.gate(tags)) gates_.push_back({node.id(), *kind, judge_.name(tags)});
    }

    void add(const osmium::Way& way) {
        if (!way.visible()) return;
        ++result_.ways;
        const auto road = judge_.road(tags_of(way));
        if (!road) return;
        const std::size_t begin = refs_.size();
        for (const auto& node : way.nodes()) refs_.push_back(node.ref());
        rows_.push_back({way.id(), *road, begin, refs_.size()});
    }

    /// By number, so that the order of the file does not show; of several ways with one number the first counts.
    void order_rows() {
        const auto by_id = [](const Row& a, const Row& b) { return a.id < b.id; };
        if (!std::is_sorted(rows_.begin(), rows_.end(), by_id)) std::stable_sort(rows_.begin(), rows_.end(), by_id);
        for (std::size_t i = 1; i < rows_.size(); ++i) rows_[i].repeated = rows_[i].id == rows_[i - 1].id;
    }

    /// Positions of the nodes of roads among all nodes of the file.
    [[nodiscard]] LongVector<std::uint32_t> find_nodes() const {
        LongVector<std::uint32_t> positions(refs_.size());
        in_stretches(refs_.size(), 65536, [&](std::size_t begin, std::size_t end) {
            std::uint32_t before = NodePlaces::missing;
            for (std::size_t i = begin; i < end; ++i) before = positions[i] = places_.find(refs_[i], before);
        });
        return positions;
    }

    void lay_ways() {
        const LongVector<std::uint32_t> positions = find_nodes();
        refs_ = {};
        on_road_.assign(places_.size(), false);
        ways_.nodes.reserve(positions.size());
        for (const Row& row : rows_) {
            const std::size_t before = ways_.feature.size();
            std::size_t absent = 0;
            std::uint32_t known = NodePlaces::missing;
            for (std::size_t i = row.begin; i < row.end; ++i) {
                const std::uint32_t position = positions[i];
                if (position == NodePlaces::missing) {
                    ++absent;
                    end_row(row);
                    continue;
                }
                known = position;
                if (row.repeated) continue;
                on_road_[position] = true;
                const bool begins = ways_.nodes.size() == ways_.first.back();
                if (begins || ways_.nodes.back() != position) ways_.nodes.push_back(position);
            }
            end_row(row);
            if (!row.repeated) ++result_.roads;
            tell(row, absent, known, ways_.feature.size() > before);
        }
    }

    struct Row;
    /// Ends a way, or the part of it before a node that the file lacks; less than a stretch is none.
    void end_row(const Row& row) {
        const std::uint64_t begin = ways_.first.back();
        if (ways_.nodes.size() - begin < 2) {
            ways_.nodes.resize(begin);
            return;
        }
        ways_.first.push_back(ways_.nodes.size());
        ways_.feature.push_back(row.id);
        ways_.forward.push_back(row.road.forward);
        ways_.backward.push_back(row.road.backward);
    }

    void tell(const Row& row, std::size_t absent, std::uint32_t last_known, bool made) {
        const std::size_t nodes = row.end - row.begin;
        const bool known = last_known != NodePlaces::missing;
        const LonLat at = known ? lon_lat(places_.place(last_known)) : LonLat{};
        if (row.repeated) {
            result_.repairs.push_back(
                {at, "duplicate", fmt::format("way {} is in the file more than once: the first counts", row.id), {}});
        } else if (absent > 0 && known) {
            result_.repairs.push_back({at,
                                       "cut",
                                       fmt::format("way {}: {} of its {} nodes {} not in the file: left out", row.id,
                                                   absent, nodes, absent == 1 ? "is" : "are"),
                                       {}});
        } else if (absent > 0) {
            ++result_.outside;
        } else if (!made) {
            result_.repairs.push_back({at,
                                       "zero_length",
                                       fmt::format("way {} does not lead from one node to another: left out", row.id),
                                       {}});
        }
    }

    void place_gates() {
        std::stable_sort(gates_.begin(), gates_.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
        for (std::size_t i = 0; i < gates_.size(); ++i) {
            const auto& [id, kind, name] = gates_[i];
            if (i > 0 && gates_[i - 1].id == id) continue;
            const std::uint32_t position = places_.find(id);
            if (!on_road_[position]) continue;
            ways_.keep.push_back(position);
            result_.gates.push_back({lon_lat(places_.place(position)), kind, name, id});
        }
        std::sort(result_.gates.begin(), result_.gates.end(), [](const GateCandidate& a, const GateCandidate& b) {
            return std::tie(a.at.lon_deg, a.at.lat_deg, a.node) < std::tie(b.at.lon_deg, b.at.lat_deg, b.node);
        });
    }

    struct Row {
        std::int64_t id;
        TagJudge::Road road;
        std::size_t begin, end;  ///< its nodes among those of all roads
        bool repeated = false;
    };
    struct TaggedNode {
        std::int64_t id;
        std::string kind, name;
    };

    int threads_;
    Room room_;  // for nodes, ways and their parts
    NodeWays ways_;
    TagJudge judge_;
    NodePlaces places_;
    std::vector<std::pair<std::string_view, std::string_view>> tags_;
    LongVector<std::int64_t> refs_;  // nodes of roads, side by side
    LongVector<Row> rows_;           // the roads
    std::vector<bool> on_road_;      // per position of a node
    std::vector<TaggedNode> gates_;
    OsmRoads result_;
};

}  // namespace

std::optional<OsmRoads> read_osm_file(const fs::path& path, const TagMeanings& meanings, const OsmOptions& options,
                                      const std::string& shown_path, std::vector<Diagnostic>& faults) {
    OsmReader reader(meanings, options);
    const auto fault = [&](std::string message) { faults.push_back({shown_path, {}, "", std::move(message)}); };
    try {
        reader.read(path);
    } catch (const std::exception& error) {
        // What the decoders throw has no common base, and their words are the best there are.
        fault(fmt::format("cannot be read to its end as OpenStreetMap data: {}", error.what()));
        return std::nullopt;
    }
    OsmRoads roads = reader.finish();
    if (roads.pieces.feature.empty()) {
        fault(fmt::format("there are no roads among {} ways and {} nodes: expected ways with the tag highway",
                          roads.ways, roads.nodes));
        return std::nullopt;
    }
    return roads;
}

bool is_osm_file(const fs::path& path) {
    const std::string name = path.filename().string();
    static constexpr std::string_view endings[] = {".osm.pbf", ".pbf", ".osm", ".osm.gz"};
    return std::any_of(std::begin(endings), std::end(endings),
                       [&name](std::string_view ending) { return name.ends_with(ending); });
}

}  // namespace aidway
