// SPDX-License-Identifier: Apache-2.0
#include "access/front_gates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace aidway {
namespace {

constexpr PartyId crown{0};
constexpr PartyId league{1};
constexpr PartyId guild{2};
constexpr Instant start{Duration{1'464'739'200}};
constexpr Instant end = start + one_day * 60;

/// Ground from one meridian to another; all that is drawn here lies along the equator.
ControlArea ground(PartyId party, double west, double east, Instant from = start, Instant until = end) {
    return {party, from, until, {{{west, -1}, {east, -1}, {east, 1}, {west, 1}, {west, -1}}}};
}

LineFeature piece(double from, double to, const std::string& road, const std::string& gate = "") {
    return {0, {{from, 0}, {to, 0}}, road, gate, {""}};
}

std::vector<FrontGate> fronts(const std::vector<LineFeature>& pieces, std::vector<ControlArea> areas,
                              const std::vector<std::string>& roads = {"coast"}) {
    return front_gates(RoadNetwork(pieces), roads, ControlTimeline(std::move(areas)), start, end);
}

std::vector<std::string> names(const std::vector<FrontGate>& gates) {
    std::vector<std::string> all;
    for (const auto& gate : gates) all.push_back(gate.gate.name);
    return all;
}

TEST(FrontGates, ARoadFromOnePartyToAnotherHasOneGateForBothDirections) {
    const auto gates =
        fronts({piece(0, 1, "coast"), piece(1, 2, "coast")}, {ground(crown, 0, 1.5), ground(league, 1.5, 2)});
    ASSERT_THAT(names(gates), testing::ElementsAre("coast-front-1"));
    EXPECT_EQ(gates[0].road, "coast");
    EXPECT_EQ(gates[0].gate.key, entity_key({"coast-front-1"}));
    EXPECT_THAT(gates[0].gate.arcs, testing::SizeIs(2)) << "one piece of road, both ways";
    EXPECT_DOUBLE_EQ(gates[0].at.lon_deg, 1.5);
    EXPECT_THAT(gates[0].spells, testing::ElementsAre(FrontSpell{start, end, true, {crown, league}}));
}

TEST(FrontGates, ARoadWithinOnePartysGroundHasNone) {
    EXPECT_THAT(fronts({piece(0, 1, "coast"), piece(1, 2, "coast")}, {ground(crown, 0, 2)}), testing::IsEmpty());
    EXPECT_THAT(fronts({piece(0, 1, "coast")}, {}), testing::IsEmpty()) << "nobody's ground";
    EXPECT_THAT(fronts({piece(0, 1, "coast")}, {ground(crown, 0, 0.5)}), testing::IsEmpty()) << "one side unknown";
}

TEST(FrontGates, OnlyNamedRoadsHaveThem) {
    const std::vector<ControlArea> areas{ground(crown, 0, 0.5), ground(league, 0.5, 1)};
    EXPECT_THAT(fronts({piece(0, 1, "")}, areas), testing::IsEmpty());
    EXPECT_THAT(fronts({piece(0, 1, "track")}, areas), testing::IsEmpty()) << "a road that the scenario does not name";
    EXPECT_THAT(fronts({piece(0, 1, "track")}, areas, {"track"}), testing::SizeIs(1));
}

TEST(FrontGates, AGateThatIsDrawnAtTheCrossingNeedsNoSecond) {
    const std::vector<ControlArea> areas{ground(crown, 0, 1.5), ground(league, 1.5, 3)};
    EXPECT_THAT(fronts({piece(0, 1, "coast"), piece(1, 2, "coast", "bridge"), piece(2, 3, "coast")}, areas),
                testing::IsEmpty());
    EXPECT_THAT(names(fronts({piece(0, 1, "coast", "bridge"), piece(1, 2, "coast"), piece(2, 3, "coast")}, areas)),
                testing::ElementsAre("coast-front-1"))
        << "a gate elsewhere on the road parts nobody";
}

TEST(FrontGates, AMovingBorderOpensOneGateAndShutsTheNext) {
    const Instant moved = start + one_day * 20;
    const auto gates = fronts({piece(0, 1, "coast"), piece(1, 2, "coast")},
                              {ground(crown, 0, 0.5, start, moved), ground(league, 0.5, 2, start, moved),
                               ground(crown, 0, 1.5, moved, end), ground(league, 1.5, 2, moved, end)});
    ASSERT_THAT(names(gates), testing::ElementsAre("coast-front-1", "coast-front-2"));
    EXPECT_THAT(gates[0].spells, testing::ElementsAre(FrontSpell{start, moved, true, {crown, league}},
                                                      FrontSpell{moved, end, false, {crown}}));
    EXPECT_THAT(gates[1].spells, testing::ElementsAre(FrontSpell{start, moved, false, {league}},
                                                      FrontSpell{moved, end, true, {crown, league}}));
}

TEST(FrontGates, ChangesThatMoveNoFrontMakeNoSpell) {
    const Instant renamed = start + one_day * 20;
    const auto gates = fronts({piece(0, 1, "coast")}, {ground(crown, 0, 0.5, start, renamed),
                                                       ground(crown, 0, 0.5, renamed), ground(league, 0.5, 1)});
    ASSERT_EQ(gates.size(), 1U);
    EXPECT_THAT(gates[0].spells, testing::SizeIs(1));
}

TEST(FrontGates, AFrontAtAJunctionLiesOnOneSideOfIt) {
    const auto gates =
        fronts({piece(0, 1, "coast"), piece(1, 2, "coast")}, {ground(crown, 0, 1), ground(league, 1, 2)});
    ASSERT_EQ(gates.size(), 1U);
    EXPECT_DOUBLE_EQ(gates[0].at.lon_deg, 1.0);
}

TEST(FrontGates, GroundThatNobodyHoldsBetweenTwoPartiesIsOneFront) {
    const std::vector<LineFeature> pieces{piece(0, 1, "coast"), piece(1, 2, "coast"), piece(2, 3, "coast")};
    const std::vector<ControlArea> areas{ground(crown, 0, 0.5), ground(league, 2.5, 3)};
    EXPECT_THAT(fronts(pieces, areas), testing::SizeIs(1)) << "not two, and not three";
    auto gated = pieces;
    gated[1].gate = "bridge";
    EXPECT_THAT(fronts(gated, areas), testing::IsEmpty()) << "the gate between them parts them";
}

TEST(FrontGates, ThreePartiesRoundAJunctionArePartedByTwo) {
    const std::vector<LineFeature> pieces{
        piece(0, 1, "coast"), piece(1, 2, "coast"), {0, {{1, 0}, {1, 3}}, "coast", "", {""}}};
    std::vector<ControlArea> areas{ground(crown, 0, 1), ground(league, 1, 2)};
    areas.push_back({guild, start, end, {{{0.5, 0.25}, {1.5, 0.25}, {1.5, 4}, {0.5, 4}}}});
    const auto gates = fronts(pieces, areas);
    EXPECT_THAT(gates, testing::SizeIs(2));
}

TEST(FrontGates, NothingDependsOnTheOrderInFiles) {
    std::vector<LineFeature> pieces{piece(0, 1, "coast"), piece(1, 2, "coast"), piece(2, 3, "coast"),
                                    piece(3, 4, "hill")};
    std::vector<ControlArea> areas{ground(crown, 0, 0.5), ground(league, 0.5, 2.5), ground(crown, 2.5, 3.5),
                                   ground(guild, 3.5, 4)};
    const auto once = fronts(pieces, areas, {"coast", "hill"});
    ASSERT_THAT(names(once), testing::ElementsAre("coast-front-1", "coast-front-2", "hill-front-1"));
    std::reverse(pieces.begin(), pieces.end());
    std::reverse(areas.begin(), areas.end());
    for (auto& line : pieces) std::reverse(line.points.begin(), line.points.end());
    const auto again = fronts(pieces, areas, {"hill", "coast"});
    ASSERT_EQ(names(again), names(once));
    for (std::size_t i = 0; i < once.size(); ++i) {
        EXPECT_EQ(again[i].gate.arcs, once[i].gate.arcs);
        EXPECT_EQ(again[i].spells, once[i].spells);
        EXPECT_NEAR(again[i].at.lon_deg, once[i].at.lon_deg, 1e-9);
    }
}

TEST(FrontGates, PassAsTheFrontSaysWhereItLiesAndFreelyElsewhere) {
    const Instant moved = start + one_day * 20;
    const auto gates = fronts(
        {piece(0, 1, "coast")},
        {ground(crown, 0, 0.5, start, moved), ground(league, 0.5, 1, start, moved), ground(league, 0, 1, moved, end)});
    ASSERT_EQ(gates.size(), 1U);
    PassageTable table(1);
    grant_front(table, {0}, gates[0], {Access::by_clearance, Access::closed, Access::open});
    const auto access = [&](Traffic traffic, Instant at) { return table.leave({0}, traffic, at, {}).access; };
    EXPECT_EQ(access(Traffic::aid, moved - Duration{1}), Access::by_clearance);
    EXPECT_EQ(access(Traffic::goods, moved - Duration{1}), Access::closed);
    EXPECT_EQ(access(Traffic::civilians, moved - Duration{1}), Access::open);
    EXPECT_EQ(access(Traffic::aid, moved), Access::open);
    EXPECT_EQ(access(Traffic::goods, moved), Access::open);
    EXPECT_THAT(table.holders({0}, start), testing::ElementsAre(crown, league));
    EXPECT_THAT(table.holders({0}, moved), testing::ElementsAre(league));
}

}  // namespace
}  // namespace aidway
