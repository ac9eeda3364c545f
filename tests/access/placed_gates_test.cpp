// SPDX-License-Identifier: Apache-2.0
#include "access/placed_gates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace aidway {
namespace {

LineFeature road(LonLat from, LonLat to, bool one_way = false, const std::string& gate = "") {
    LineFeature line{0, {from, to}, "", gate, {}};
    line.one_way = one_way;
    return line;
}

/// Tail and head of each arc, in degrees of longitude along the equator.
std::vector<std::pair<double, double>> ways(const RoadNetwork& network, const Gate& gate) {
    std::vector<std::pair<double, double>> all;
    for (const ArcId arc : gate.arcs) {
        all.emplace_back(network.position(network.tail()[arc.index()]).lon_deg,
                         network.position(network.head()[arc.index()]).lon_deg);
    }
    return all;
}

const std::vector<LineFeature> coast{road({0, 0}, {1, 0}), road({1, 0}, {2, 0}), road({2, 0}, {3, 0})};
const Distance near = Distance::metres(500);

TEST(PlacedGates, AGateIsEveryRoadIntoAndOutOfTheNearestJunction) {
    const RoadNetwork network(coast);
    const auto placed = place_gates(network, {{"ford", {1.002, 0.001}, near}});
    EXPECT_THAT(placed.faults, testing::IsEmpty());
    ASSERT_THAT(placed.gates, testing::SizeIs(1));
    EXPECT_EQ(placed.gates[0].key, entity_key({"ford"}));
    using Way = std::pair<double, double>;
    EXPECT_THAT(ways(network, placed.gates[0]), testing::ElementsAre(Way{0, 1}, Way{1, 0}, Way{1, 2}, Way{2, 1}));
}

TEST(PlacedGates, AOneWayRoadBelongsToTheGateAtEitherOfItsEnds) {
    const RoadNetwork network(std::vector<LineFeature>{road({0, 0}, {1, 0}, true), road({1, 0}, {2, 0}, true)});
    EXPECT_THAT(place_gates(network, {{"out", {0, 0}, near}}).gates.at(0).arcs, testing::SizeIs(1));
    EXPECT_THAT(place_gates(network, {{"in", {2, 0}, near}}).gates.at(0).arcs, testing::SizeIs(1));
}

TEST(PlacedGates, BetweenTwoGatesARoadBelongsToTheOneItLeadsTo) {
    const RoadNetwork network(coast);
    const auto placed = place_gates(network, {{"east", {2, 0}, near}, {"west", {1, 0}, near}});
    ASSERT_THAT(placed.gates, testing::SizeIs(2));
    using Way = std::pair<double, double>;
    EXPECT_THAT(ways(network, placed.gates[0]), testing::ElementsAre(Way{1, 2}, Way{2, 3}, Way{3, 2}));
    EXPECT_THAT(ways(network, placed.gates[1]), testing::ElementsAre(Way{0, 1}, Way{1, 0}, Way{2, 1}));
}

TEST(PlacedGates, APlaceFarFromAnyJunctionIsToldTheDistance) {
    const auto placed = place_gates(RoadNetwork(coast), {{"sea", {1.01, 0}, near}});
    EXPECT_THAT(placed.gates, testing::IsEmpty());
    ASSERT_THAT(placed.faults, testing::SizeIs(1));
    EXPECT_EQ(placed.faults[0].what,
              "the nearest junction of the network is 1.11 km away; expected at most 0.5 km, or a greater 'within'");
    EXPECT_THAT(place_gates(RoadNetwork(coast), {{"sea", {1.01, 0}, Distance::metres(1200)}}).gates,
                testing::SizeIs(1));
}

TEST(PlacedGates, OneJunctionHasOneGate) {
    const auto placed = place_gates(RoadNetwork(coast), {{"ford", {1, 0}, near}, {"bridge", {1.001, 0}, near}});
    ASSERT_THAT(placed.gates, testing::SizeIs(1));
    ASSERT_THAT(placed.faults, testing::SizeIs(1));
    EXPECT_EQ(placed.faults[0].place, 1U);
    EXPECT_EQ(placed.faults[0].what, "the nearest junction is that of gate 'ford' already: one gate stands there");
}

TEST(PlacedGates, AGateOfTheLayerKeepsItsRoads) {
    auto lines = coast;
    lines[0].gate = "old";
    const auto placed = place_gates(RoadNetwork(lines), {{"new", {1, 0}, near}});
    ASSERT_THAT(placed.faults, testing::SizeIs(1));
    EXPECT_EQ(placed.faults[0].what, "a road at the nearest junction lies in gate 'old' of the layer");
    EXPECT_THAT(place_gates(RoadNetwork(lines), {{"new", {2, 0}, near}}).gates, testing::SizeIs(1));
}

TEST(PlacedGates, NoArcBelongsToTwoAndTheOrderOfPlacesDoesNotShow) {
    std::mt19937 chance(5);
    std::uniform_int_distribution<int> step(0, 4);
    for (int trial = 0; trial < 50; ++trial) {
        std::vector<LineFeature> lines;
        for (int i = 0; i < 12; ++i) {
            const LonLat from{step(chance) * 0.1, step(chance) * 0.1};
            const LonLat to{from.lon_deg + 0.1, from.lat_deg + 0.1 * (step(chance) % 2)};
            lines.push_back(road(from, to, step(chance) == 0));
        }
        const RoadNetwork network(lines);
        std::vector<GatePlace> places;
        for (std::uint32_t node = 0; node < network.node_count(); node += 2) {
            places.push_back({"g" + std::to_string(node), network.position({node}), near});
        }
        const auto placed = place_gates(network, places);
        std::vector<ArcId> all;
        for (const auto& gate : placed.gates) all.insert(all.end(), gate.arcs.begin(), gate.arcs.end());
        std::sort(all.begin(), all.end());
        EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end());
        std::reverse(places.begin(), places.end());
        const auto again = place_gates(network, places);
        ASSERT_EQ(again.gates.size(), placed.gates.size());
        for (std::size_t g = 0; g < again.gates.size(); ++g) {
            EXPECT_EQ(again.gates[g].name, placed.gates[g].name);
            EXPECT_EQ(again.gates[g].arcs, placed.gates[g].arcs);
        }
    }
}

}  // namespace
}  // namespace aidway
