// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "access/gate.hpp"
#include "network/road_network.hpp"
#include "routing/route_program.hpp"
#include "support/draw_network.hpp"

namespace aidway::test {

/// A network ready for questions: 60 km/h everywhere, so a drawn cell of 1 km is a minute.
struct RouteWorld {
    std::shared_ptr<const RoadNetwork> network;
    std::vector<std::uint32_t> times_ms;
    std::vector<Gate> gates;
    std::vector<NodeId> terminals;

    [[nodiscard]] RouteProgram program() const { return RouteProgram(network, times_ms, gates, terminals); }
    [[nodiscard]] GateId gate(const std::string& name) const;
};

[[nodiscard]] RouteWorld world_of(const std::vector<LineFeature>& lines, const std::vector<LonLat>& terminals);
/// Drawn with cells of 1 km; the letters of `terminals`, in that order.
[[nodiscard]] RouteWorld drawn_world(const std::string& drawing, const std::string& terminals);

/// Straight roads between `nodes` random places, some of them parallel, about half of them in one of `gates` gates.
[[nodiscard]] std::vector<LineFeature> random_lines(std::mt19937& random, int nodes, int roads, int gates);
/// A world of random lines whose every node is a terminal.
[[nodiscard]] RouteWorld random_world(std::mt19937& random, int nodes, int roads, int gates);
/// The same with about half of the roads passable one way alone.
[[nodiscard]] RouteWorld one_way_world(std::mt19937& random, int nodes, int roads, int gates);
/// Open with chance 2/3, delays of 0 to 20 minutes.
[[nodiscard]] std::vector<GateState> random_states(std::mt19937& random, std::size_t gates);

}  // namespace aidway::test
