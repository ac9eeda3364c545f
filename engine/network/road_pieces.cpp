// SPDX-License-Identifier: Apache-2.0
#include "network/road_pieces.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "network/numbers.hpp"

namespace aidway {
namespace {

void add_points(const LineFeature& line, LongVector<GridPoint>& points) {
    const std::size_t begin = points.size();
    for (const LonLat place : line.points) {
        if (!place.valid()) throw std::invalid_argument("a road leaves the globe");
        const GridPoint point = grid_point(place);
        if (points.size() == begin || points.back() != point) points.push_back(point);
    }
    if (points.size() < begin + 2) throw std::invalid_argument("a road needs two distinct points");
}

std::int64_t length_of(const LineFeature& line, const LongVector<GridPoint>& points, std::size_t begin) {
    if (line.length) {
        const std::int64_t stated = std::llround(line.length->metres() * 1000.0);
        if (stated < 1) throw std::invalid_argument("a road needs a length");
        return stated;
    }
    std::int64_t sum = 0;
    for (std::size_t i = begin + 1; i < points.size(); ++i) sum += length_mm(points[i - 1], points[i]);
    return sum;
}

/// Sorts what is used of a table behind its empty first entry; returns the new number of each old one.
template <class T>
std::vector<std::uint32_t> sort_table(std::vector<T>& table, const std::vector<bool>& used) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        if (used[i] || i == 0) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&table](std::uint32_t a, std::uint32_t b) { return table[a] < table[b]; });
    std::vector<T> sorted;
    std::vector<std::uint32_t> number(table.size(), 0);
    for (const std::uint32_t old : order) {
        if (sorted.empty() || sorted.back() != table[old]) sorted.push_back(table[old]);
        number[old] = static_cast<std::uint32_t>(sorted.size() - 1);
    }
    table = std::move(sorted);
    return number;
}

template <class T>
void renumber(RoadWords& words, std::vector<T>& table, std::uint32_t RoadLabel::*column) {
    std::vector<bool> used(table.size(), false);
    for (const RoadLabel& label : words.labels) used[label.*column] = true;
    const auto number = sort_table(table, used);
    for (RoadLabel& label : words.labels) label.*column = number[label.*column];
}

/// Points of a piece, the lesser way round, and whether that is the drawn one.
std::pair<std::vector<GridPoint>, bool> lesser_way(const RoadPieces& pieces, std::size_t piece) {
    std::vector<GridPoint> drawn(pieces.points.begin() + static_cast<std::ptrdiff_t>(pieces.first[piece]),
                                 pieces.points.begin() + static_cast<std::ptrdiff_t>(pieces.first[piece + 1]));
    std::vector<GridPoint> back(drawn.rbegin(), drawn.rend());
    return back < drawn ? std::pair(std::move(back), false) : std::pair(std::move(drawn), true);
}

}  // namespace

RoadPieces pieces_of(const std::vector<LineFeature>& lines) {
    RoadPieces pieces;
    Numbers roads(pieces.words.roads), gates(pieces.words.gates);
    Numbers kinds(pieces.words.kinds);
    Numbers other_names(pieces.words.other_names);
    Numbers labels(pieces.words.labels);
    pieces.first.push_back(0);
    for (const LineFeature& line : lines) {
        const std::size_t begin = pieces.points.size();
        add_points(line, pieces.points);
        pieces.first.push_back(pieces.points.size());
        pieces.length_mm.push_back(length_of(line, pieces.points, begin));
        pieces.feature.push_back(line.fid);
        const RoadLabel label{roads.of(line.road), gates.of(line.gate), kinds.of(line.kind),
                              other_names.of(line.other_names), line.length.has_value()};
        pieces.forward.push_back(labels.of(label));
        pieces.backward.push_back(line.one_way ? RoadPieces::no_label : pieces.forward.back());
    }
    return pieces;
}

RoadPieces to_and_fro(const RoadPieces& ways) {
    // One road: the same points, length and feature. How it is named and what it is like may differ by direction.
    using Road = std::tuple<std::vector<GridPoint>, std::int64_t, std::int64_t>;
    std::map<Road, std::array<std::vector<std::size_t>, 2>> by_road;  // each way round
    for (std::size_t i = 0; i < ways.feature.size(); ++i) {
        auto [points, drawn] = lesser_way(ways, i);
        by_road[{std::move(points), ways.length_mm[i], ways.feature[i]}][drawn ? 0 : 1].push_back(i);
    }
    RoadPieces roads{ways.words, {}, {0}, {}, {}, {}, {}};
    for (auto& [road, both] : by_road) {
        const auto& [points, length_mm, feature] = road;
        auto& [there, back] = both;
        const auto by_label = [&](std::size_t a, std::size_t b) {
            const auto words = [&](std::size_t i) { return ways.words.labels[ways.forward[i]]; };
            return words(a) < words(b);
        };
        std::stable_sort(there.begin(), there.end(), by_label);
        std::stable_sort(back.begin(), back.end(), by_label);
        if (std::equal(points.begin(), points.end(), points.rbegin())) {  // the same both ways round
            back.assign(there.begin() + static_cast<std::ptrdiff_t>((there.size() + 1) / 2), there.end());
            there.resize(there.size() - back.size());
        }
        for (std::size_t i = 0; i < std::max(there.size(), back.size()); ++i) {
            const bool alone_back = i >= there.size();
            if (alone_back) {
                roads.points.insert(roads.points.end(), points.rbegin(), points.rend());
            } else {
                roads.points.insert(roads.points.end(), points.begin(), points.end());
            }
            roads.first.push_back(roads.points.size());
            roads.length_mm.push_back(length_mm);
            roads.feature.push_back(feature);
            roads.forward.push_back(ways.forward[alone_back ? back[i] : there[i]]);
            const bool paired = !alone_back && i < back.size();
            roads.backward.push_back(paired ? ways.forward[back[i]] : RoadPieces::no_label);
        }
    }
    return roads;
}

void sort_words(RoadPieces& pieces) {
    RoadWords& words = pieces.words;
    std::vector<bool> used(words.labels.size(), false);
    for (const auto* column : {&pieces.forward, &pieces.backward}) {
        for (const std::uint32_t label : *column) {
            if (label != RoadPieces::no_label) used[label] = true;
        }
    }
    // A label nobody has must not keep its words: it takes those of the empty one until it goes.
    for (std::size_t i = 0; i < words.labels.size(); ++i) {
        if (!used[i]) words.labels[i] = {};
    }
    renumber(words, words.roads, &RoadLabel::road);
    renumber(words, words.gates, &RoadLabel::gate);
    renumber(words, words.kinds, &RoadLabel::kind);
    renumber(words, words.other_names, &RoadLabel::other_names);
    std::vector<RoadLabel> sorted;
    for (std::size_t i = 0; i < words.labels.size(); ++i) {
        if (used[i]) sorted.push_back(words.labels[i]);
    }
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    std::vector<std::uint32_t> number;
    for (const RoadLabel& label : words.labels) {
        number.push_back(
            static_cast<std::uint32_t>(std::lower_bound(sorted.begin(), sorted.end(), label) - sorted.begin()));
    }
    for (auto* column : {&pieces.forward, &pieces.backward}) {
        for (std::uint32_t& label : *column) {
            if (label != RoadPieces::no_label) label = number[label];
        }
    }
    words.labels = std::move(sorted);
}

}  // namespace aidway
