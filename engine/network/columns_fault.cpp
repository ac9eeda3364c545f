// SPDX-License-Identifier: Apache-2.0
#include "network/columns_fault.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <tuple>

#include "core/stretches.hpp"
#include "network/arc_key.hpp"

namespace aidway {
namespace {

constexpr ArcId none{0xffff'ffff};

bool on_globe(GridPoint point) {
    constexpr std::int32_t half_turn = 1'800'000'000, quarter_turn = 900'000'000;
    return point.lon >= -half_turn && point.lon <= half_turn && point.lat >= -quarter_turn && point.lat <= quarter_turn;
}

bool good_nodes(const RoadColumns& c) {
    return std::all_of(c.point.begin(), c.point.end(), on_globe) &&
           std::adjacent_find(c.point.begin(), c.point.end(), [](GridPoint a, GridPoint b) { return !(a < b); }) ==
               c.point.end();
}

/// The arcs out of each node lie side by side, and every index stays within its column.
bool good_indices(const RoadColumns& c, const RoadWords& words) {
    if (c.first_out.front() != 0 || c.first_out.back() != c.head.size()) return false;
    if (!std::is_sorted(c.first_out.begin(), c.first_out.end())) return false;
    for (std::uint32_t node = 0; node < c.point.size(); ++node) {
        for (std::uint32_t arc = c.first_out[node]; arc < c.first_out[node + 1]; ++arc) {
            if (c.tail[arc] != NodeId{node}) return false;
        }
    }
    for (std::size_t arc = 0; arc < c.head.size(); ++arc) {
        if (c.head[arc].index() >= c.point.size() || c.label[arc] >= words.labels.size()) return false;
        if (c.reverse[arc] != none && c.reverse[arc].index() >= c.head.size()) return false;
    }
    return true;
}

bool good_lengths(const RoadColumns& c) {
    std::size_t looked_up = 0;
    for (std::size_t arc = 0; arc < c.length_mm.size(); ++arc) {
        if (c.length_mm[arc] == 0) return false;
        if (c.length_mm[arc] != ArcLengths::in_table) continue;
        if (looked_up == c.long_length.size() || c.long_length[looked_up].arc != arc) return false;
        if (c.long_length[looked_up++].mm < ArcLengths::in_table) return false;
    }
    return looked_up == c.long_length.size();
}

/// Pairs belong together, and the numbers of roads count them.
bool good_pairs(const RoadColumns& c) {
    const ArcLengths length(c.length_mm, c.long_length);
    std::uint64_t roads = 0;
    for (std::uint32_t arc = 0; arc < c.head.size(); ++arc) {
        if (arc % 64 == 0 && c.lower[arc / 64].before != roads) return false;
        const ArcId other = c.reverse[arc];
        if (other != none) {
            const std::size_t o = other.index();
            if (o == arc || c.reverse[o] != ArcId{arc}) return false;
            if (c.head[o] != c.tail[arc] || c.tail[o] != c.head[arc] || length.mm(o) != length.mm(arc)) return false;
        }
        const bool lower = (c.lower[arc / 64].bits >> (arc % 64) & 1U) != 0;
        if (lower != (other > ArcId{arc})) return false;
        roads += lower ? 1 : 0;
    }
    const std::size_t last = c.head.size() % 64;
    if (last != 0 && c.lower.back().bits >> last != 0) return false;
    return roads == c.feature.size();
}

bool good_drawings(const RoadColumns& c) {
    if (c.shape_begin.front() != 0 || c.shape_begin.back() != c.shape_point.size()) return false;
    if (!std::is_sorted(c.shape_begin.begin(), c.shape_begin.end())) return false;
    if (!std::all_of(c.shape_point.begin(), c.shape_point.end(), on_globe)) return false;
    std::size_t road = 0;
    for (std::uint32_t arc = 0; arc < c.head.size(); ++arc) {
        if (c.reverse[arc] < ArcId{arc}) continue;
        const std::uint64_t begin = c.shape_begin[road], end = c.shape_begin[++road];
        if (end - begin < 2) return false;
        if (c.shape_point[begin] != c.point[c.tail[arc].index()]) return false;
        if (c.shape_point[end - 1] != c.point[c.head[arc].index()]) return false;
    }
    return true;
}

bool in_order(const RoadColumns& c) {
    for (std::size_t arc = 1; arc < c.head.size(); ++arc) {
        if (std::tie(c.tail[arc], c.head[arc], c.stable_key[arc]) <
            std::tie(c.tail[arc - 1], c.head[arc - 1], c.stable_key[arc - 1])) {
            return false;
        }
    }
    return true;
}

bool good_keys(const RoadColumns& c, const RoadWords& words) {
    const ArcLengths length(c.length_mm, c.long_length);
    const ArcKeys keys(words);
    const auto place = [&](NodeId node) { return c.point[node.index()]; };
    std::atomic<bool> good{true};
    in_stretches(c.head.size(), 16384, [&](std::size_t begin, std::size_t end) {
        for (std::size_t arc = begin; arc < end; ++arc) {
            const auto key = keys.of(place(c.tail[arc]), place(c.head[arc]), length.mm(arc), c.label[arc]);
            if (key != c.stable_key[arc]) good = false;
        }
    });
    return good;
}

}  // namespace

std::string columns_fault(const RoadColumns& columns, const RoadWords& words) {
    if (!good_nodes(columns)) return "nodes lie off the globe or out of order";
    if (!good_indices(columns, words)) return "an index leads out of its column";
    if (!good_lengths(columns)) return "an arc has no length";
    // Whatever is wrong now, each of these can look up what it needs; so they do it side by side.
    bool paired = false, drawn = false, keyed = false;
    in_stretches(2, 1, [&](std::size_t check, std::size_t) {
        if (check == 0) {
            keyed = good_keys(columns, words) && in_order(columns);
        } else {
            paired = good_pairs(columns);
            drawn = paired && good_drawings(columns);
        }
    });
    if (!paired) return "two directions of a road do not belong together";
    if (!drawn) return "a road is not drawn from node to node";
    if (!keyed) return "an arc does not say what its key says";
    return "";
}

}  // namespace aidway
