// SPDX-License-Identifier: Apache-2.0
#include "network/end_nodes.hpp"

#include <algorithm>
#include <cstdint>

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

LongVector<End> ends_of(const RoadPieces& pieces) {
    LongVector<End> ends(2 * pieces.feature.size());
    for (std::size_t i = 0; i < pieces.feature.size(); ++i) {
        const auto slot = static_cast<std::uint32_t>(2 * i);
        ends[slot] = {number_of(pieces.points[pieces.first[i]]), slot};
        ends[slot + 1] = {number_of(pieces.points[pieces.first[i + 1] - 1]), slot + 1};
    }
    return ends;
}

/// By place: thrown into narrow strips first, each of which is soon sorted.
LongVector<End> sorted(const LongVector<End>& ends) {
    if (ends.empty()) return {};
    const auto by_place = [](const End& a, const End& b) { return a.place < b.place; };
    const auto [west, east] = std::minmax_element(ends.begin(), ends.end(), by_place);
    const std::uint64_t least = west->place, range = east->place - least;
    unsigned shift = 0;
    while ((range >> shift) > ends.size() / 8 + 1) ++shift;
    LongVector<std::uint32_t> first((range >> shift) + 2, 0);
    for (const End& end : ends) ++first[((end.place - least) >> shift) + 1];
    for (std::size_t strip = 1; strip < first.size(); ++strip) first[strip] += first[strip - 1];
    LongVector<End> by_strip(ends.size());
    LongVector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (const End& end : ends) by_strip[next[(end.place - least) >> shift]++] = end;
    in_stretches(first.size() - 1, 16384, [&](std::size_t begin, std::size_t last) {
        for (std::size_t strip = begin; strip < last; ++strip) {
            std::sort(by_strip.begin() + first[strip], by_strip.begin() + first[strip + 1], by_place);
        }
    });
    return by_strip;
}

}  // namespace

EndNodes end_nodes(const RoadPieces& pieces) {
    const LongVector<End> ends = sorted(ends_of(pieces));
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
