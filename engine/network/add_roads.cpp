// SPDX-License-Identifier: Apache-2.0
#include "network/add_roads.hpp"

#include <algorithm>
#include <utility>

#include "network/numbers.hpp"

namespace aidway {
namespace {

/// Adds the entries of a table that another one lacks; the new number of each.
template <class T>
std::vector<std::uint32_t> merged(const std::vector<T>& from, std::vector<T>& into) {
    Numbers numbers(into);
    std::vector<std::uint32_t> found;
    found.reserve(from.size());
    for (const T& entry : from) found.push_back(numbers.of(entry));
    return found;
}

void append(RoadPieces& all, const RoadPieces& more) {
    const auto road = merged(more.words.roads, all.words.roads);
    const auto gate = merged(more.words.gates, all.words.gates);
    const auto kind = merged(more.words.kinds, all.words.kinds);
    const auto names = merged(more.words.other_names, all.words.other_names);
    std::vector<RoadLabel> labels = more.words.labels;
    for (RoadLabel& label : labels) {
        label = {road[label.road], gate[label.gate], kind[label.kind], names[label.other_names],
                 label.length_is_stated};
    }
    const auto number = merged(labels, all.words.labels);
    const std::uint64_t begin = all.points.size();
    all.points.insert(all.points.end(), more.points.begin(), more.points.end());
    for (std::size_t i = 0; i < more.feature.size(); ++i) {
        all.first.push_back(begin + more.first[i + 1]);
        all.length_mm.push_back(more.length_mm[i]);
        all.feature.push_back(more.feature[i]);
        all.forward.push_back(number[more.forward[i]]);
        const bool back = more.backward[i] != RoadPieces::no_label;
        all.backward.push_back(back ? number[more.backward[i]] : RoadPieces::no_label);
    }
}

}  // namespace

RoadPieces pieces_of(const RoadNetwork& network) {
    RoadPieces pieces{network.words(), {}, {0}, {}, {}, {}, {}};
    for (std::uint32_t number = 0; number < network.arc_count(); ++number) {
        const ArcId arc{number};
        const ArcId back = network.reverse()[number];
        if (back < arc) continue;  // told with the lower arc of the pair; `no_arc` comes last
        for (const LonLat place : network.shape(arc)) pieces.points.push_back(grid_point(place));
        pieces.first.push_back(pieces.points.size());
        pieces.length_mm.push_back(network.length_m().mm(number));
        pieces.feature.push_back(network.feature_of(arc));
        pieces.forward.push_back(network.label()[number]);
        pieces.backward.push_back(back == no_arc ? RoadPieces::no_label : network.label()[back.index()]);
    }
    return pieces;
}

RoadNetwork with_roads(const RoadNetwork& base, const std::vector<LineFeature>& roads) {
    RoadPieces pieces = pieces_of(base);
    append(pieces, pieces_of(roads));
    return RoadNetwork(std::move(pieces));
}

}  // namespace aidway
