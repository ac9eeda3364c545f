// SPDX-License-Identifier: Apache-2.0
#include "network/road_network.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "support/draw_network.hpp"
#include "support/route_world.hpp"

namespace aidway {
namespace {

using test::draw_network;
using testing::ElementsAreArray;

RoadNetwork triangle() {
    return RoadNetwork(draw_network("A--1--B\n"
                                    "|    / \n"
                                    "|   /  \n"
                                    "|  /   \n"
                                    "| /    \n"
                                    "|/     \n"
                                    "C      \n",
                                    Distance::kilometres(1))
                           .lines);
}

TEST(RoadNetwork, HasAnArcEachWayOfEachRoad) {
    const RoadNetwork network = triangle();
    EXPECT_EQ(network.node_count(), 3U);
    EXPECT_EQ(network.arc_count(), 6U);
    EXPECT_THAT(network.first_out(), testing::ElementsAre(0, 2, 4, 6));
    for (std::uint32_t arc = 0; arc < network.arc_count(); ++arc) {
        const ArcId back = network.reverse()[arc];
        EXPECT_NE(back, ArcId{arc});
        EXPECT_EQ(network.reverse()[back.index()], ArcId{arc});
        EXPECT_EQ(network.tail()[back.index()], network.head()[arc]);
        EXPECT_EQ(network.length_m()[back.index()], network.length_m()[arc]);
        const auto there = network.shape(ArcId{arc});
        EXPECT_EQ(there.front(), network.position(network.tail()[arc]));
        EXPECT_EQ(there.back(), network.position(network.head()[arc]));
    }
}

TEST(RoadNetwork, LengthIsTheDrawnLengthInWholeMillimetres) {
    const RoadNetwork network = triangle();
    // The lowest node is C, south of A; its first arc leads to A over six cells of 1 km.
    EXPECT_NEAR(network.length_m()[0], 6000.0, 0.02);
    EXPECT_EQ(network.length_m()[0], std::round(network.length_m()[0] * 1000.0) / 1000.0);
}

TEST(RoadNetwork, NamesAreSortedAndBeginWithNone) {
    const RoadNetwork network = triangle();
    EXPECT_EQ(network.words().gates, (std::vector<std::string>{"", "1"}));
    EXPECT_EQ(network.words().roads, (std::vector<std::string>{""}));
    int in_gate = 0;
    for (std::uint32_t arc = 0; arc < network.arc_count(); ++arc) in_gate += network.gate_of({arc}) == "1" ? 1 : 0;
    EXPECT_EQ(in_gate, 2);
}

TEST(Law, FeatureOrderAndDrawingDirectionDoNotMatter) {
    std::mt19937 random(1);
    for (int trial = 0; trial < 20; ++trial) {
        std::vector<LineFeature> lines = test::random_lines(random, 12, 30, 3);
        const RoadNetwork network(lines);
        std::shuffle(lines.begin(), lines.end(), random);
        for (std::size_t i = 0; i < lines.size(); i += 2) std::reverse(lines[i].points.begin(), lines[i].points.end());
        const RoadNetwork other(lines);
        EXPECT_EQ(other.digest(), network.digest());
        EXPECT_THAT(other.stable_key(), ElementsAreArray(network.stable_key()));
        EXPECT_THAT(other.head(), ElementsAreArray(network.head()));
        EXPECT_THAT(other.reverse(), ElementsAreArray(network.reverse()));
        for (std::uint32_t arc = 0; arc < network.arc_count(); ++arc) {
            EXPECT_EQ(other.feature_of({arc}), network.feature_of({arc}));
            EXPECT_EQ(other.shape({arc}), network.shape({arc}));
        }
    }
}

TEST(RoadNetwork, AOneWayRoadIsOneArcInDrawingOrder) {
    LineFeature line{0, {{0.01, 0}, {0, 0.01}, {0, 0}}, "quay", "", {""}};
    line.one_way = true;
    const RoadNetwork network({line, {1, {{0, 0}, {0, -0.01}}, "pier", "", {""}}});
    ASSERT_EQ(network.arc_count(), 3U);
    const auto one_way = std::find(network.reverse().begin(), network.reverse().end(), no_arc);
    ASSERT_NE(one_way, network.reverse().end());
    const ArcId arc{static_cast<std::uint32_t>(one_way - network.reverse().begin())};
    EXPECT_EQ(network.shape(arc), line.points);
    EXPECT_EQ(network.position(network.tail()[arc.index()]), line.points.front());
    EXPECT_EQ(std::count(network.reverse().begin(), network.reverse().end(), no_arc), 1);
    line.one_way = false;
    const RoadNetwork both({line, {1, {{0, 0}, {0, -0.01}}, "pier", "", {""}}});
    EXPECT_EQ(both.arc_count(), 4U);
    EXPECT_NE(both.digest(), network.digest());
}

TEST(RoadNetwork, AStatedLengthStandsInsteadOfTheDrawnOne) {
    LineFeature line{0, {{0, 0}, {0.01, 0}}, "", "", {""}};
    const RoadNetwork drawn({line});
    line.length = Distance::metres(1500.0004);
    const RoadNetwork stated({line});
    EXPECT_EQ(stated.length_m()[0], 1500.0);
    EXPECT_EQ(stated.length_m()[1], 1500.0);
    EXPECT_NE(stated.digest(), drawn.digest());
    line.length = Distance::metres(0);
    EXPECT_THROW(RoadNetwork({line}), std::invalid_argument);
}

TEST(RoadNetwork, AnyChangeOfTravelChangesTheDigest) {
    const std::vector<LineFeature> lines{{0, {{0, 0}, {0.01, 0}}, "a", "", {"track"}}};
    const RoadNetwork network(lines);
    std::vector<LineFeature> changed = lines;
    changed[0].kind.road_class = "highway";
    EXPECT_NE(RoadNetwork(changed).digest(), network.digest());
    changed = lines;
    changed[0].points[1].lon_deg += 1e-6;
    EXPECT_NE(RoadNetwork(changed).digest(), network.digest());
    changed = lines;
    changed[0].fid = 7;
    EXPECT_EQ(RoadNetwork(changed).digest(), network.digest());
}

TEST(RoadNetwork, StableKeysTellDirectionsAndParallelRoadsApart) {
    const RoadNetwork network(
        {{0, {{0, 0}, {0.01, 0}}, "north", "", {""}}, {1, {{0, 0}, {0.01, 0}}, "south", "", {""}}});
    std::vector<std::uint64_t> keys(network.stable_key().begin(), network.stable_key().end());
    std::sort(keys.begin(), keys.end());
    EXPECT_EQ(std::unique(keys.begin(), keys.end()), keys.end());
}

TEST(RoadNetwork, RefusesAPointButTakesALoop) {
    EXPECT_THROW(RoadNetwork({{0, {{0, 0}, {0, 0}}, "", "", {""}}}), std::invalid_argument);
    EXPECT_THROW(RoadNetwork({{0, {{0, 0}, {181, 0}}, "", "", {""}}}), std::invalid_argument);
    const RoadNetwork loop({{0, {{0, 0}, {0.01, 0}, {0, 0.01}, {0, 0}}, "", "", {""}}});
    EXPECT_EQ(loop.node_count(), 1U);
    EXPECT_EQ(loop.arc_count(), 2U);
    EXPECT_EQ(loop.reverse()[0], ArcId{1});
}

}  // namespace
}  // namespace aidway
