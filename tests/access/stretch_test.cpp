// SPDX-License-Identifier: Apache-2.0
#include "access/stretch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "access/gates.hpp"
#include "support/draw_network.hpp"

namespace aidway {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// Two roads of one name side by side, the upper one with a gate in it.
struct World {
    World() {
        auto lines = drawn.lines;
        for (auto& line : lines) line.road = "m5";
        lines.back().road = "lane";
        network = RoadNetwork(lines);
        gates = gates_of(network);
    }
    test::DrawnNetwork drawn = test::draw_network(
        "A--1--B----C\n"
        "|         /\n"
        "D--------E ",
        Distance::kilometres(1), {{'1', "bridge"}});
    RoadNetwork network;
    std::vector<Gate> gates;
    [[nodiscard]] FoundStretch find(const Stretch& stretch) const {
        return StretchFinder(network, gates).find(stretch);
    }
};

TEST(Stretch, OfAGateIsItsArcs) {
    const World world;
    const auto found = world.find({"bridge", {}, {}});
    EXPECT_EQ(found.arcs, world.gates[0].arcs);
    EXPECT_THAT(found.gates, ElementsAre(GateId{0}));
    EXPECT_EQ(found.fault, "");
}

TEST(Stretch, OfARoadIsEveryArcOfThatNameBothWaysAndTheGatesOnIt) {
    const World world;
    const StretchFinder finder(world.network, world.gates);
    const auto found = finder.find({{}, "m5", {}});
    EXPECT_THAT(found.arcs, SizeIs(world.network.arc_count() - 2));
    EXPECT_TRUE(std::is_sorted(found.arcs.begin(), found.arcs.end()));
    EXPECT_THAT(found.gates, ElementsAre(GateId{0}));
    EXPECT_THAT(finder.free_arcs(found), SizeIs(found.arcs.size() - 2)) << "those of the gate are not free";
}

TEST(Stretch, OfAPlaceIsThePieceOfRoadThatPassesNearest) {
    const World world;
    const LonLat b = world.drawn.places.at('B');
    const LonLat c = world.drawn.places.at('C');
    const LonLat between{(b.lon_deg + c.lon_deg) / 2, b.lat_deg + 0.0005};  // 56 m north of the middle
    const auto found = world.find({{}, {}, between});
    ASSERT_THAT(found.arcs, SizeIs(2)) << "the way and the way back";
    const auto lon_deg = [&](NodeId node) { return world.network.position(node).lon_deg; };
    const ArcId arc = std::min(found.arcs[0], found.arcs[1]);  // out of the lesser node
    EXPECT_NEAR(lon_deg(world.network.tail()[arc.index()]), b.lon_deg, 1e-6);
    EXPECT_NEAR(lon_deg(world.network.head()[arc.index()]), c.lon_deg, 1e-6);
    EXPECT_THAT(found.gates, IsEmpty());
}

TEST(Stretch, ThatIsNotThereIsToldWithTheNearestName) {
    const World world;
    EXPECT_EQ(world.find({"brigde", {}, {}}).fault, "no gate 'brigde'; did you mean 'bridge'?");
    EXPECT_EQ(world.find({{}, "lan", {}}).fault, "no road 'lan' in the network's layer; did you mean 'lane'?");
    const LonLat a = world.drawn.places.at('A');
    const LonLat away{a.lon_deg, a.lat_deg + 0.01};
    EXPECT_EQ(world.find({{}, {}, away}).fault,
              "the nearest road is 1.11 km away; expected at most 0.2 km, or a greater 'within'");
    EXPECT_EQ(world.find({{}, {}, away, Distance::kilometres(2)}).fault, "");
    EXPECT_THAT(world.find({}).fault, testing::HasSubstr("expected a 'gate', a 'road' or a place"));
}

}  // namespace
}  // namespace aidway
