// SPDX-License-Identifier: Apache-2.0
#include "access/line_gates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "access/gates.hpp"
#include "support/draw_network.hpp"
#include "support/route_world.hpp"

namespace aidway {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

/// Three roads side by side, the middle one with a gate in it, each a kilometre from the next.
const auto drawn = test::draw_network(
    "A----B\n"
    "      \n"
    "C--1-D\n"
    "      \n"
    "E----F",
    Distance::kilometres(0.5), {{'1', "bridge"}});

LonLat middle(char from, char to, double north_deg = 0) {
    const LonLat a = drawn.places.at(from), b = drawn.places.at(to);
    return {(a.lon_deg + b.lon_deg) / 2, (a.lat_deg + b.lat_deg) / 2 + north_deg};
}

TEST(LineGates, StandWhereRoadsCrossAndNowhereElse) {
    const RoadNetwork network(drawn.lines);
    const GateLine siege{"siege", {{middle('A', 'B', 0.001), middle('C', 'D', 0.001)}}};
    const auto gates = line_gates(network, siege, gates_of(network));
    ASSERT_THAT(gates, SizeIs(1));
    EXPECT_EQ(gates[0].gate.name, "siege-1");
    EXPECT_EQ(gates[0].gate.key, entity_key({"siege-1"}));
    EXPECT_THAT(gates[0].gate.arcs, SizeIs(2)) << "the way and the way back";
}

TEST(LineGates, PassOverWhatLiesInAGateAlready) {
    const RoadNetwork network(drawn.lines);
    const GateLine siege{"siege", {{middle('A', 'B', 0.001), middle('E', 'F', -0.001)}}};
    EXPECT_THAT(line_gates(network, siege, gates_of(network)), SizeIs(2)) << "the bridge is a gate of its own";
    EXPECT_THAT(line_gates(network, siege, {}), SizeIs(3));
}

TEST(LineGates, WhereALineTouchesARoadTheyMeet) {
    const RoadNetwork network(drawn.lines);
    EXPECT_THAT(line_gates(network, {"s", {{middle('A', 'B'), middle('A', 'B', 0.01)}}}, {}), SizeIs(1));
    EXPECT_THAT(line_gates(network, {"s", {{middle('A', 'B', 1e-6), middle('A', 'B', 0.01)}}}, {}), IsEmpty());
}

TEST(LineGates, AtAJunctionOnTheLineAllRoadsAreOneGate) {
    const auto star = test::draw_network(
        "A-B-C\n"
        "  |  \n"
        "  D  ",
        Distance::kilometres(1));
    const RoadNetwork network(star.lines);
    const LonLat b = star.places.at('B');
    const GateLine through{"s", {{{b.lon_deg - 0.001, b.lat_deg + 0.001}, b, {b.lon_deg + 0.001, b.lat_deg + 0.001}}}};
    const auto gates = line_gates(network, through, {});
    ASSERT_THAT(gates, SizeIs(1));
    EXPECT_THAT(gates[0].gate.arcs, SizeIs(6));
}

TEST(LineGates, AClosedRingRoundAPlacePartsItFromTheRest) {
    std::mt19937 random(11);
    const std::vector<LonLat> ring{{0.30, 0.30}, {0.72, 0.31}, {0.70, 0.69}, {0.31, 0.70}, {0.30, 0.30}};
    const auto inside = [](LonLat at) {
        return at.lon_deg > 0.31 && at.lon_deg < 0.7 && at.lat_deg > 0.31 && at.lat_deg < 0.69;
    };
    const auto outside = [](LonLat at) {
        return at.lon_deg < 0.3 || at.lon_deg > 0.72 || at.lat_deg < 0.3 || at.lat_deg > 0.7;
    };
    int parted = 0;
    for (int i = 0; i < 100; ++i) {
        std::vector<LineFeature> lines;
        std::uniform_real_distribution<double> place(0, 1);
        std::vector<LonLat> nodes;
        for (int n = 0; n < 20; ++n) nodes.push_back({place(random), place(random)});
        for (int n = 0; n < 40; ++n) {
            const auto a = nodes[random() % nodes.size()], b = nodes[random() % nodes.size()];
            if (a == b) continue;
            LineFeature line;
            line.points = {a, b};
            lines.push_back(line);
        }
        const RoadNetwork network(lines);
        std::vector<bool> shut(network.arc_count(), false);
        for (const auto& made : line_gates(network, {"ring", {ring}}, {})) {
            for (const ArcId arc : made.gate.arcs) shut[arc.index()] = true;
        }
        for (std::uint32_t arc = 0; arc < network.arc_count(); ++arc) {
            const LonLat from = network.position(network.tail()[arc]), to = network.position(network.head()[arc]);
            if (!inside(from) || !outside(to)) continue;
            EXPECT_TRUE(shut[arc]) << "a road leads out through no gate";
            ++parted;
        }
    }
    EXPECT_GT(parted, 500);
}

}  // namespace
}  // namespace aidway
