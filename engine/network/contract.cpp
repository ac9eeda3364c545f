// SPDX-License-Identifier: Apache-2.0
#include "network/contract.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace aidway {
namespace {

constexpr std::uint32_t none = 0xffff'ffff;

/// A stretch of a way between two nodes at which something may change.
struct Part {
    std::uint32_t way;
    std::uint64_t begin;  ///< its first node, in the row of all ways
    std::uint64_t end;    ///< its last
};

/// A part in one direction of travel.
struct Ride {
    std::uint32_t part;
    bool forward;
};

class Contraction {
public:
    explicit Contraction(NodeWays ways) : ways_(std::move(ways)) {}

    Contracted make() {
        count_stretches();
        cut_at_nodes();
        link_ends();
        result_.pieces.first.push_back(0);
        taken_.assign(parts_.size(), false);
        // Chains first, from the part at one of their ends; what is left are rings.
        for (const bool rings : {false, true}) {
            for (std::uint32_t part = 0; part < parts_.size(); ++part) {
                if (taken_[part]) continue;
                if (rings || !next({part, true})) {
                    follow({part, false}, rings);
                } else if (!next({part, false})) {
                    follow({part, true}, rings);
                }
            }
        }
        result_.pieces.words = std::move(ways_.words);
        auto& empty = result_.without_length;
        std::sort(empty.begin(), empty.end());
        empty.erase(std::unique(empty.begin(), empty.end()), empty.end());
        return std::move(result_);
    }

private:
    /// How many stretches meet at each node; more than two are three.
    void count_stretches() {
        degree_.assign(ways_.node.size(), 0);
        const auto meet = [this](std::uint64_t at) {
            auto& degree = degree_[ways_.nodes[at]];
            if (degree < 3) ++degree;
        };
        for (std::size_t way = 0; way + 1 < ways_.first.size(); ++way) {
            for (std::uint64_t at = ways_.first[way] + 1; at < ways_.first[way + 1]; ++at) {
                meet(at - 1);
                meet(at);
            }
        }
    }

    [[nodiscard]] bool stays(std::uint32_t node) const { return degree_[node] != 2 || ways_.keep[node]; }

    void cut_at_nodes() {
        for (std::uint32_t way = 0; way + 1 < ways_.first.size(); ++way) {
            std::uint64_t begin = ways_.first[way];
            const std::uint64_t last = ways_.first[way + 1] - 1;
            for (std::uint64_t at = begin + 1; at <= last; ++at) {
                if (at != last && !stays(ways_.nodes[at])) continue;
                parts_.push_back({way, begin, at});
                begin = at;
            }
        }
    }

    /// The two parts that meet at each node where just two do.
    void link_ends() {
        ends_.assign(ways_.node.size(), {none, none});
        for (std::uint32_t part = 0; part < parts_.size(); ++part) {
            for (const std::uint64_t at : {parts_[part].begin, parts_[part].end}) {
                const std::uint32_t node = ways_.nodes[at];
                if (stays(node)) continue;
                auto& pair = ends_[node];
                (pair[0] == none ? pair[0] : pair[1]) = part;
            }
        }
    }

    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> labels(Ride ride) const {
        const std::uint32_t way = parts_[ride.part].way;
        std::pair both(ways_.forward[way], ways_.backward[way]);
        if (!ride.forward) std::swap(both.first, both.second);
        return both;
    }
    [[nodiscard]] std::uint32_t end_node(Ride ride) const {
        const Part& part = parts_[ride.part];
        return ways_.nodes[ride.forward ? part.end : part.begin];
    }

    /// How one goes on at the end of a ride where nothing changes.
    [[nodiscard]] std::optional<Ride> next(Ride ride) const {
        const std::uint32_t node = end_node(ride);
        if (stays(node)) return std::nullopt;
        const auto [a, b] = ends_[node];
        if (b == none || a == b) return std::nullopt;  // a way that ends at its own beginning
        const std::uint32_t other = a == ride.part ? b : a;
        const Ride on{other, ways_.nodes[parts_[other].begin] == node};
        if (labels(on) != labels(ride)) return std::nullopt;
        return on;
    }

    /// Takes the whole chain that begins with `ride`.
    void follow(Ride ride, bool ring) {
        if (ring) ride.forward = true;
        std::vector<Ride> chain;
        for (std::optional<Ride> at = ride; at && !taken_[at->part]; at = next(*at)) {
            taken_[at->part] = true;
            chain.push_back(*at);
        }
        const auto feature = [this](Ride of) { return ways_.feature[parts_[of.part].way]; };
        const Ride least =
            *std::min_element(chain.begin(), chain.end(), [&](Ride a, Ride b) { return feature(a) < feature(b); });
        if (!least.forward) {
            std::reverse(chain.begin(), chain.end());
            for (Ride& part : chain) part.forward = !part.forward;
        }
        add_piece(chain, feature(least));
    }

    void add_piece(const std::vector<Ride>& chain, std::int64_t feature) {
        RoadPieces& pieces = result_.pieces;
        const std::size_t begin = pieces.points.size();
        const auto add = [&](std::uint64_t at) {
            const GridPoint point = ways_.node[ways_.nodes[at]];
            if (pieces.points.size() == begin || pieces.points.back() != point) pieces.points.push_back(point);
        };
        for (const Ride& ride : chain) {
            const Part& part = parts_[ride.part];
            if (ride.forward) {
                for (std::uint64_t at = part.begin; at <= part.end; ++at) add(at);
            } else {
                for (std::uint64_t at = part.end + 1; at-- > part.begin;) add(at);
            }
        }
        std::int64_t length = 0;
        for (std::size_t i = begin + 1; i < pieces.points.size(); ++i) {
            length += length_mm(pieces.points[i - 1], pieces.points[i]);
        }
        if (length == 0) {
            pieces.points.resize(begin);
            for (const Ride& ride : chain) {
                const Part& part = parts_[ride.part];
                result_.without_length.push_back({ways_.feature[part.way], ways_.node[ways_.nodes[part.begin]]});
            }
            return;
        }
        auto [forward, backward] = labels(chain.front());
        if (forward == RoadPieces::no_label) {  // passable against the drawing alone
            std::reverse(pieces.points.begin() + static_cast<std::ptrdiff_t>(begin), pieces.points.end());
            std::swap(forward, backward);
        }
        pieces.first.push_back(pieces.points.size());
        pieces.length_mm.push_back(length);
        pieces.feature.push_back(feature);
        pieces.forward.push_back(forward);
        pieces.backward.push_back(backward);
    }

    NodeWays ways_;
    std::vector<std::uint8_t> degree_;
    std::vector<Part> parts_;
    std::vector<std::array<std::uint32_t, 2>> ends_;  // per node
    std::vector<bool> taken_;
    Contracted result_;
};

}  // namespace

Contracted contract(NodeWays ways) { return Contraction(std::move(ways)).make(); }

}  // namespace aidway
