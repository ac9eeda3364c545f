// SPDX-License-Identifier: Apache-2.0
#include "network/road_pieces.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "network/numbers.hpp"

namespace aidway {
namespace {

void add_points(const LineFeature& line, std::vector<GridPoint>& points) {
    const std::size_t begin = points.size();
    for (const LonLat place : line.points) {
        if (!place.valid()) throw std::invalid_argument("a road leaves the globe");
        const GridPoint point = grid_point(place);
        if (points.size() == begin || points.back() != point) points.push_back(point);
    }
    if (points.size() < begin + 2) throw std::invalid_argument("a road needs two distinct points");
}

std::int64_t length_of(const LineFeature& line, const std::vector<GridPoint>& points, std::size_t begin) {
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

}  // namespace

RoadPieces pieces_of(const std::vector<LineFeature>& lines) {
    RoadPieces pieces;
    Numbers roads(pieces.words.roads), gates(pieces.words.gates);
    Numbers kinds(pieces.words.kinds);
    Numbers labels(pieces.words.labels);
    pieces.first.push_back(0);
    for (const LineFeature& line : lines) {
        const std::size_t begin = pieces.points.size();
        add_points(line, pieces.points);
        pieces.first.push_back(pieces.points.size());
        pieces.length_mm.push_back(length_of(line, pieces.points, begin));
        pieces.feature.push_back(line.fid);
        const RoadLabel label{roads.of(line.road), gates.of(line.gate), kinds.of(line.kind), 0,
                              line.length.has_value()};
        pieces.forward.push_back(labels.of(label));
        pieces.backward.push_back(line.one_way ? RoadPieces::no_label : pieces.forward.back());
    }
    return pieces;
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
