// SPDX-License-Identifier: Apache-2.0
#include "network/contract.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/stretches.hpp"

namespace aidway {
namespace {

constexpr std::uint32_t none = 0xffff'ffff;

/// A stretch of a way between two nodes at which something may change.
struct Part {
    std::uint32_t way;
    std::uint64_t begin;  ///< its first node, in the row of all ways
    std::uint64_t end;    ///< its last
};

/// One end of a part: twice the part's number, and one more at its last node. Names a ride along the part, too: the one
/// that leaves it there.
using End = std::uint32_t;
End last_of(std::uint32_t part) { return 2 * part + 1; }
End first_of(std::uint32_t part) { return 2 * part; }
End opposite(End end) { return end ^ 1U; }

void drop_without_length(RoadPieces& pieces) {
    std::size_t left = 0, point = 0;
    for (std::size_t piece = 0; piece < pieces.feature.size(); ++piece) {
        if (pieces.length_mm[piece] == 0) continue;
        for (std::uint64_t i = pieces.first[piece]; i < pieces.first[piece + 1]; ++i) {
            pieces.points[point++] = pieces.points[i];
        }
        pieces.length_mm[left] = pieces.length_mm[piece];
        pieces.feature[left] = pieces.feature[piece];
        pieces.forward[left] = pieces.forward[piece];
        pieces.backward[left] = pieces.backward[piece];
        pieces.first[++left] = point;
    }
    pieces.points.resize(point);
    pieces.first.resize(left + 1);
    pieces.length_mm.resize(left);
    pieces.feature.resize(left);
    pieces.forward.resize(left);
    pieces.backward.resize(left);
}

class Contraction {
public:
    explicit Contraction(NodeWays ways) : ways_(std::move(ways)) {}

    Contracted make() {
        count_stretches();
        cut_at_nodes();
        link_ends();
        taken_.assign(parts_.size(), false);
        // Chains first, from the part at one of their ends; what is left are rings.
        for (std::uint32_t part = 0; part < parts_.size(); ++part) {
            if (taken_[part]) continue;
            if (next_[last_of(part)] == none) {
                follow(first_of(part));
            } else if (next_[first_of(part)] == none) {
                follow(last_of(part));
            }
        }
        for (std::uint32_t part = 0; part < parts_.size(); ++part) {
            if (!taken_[part]) follow(last_of(part));
        }
        draw();
        result_.pieces.words = std::move(ways_.words);
        return std::move(result_);
    }

private:
    /// How many stretches meet at each node; more than two are three.
    void count_stretches() {
        meeting_.assign(ways_.node.size(), 0);
        const auto meet = [this](std::uint64_t at) {
            auto& count = meeting_[ways_.nodes[at]];
            if (count < 3) ++count;
        };
        for (std::size_t way = 0; way + 1 < ways_.first.size(); ++way) {
            for (std::uint64_t at = ways_.first[way] + 1; at < ways_.first[way + 1]; ++at) {
                meet(at - 1);
                meet(at);
            }
        }
        for (const std::uint32_t node : ways_.keep) meeting_[node] = 3;
    }

    [[nodiscard]] bool stays(std::uint32_t node) const { return meeting_[node] != 2; }

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

    /// Where one goes on at the end of a part because two meet there and nothing changes.
    void link_ends() {
        std::vector<std::pair<std::uint32_t, End>> joints;  // by node
        for (std::uint32_t part = 0; part < parts_.size(); ++part) {
            for (const End end : {first_of(part), last_of(part)}) {
                if (const std::uint32_t node = node_at(end); !stays(node)) joints.emplace_back(node, end);
            }
        }
        std::sort(joints.begin(), joints.end());
        next_.assign(2 * parts_.size(), none);
        for (std::size_t i = 1; i < joints.size(); ++i) {
            const auto [node, a] = joints[i - 1];
            const End b = joints[i].second;
            if (node != joints[i].first || a == opposite(b)) continue;  // or a way that ends at its own beginning
            if (labels(a) != labels(opposite(b))) continue;
            next_[a] = opposite(b);
            next_[b] = opposite(a);
        }
    }

    [[nodiscard]] std::uint32_t node_at(End end) const {
        const Part& part = parts_[end / 2];
        return ways_.nodes[end % 2 == 1 ? part.end : part.begin];
    }
    /// Along and against a ride.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> labels(End ride) const {
        const std::uint32_t way = parts_[ride / 2].way;
        std::pair both(ways_.forward[way], ways_.backward[way]);
        if (ride % 2 == 0) std::swap(both.first, both.second);
        return both;
    }
    [[nodiscard]] std::int64_t feature(End ride) const { return ways_.feature[parts_[ride / 2].way]; }

    /// Makes a piece of the chain that begins with a ride.
    void follow(End ride) {
        chain_.clear();
        for (End at = ride; at != none && !taken_[at / 2]; at = next_[at]) {
            taken_[at / 2] = true;
            chain_.push_back(at);
        }
        const End least =
            *std::min_element(chain_.begin(), chain_.end(), [this](End a, End b) { return feature(a) < feature(b); });
        if (least == first_of(least / 2)) {
            std::reverse(chain_.begin(), chain_.end());
            for (End& at : chain_) at = opposite(at);
        }
        add_piece(feature(least));
    }

    void add_piece(std::int64_t feature) {
        RoadPieces& pieces = result_.pieces;
        auto [forward, backward] = labels(chain_.front());
        if (forward == RoadPieces::no_label) {  // passable against the drawing alone
            std::reverse(chain_.begin(), chain_.end());
            for (End& at : chain_) at = opposite(at);
            std::swap(forward, backward);
        }
        rides_.insert(rides_.end(), chain_.begin(), chain_.end());
        first_ride_.push_back(rides_.size());
        pieces.feature.push_back(feature);
        pieces.forward.push_back(forward);
        pieces.backward.push_back(backward);
    }

    /// Calls `found` for the points of a piece; of neighbours that are equal once.
    template <class Found>
    void each_point(std::size_t piece, const Found& found) const {
        std::optional<GridPoint> before;
        const auto add = [&](std::uint64_t at) {
            const GridPoint point = ways_.node[ways_.nodes[at]];
            if (before != point) found(point);
            before = point;
        };
        for (std::uint64_t i = first_ride_[piece]; i < first_ride_[piece + 1]; ++i) {
            const Part& part = parts_[rides_[i] / 2];
            if (rides_[i] % 2 == 1) {
                for (std::uint64_t at = part.begin; at <= part.end; ++at) add(at);
            } else {
                for (std::uint64_t at = part.end + 1; at-- > part.begin;) add(at);
            }
        }
    }

    /// Draws and measures all pieces, and leaves out those without length.
    void draw() {
        RoadPieces& pieces = result_.pieces;
        const std::size_t count = pieces.feature.size();
        constexpr std::size_t stretch = 4096;
        pieces.first.assign(count + 1, 0);
        in_stretches(count, stretch, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) each_point(i, [&](GridPoint) { ++pieces.first[i + 1]; });
        });
        for (std::size_t i = 0; i < count; ++i) pieces.first[i + 1] += pieces.first[i];
        pieces.points.resize(pieces.first.back());
        pieces.length_mm.assign(count, 0);
        in_stretches(count, stretch, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                GridPoint* to = pieces.points.data() + pieces.first[i];
                each_point(i, [&to](GridPoint point) { *to++ = point; });
                for (std::uint64_t at = pieces.first[i] + 1; at < pieces.first[i + 1]; ++at) {
                    pieces.length_mm[i] += length_mm(pieces.points[at - 1], pieces.points[at]);
                }
            }
        });
        if (std::find(pieces.length_mm.begin(), pieces.length_mm.end(), 0) != pieces.length_mm.end()) tell_empty();
    }

    void tell_empty() {
        auto& empty = result_.without_length;
        for (std::size_t piece = 0; piece < result_.pieces.feature.size(); ++piece) {
            if (result_.pieces.length_mm[piece] != 0) continue;
            for (std::uint64_t i = first_ride_[piece]; i < first_ride_[piece + 1]; ++i) {
                empty.push_back({feature(rides_[i]), ways_.node[node_at(first_of(rides_[i] / 2))]});
            }
        }
        std::sort(empty.begin(), empty.end());
        empty.erase(std::unique(empty.begin(), empty.end()), empty.end());
        drop_without_length(result_.pieces);
    }

    NodeWays ways_;
    LongVector<std::uint8_t> meeting_;  // per node
    LongVector<Part> parts_;
    LongVector<End> next_;  // per ride, the one that goes on
    std::vector<bool> taken_;
    std::vector<End> chain_;
    LongVector<End> rides_;                    // of all pieces, side by side
    LongVector<std::uint64_t> first_ride_{0};  // per piece; and one more
    Contracted result_;
};

}  // namespace

Contracted contract(NodeWays ways) { return Contraction(std::move(ways)).make(); }

}  // namespace aidway
