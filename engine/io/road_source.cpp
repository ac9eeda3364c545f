// SPDX-License-Identifier: Apache-2.0
#include "io/road_source.hpp"

#include <fmt/format.h>

#include <iterator>

#include "io/csv.hpp"
#include "io/osm/osm_file.hpp"
#include "io/text_file.hpp"
#include "network/network_file.hpp"
#include "network/short_lengths.hpp"

namespace aidway {
namespace {

std::optional<SourcedRoads> read_osm(const RoadSource& source, std::vector<Diagnostic>& faults) {
    if (!source.meanings) throw std::invalid_argument("there is no file of meanings");
    const auto meanings = read_tag_meanings(source.meanings->shown, read_text_file(source.meanings->path), faults);
    if (!meanings) return std::nullopt;
    OsmOptions options;
    options.ferries = source.ferries;
    auto roads = read_osm_file(source.roads.path, *meanings, options, source.roads.shown, faults);
    if (!roads) return std::nullopt;
    SourcedRoads read;
    for (const auto& [value, ways] : roads->unread) {
        read.notes.push_back(fmt::format("{} on {} way{}: no limit that can be read, so none is kept", value, ways,
                                         ways == 1 ? "" : "s"));
    }
    if (roads->outside > 0) {
        read.notes.push_back(fmt::format("{} roads have no node in the file: left out", roads->outside));
    }
    read.network = RoadNetwork(std::move(roads->pieces));
    read.repairs = std::move(roads->repairs);
    read.gates = std::move(roads->gates);
    read.objects = {{"nodes", roads->nodes}, {"ways", roads->ways}, {"roads", roads->roads}};
    return read;
}

std::vector<LineFeature> read_lines(const RoadSource& source, std::vector<Diagnostic>& faults) {
    const auto& [path, shown] = source.roads;
    if (!source.places) return read_line_layer(path, source.columns, shown, faults);
    const Table places = parse_csv(source.places->shown, read_text_file(source.places->path), faults);
    const Table links = parse_csv(shown, read_text_file(path), faults);
    LinkColumns columns = source.links;
    columns.link = source.columns;
    return read_links(places, links, columns, faults);
}

}  // namespace

std::optional<SourcedRoads> roads_of_lines(const std::vector<LineFeature>& lines, const BuildOptions& options,
                                           const std::string& shown, std::vector<Diagnostic>& faults) {
    const std::size_t before = faults.size();
    auto built = build_network(lines, options, shown, faults);
    if (faults.size() > before && built.network.arc_count() == 0) return std::nullopt;
    SourcedRoads read{std::move(built.network), std::move(built.repairs), {}, {}, {}};
    auto impossible = short_lengths(lines);
    std::move(impossible.begin(), impossible.end(), std::back_inserter(read.repairs));
    return read;
}

std::optional<SourcedRoads> read_roads(const RoadSource& source, std::vector<Diagnostic>& faults) {
    if (!source.places && source.roads.path.extension() == network_file_ending) {
        auto network = load_network(source.roads.path, source.roads.shown, faults);
        if (!network) return std::nullopt;
        return SourcedRoads{std::move(*network), {}, {}, {}, {}};
    }
    if (!source.places && is_osm_file(source.roads.path)) return read_osm(source, faults);
    const std::size_t before = faults.size();
    const auto lines = read_lines(source, faults);
    if (lines.empty() && faults.size() > before) return std::nullopt;
    // Links meet at their places alone, however near another one they pass.
    const Distance join_within = source.places ? Distance{} : source.join_within;
    const Crossings crossings = source.places ? Crossings::leave : source.crossings;
    auto read = roads_of_lines(lines, {join_within, source.mend, crossings}, source.roads.shown, faults);
    return faults.size() > before && read && read->network.arc_count() == 0 ? std::nullopt : std::move(read);
}

}  // namespace aidway
