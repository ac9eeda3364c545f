// SPDX-License-Identifier: Apache-2.0
#include "support/route_world.hpp"

#include <stdexcept>

#include "access/gates.hpp"
#include "network/arc_times.hpp"
#include "network/build.hpp"
#include "network/nearest.hpp"

namespace aidway::test {

GateId RouteWorld::gate(const std::string& name) const {
    for (std::uint32_t i = 0; i < gates.size(); ++i) {
        if (gates[i].name == name) return GateId{i};
    }
    throw std::invalid_argument("no gate " + name);
}

RouteWorld world_of(const std::vector<LineFeature>& lines, const std::vector<LonLat>& terminals) {
    RouteWorld world;
    std::vector<Diagnostic> faults;
    world.network = std::make_shared<const RoadNetwork>(build_network(lines, {}, "drawn", faults).network);
    if (!faults.empty()) throw std::invalid_argument(faults.front().message);
    VehicleProfile profile;
    profile.default_speed = Speed::kilometres_per_hour(60);
    world.times_ms = arc_times_ms(*world.network, profile);
    world.gates = gates_of(*world.network);
    const NearestNode nodes(*world.network);
    for (const LonLat place : terminals) world.terminals.push_back(nodes.nearest(place).node);
    return world;
}

RouteWorld drawn_world(const std::string& drawing, const std::string& terminals) {
    const DrawnNetwork drawn = draw_network(drawing, Distance::kilometres(1));
    std::vector<LonLat> places;
    for (const char letter : terminals) places.push_back(drawn.places.at(letter));
    return world_of(drawn.lines, places);
}

// The standard leaves distributions to the library: numbers are taken from the generator's words alone.
std::vector<LineFeature> random_lines(std::mt19937& random, int nodes, int roads, int gates) {
    const auto below = [&random](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    std::vector<LonLat> places;
    // A coarse lattice, so that many ways are equally long.
    for (int i = 0; i < nodes; ++i) places.push_back({0.01 * (i % 5), 0.01 * (i / 5)});
    std::vector<LineFeature> lines;
    for (int i = 0; i < roads; ++i) {
        const int from = below(nodes);
        const int to = (from + 1 + below(nodes - 1)) % nodes;
        const auto at = [&places](int node) { return places[static_cast<std::size_t>(node)]; };
        const std::string gate = gates > 0 && below(2) == 0 ? "g" + std::to_string(below(gates)) : "";
        lines.push_back({i, {at(from), at(to)}, "r" + std::to_string(below(4)), gate, {""}});
    }
    return lines;
}

RouteWorld one_way_world(std::mt19937& random, int nodes, int roads, int gates) {
    std::vector<LineFeature> lines = random_lines(random, nodes, roads, gates);
    for (LineFeature& line : lines) line.one_way = random() % 2 == 0;
    RouteWorld world = world_of(lines, {});
    for (std::uint32_t node = 0; node < world.network->node_count(); ++node) world.terminals.push_back(NodeId{node});
    return world;
}

RouteWorld random_world(std::mt19937& random, int nodes, int roads, int gates) {
    RouteWorld world = world_of(random_lines(random, nodes, roads, gates), {});
    for (std::uint32_t node = 0; node < world.network->node_count(); ++node) world.terminals.push_back(NodeId{node});
    return world;
}

std::vector<GateState> random_states(std::mt19937& random, std::size_t gates) {
    std::vector<GateState> states;
    for (std::size_t i = 0; i < gates; ++i) {
        const bool open = random() % 3 != 0;
        states.push_back({open, std::chrono::minutes(static_cast<int>(random() % 21))});
    }
    return states;
}

}  // namespace aidway::test
