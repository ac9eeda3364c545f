// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/lon_lat.hpp"
#include "network/road_network.hpp"
#include "routing/passage_graph.hpp"
#include "routing/route.hpp"
#include "scenario/scenario.hpp"

namespace aidway {

/// How far the places of incidents lie from gates and communities, in metres; nothing without such places.
struct Nearness {
    std::vector<LonLat> places;
    std::vector<std::vector<double>> gates_m;        ///< per place and gate: from the nearest of its arcs
    std::vector<std::vector<double>> communities_m;  ///< per place and community
};

[[nodiscard]] Nearness nearness_of(const Scenario& scenario);

/// Per place: the gates that lie no further from it than this.
[[nodiscard]] std::vector<std::vector<std::uint16_t>> gates_within(const Nearness& nearness, double metres);

/// Per place: the distance from the nearest of these arcs; infinite where there is no arc.
[[nodiscard]] std::vector<double> metres_from_arcs(std::span<const LonLat> places, const RoadNetwork& network,
                                                   std::span<const ArcId> arcs);

/// The same per leg of a route, [leg * places + place]; a leg that begins with a gate leads through it.
[[nodiscard]] std::vector<double> metres_from_legs(std::span<const LonLat> places, const PassageGraph& graph,
                                                   const Route& route);
/// Per place: the least of all legs; infinite where there is none.
[[nodiscard]] std::vector<double> nearest_leg(std::span<const double> legs_m, std::size_t places);

}  // namespace aidway
