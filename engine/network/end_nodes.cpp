// SPDX-License-Identifier: Apache-2.0
#include "network/end_nodes.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "core/stretches.hpp"

namespace aidway {
namespace {

struct End {
    std::uint64_t place;  ///< as a number that ascends as points do
    std::uint32_t slot;   ///< of this end among those of all pieces
};

constexpr std::uint32_t lowest = 0x8000'0000;

std::uint64_t number_of(GridPoint point) {
    return std::uint64_t{static_cast<std::uint32_t>(point.lon) ^ lowest} << 32U |
           (static_cast<std::uint32_t>(point.lat) ^ lowest);
}

GridPoint point_of(std::uint64_t number) {
    return {static_cast<std::int32_t>(static_cast<std::uint32_t>(number >> 32U) ^ lowest),
            static_cast<std::int32_t>(static_cast<std::uint32_t>(number) ^ lowest)};
}

template <class Found>
void each_end(const RoadPieces& pieces, const Found& found) {
    for (std::size_t i = 0; i < pieces.feature.size(); ++i) {
        const auto slot = static_cast<std::uint32_t>(2 * i);
        found(End{number_of(pieces.points[pieces.first[i]]), slot});
        found(End{number_of(pieces.points[pieces.first[i + 1] - 1]), slot + 1});
    }
}

/// By place: thrown into narrow strips first, each of which is soon sorted.
LongVector<End> sorted_ends(const RoadPieces& pieces) {
    const std::size_t count = 2 * pieces.feature.size();
    if (count == 0) return {};
    std::uint64_t least = std::numeric_limits<std::uint64_t>::max(), most = 0;
    each_end(pieces, [&](const End& end) {
        least = std::min(least, end.place);
        most = std::max(most, end.place);
    });
    unsigned shift = 0;
    while (((most - least) >> shift) > count / 8 + 1) ++shift;
    const auto strip_of = [&](const End& end) { return (end.place - least) >> shift; };
    LongVector<std::uint32_t> first(((most - least) >> shift) + 2, 0);
    each_end(pieces, [&](const End& end) { ++first[strip_of(end) + 1]; });
    for (std::size_t strip = 1; strip < first.size(); ++strip) first[strip] += first[strip - 1];
    LongVector<End> by_strip(count);
    LongVector<std::uint32_t> next(first.begin(), first.end() - 1);
    each_end(pieces, [&](const End& end) { by_strip[next[strip_of(end)]++] = end; });
    in_stretches(first.size() - 1, 16384, [&](std::size_t begin, std::size_t last) {
        for (std::size_t strip = begin; strip < last; ++strip) {
            std::sort(by_strip.begin() + first[strip], by_strip.begin() + first[strip + 1],
                      [](const End& a, const End& b) { return a.place < b.place; });
        }
    });
    return by_strip;
}

}  // namespace

EndNodes end_nodes(const RoadPieces& pieces) {
    const LongVector<End> ends = sorted_ends(pieces);
    EndNodes nodes;
    nodes.of_end.resize(ends.size());
    for (const End& end : ends) {
        const GridPoint point = point_of(end.place);
        if (nodes.point.empty() || nodes.point.back() != point) nodes.point.push_back(point);
        nodes.of_end[end.slot] = NodeId{static_cast<std::uint32_t>(nodes.point.size() - 1)};
    }
    return nodes;
}

}  // namespace aidway
