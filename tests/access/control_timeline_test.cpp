// SPDX-License-Identifier: Apache-2.0
#include "access/control_timeline.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace aidway {
namespace {

constexpr PartyId crown{0};
constexpr PartyId league{1};
constexpr Instant start{Duration{1'464'739'200}};

std::vector<LonLat> box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

ControlArea area(PartyId party, std::vector<std::vector<LonLat>> rings) {
    ControlArea made;
    made.party = party;
    made.rings = std::move(rings);
    return made;
}

ControlArea dated(ControlArea held, Instant from, Instant until) {
    held.from = from;
    held.until = until;
    return held;
}

TEST(ControlTimeline, KnowsWhoHoldsAPlaceAndWhereNobodyDoes) {
    const ControlTimeline control({area(crown, {box(0, 0, 1, 1)}), area(league, {box(2, 0, 3, 1)})});
    EXPECT_EQ(control.holder_at({0.5, 0.5}, start), crown);
    EXPECT_EQ(control.holder_at({2.5, 0.5}, start), league);
    EXPECT_EQ(control.holder_at({1.5, 0.5}, start), std::nullopt);
    EXPECT_EQ(ControlTimeline().holder_at({0.5, 0.5}, start), std::nullopt);
}

TEST(ControlTimeline, HoldsFromTheFirstSecondAndNotAtTheLast) {
    const ControlTimeline control({dated(area(crown, {box(0, 0, 1, 1)}), start, start + one_day)});
    EXPECT_EQ(control.holder_at({0.5, 0.5}, start - Duration{1}), std::nullopt);
    EXPECT_EQ(control.holder_at({0.5, 0.5}, start), crown);
    EXPECT_EQ(control.holder_at({0.5, 0.5}, start + one_day - Duration{1}), crown);
    EXPECT_EQ(control.holder_at({0.5, 0.5}, start + one_day), std::nullopt);
}

TEST(ControlTimeline, WhatBeganLaterDecidesWhateverTheOrderElseTheLaterInTheList) {
    const auto old = dated(area(crown, {box(0, 0, 4, 4)}), start, start + one_day * 10);
    const auto taken = dated(area(league, {box(1, 1, 2, 2)}), start + one_day, start + one_day * 10);
    for (const auto& areas : {std::vector{old, taken}, std::vector{taken, old}}) {
        const ControlTimeline control(areas);
        EXPECT_EQ(control.holder_at({1.5, 1.5}, start), crown);
        EXPECT_EQ(control.holder_at({1.5, 1.5}, start + one_day), league);
        EXPECT_EQ(control.holder_at({3.5, 3.5}, start + one_day), crown);
    }
    const auto same_day = dated(area(league, {box(0, 0, 4, 4)}), start, start + one_day * 10);
    EXPECT_EQ(ControlTimeline({old, same_day}).holder_at({1, 1}, start), league);
    EXPECT_EQ(ControlTimeline({same_day, old}).holder_at({1, 1}, start), crown);
}

TEST(ControlTimeline, AHigherPriorityDecidesWhateverBeganLater) {
    auto old = dated(area(crown, {box(0, 0, 4, 4)}), start, start + one_day * 10);
    old.priority = 2;
    const auto taken = dated(area(league, {box(1, 1, 2, 2)}), start + one_day, start + one_day * 10);
    for (const auto& areas : {std::vector{old, taken}, std::vector{taken, old}}) {
        EXPECT_EQ(ControlTimeline(areas).holder_at({1.5, 1.5}, start + one_day), crown);
    }
    EXPECT_TRUE(taken.yields_to(old));
    EXPECT_FALSE(old.yields_to(taken));
    old.priority = 0;
    EXPECT_EQ(ControlTimeline({old, taken}).holder_at({1.5, 1.5}, start + one_day), league);
    EXPECT_TRUE(old.yields_to(taken));
}

TEST(ControlTimeline, NobodyHoldsContestedOrUnknownGroundThoughItDecides) {
    const auto below = area(crown, {box(0, 0, 4, 4)});
    for (const Ground unsure : {Ground::contested, Ground::unknown}) {
        auto above = area(league, {box(1, 1, 2, 2)});
        above.ground = unsure;
        const ControlTimeline control({below, above});
        EXPECT_EQ(control.holder_at({1.5, 1.5}, start), std::nullopt);
        ASSERT_NE(control.area_at({1.5, 1.5}, start), nullptr);
        EXPECT_EQ(control.area_at({1.5, 1.5}, start)->ground, unsure);
        EXPECT_EQ(control.holder_at({0.5, 0.5}, start), crown);
        const std::vector<LonLat> line{{0.5, 1.5}, {3.5, 1.5}};
        EXPECT_THAT(control.along(line, start), testing::ElementsAre(ControlTimeline::Stretch{crown, {0.5, 1.5}},
                                                                     ControlTimeline::Stretch{std::nullopt, {1, 1.5}},
                                                                     ControlTimeline::Stretch{crown, {2, 1.5}}));
    }
    EXPECT_EQ(ControlTimeline({below}).area_at({5, 5}, start), nullptr);
}

TEST(ControlTimeline, LeavesHolesOutAndTakesEveryPart) {
    const ControlTimeline control({area(crown, {box(0, 0, 4, 4), box(1, 1, 2, 2), box(6, 0, 7, 1)})});
    EXPECT_EQ(control.holder_at({0.5, 0.5}, start), crown);
    EXPECT_EQ(control.holder_at({1.5, 1.5}, start), std::nullopt) << "in the hole";
    EXPECT_EQ(control.holder_at({6.5, 0.5}, start), crown) << "the second part";
    EXPECT_EQ(control.holder_at({5, 0.5}, start), std::nullopt) << "between the parts";
}

TEST(ControlTimeline, APointOnAnEdgeBelongsToTheAreaEastOrNorthOfIt) {
    const ControlTimeline control(
        {area(crown, {box(0, 0, 1, 1)}), area(league, {box(1, 0, 2, 1)}), area(league, {box(0, 1, 1, 2)})});
    EXPECT_EQ(control.holder_at({1, 0.5}, start), league) << "the edge between west and east";
    EXPECT_EQ(control.holder_at({0.5, 1}, start), league) << "the edge between south and north";
    EXPECT_EQ(control.holder_at({0, 0.5}, start), crown) << "the western edge of all";
    EXPECT_EQ(control.holder_at({0.5, 0}, start), crown) << "the southern edge of all";
    EXPECT_EQ(control.holder_at({2, 0.5}, start), std::nullopt) << "the eastern edge of all";
    EXPECT_EQ(control.holder_at({0.5, 2}, start), std::nullopt) << "the northern edge of all";
}

TEST(ControlTimeline, AreasThatShareEdgesHoldEveryPointBetweenThemExactlyOnce) {
    // A fan of triangles round a centre, each drawn in the direction that chance says.
    std::mt19937 random(5);
    const LonLat centre{0.3, 0.2};
    const std::vector<LonLat> round{{2, 0}, {1.5, 1.7}, {-0.4, 2.1}, {-1.9, 0.3}, {-1.2, -1.8}, {0.7, -2.2}};
    std::vector<ControlTimeline> triangles;
    for (std::size_t i = 0; i < round.size(); ++i) {
        std::vector<LonLat> ring{centre, round[i], round[(i + 1) % round.size()]};
        if (random() % 2 == 0) ring = {ring[2], ring[1], ring[0]};
        triangles.emplace_back(std::vector{area(crown, {ring})});
    }
    for (int trial = 0; trial < 4'000; ++trial) {
        const double share = static_cast<double>(random() % 1'000) / 1'250.0;
        const LonLat rim = round[random() % round.size()];
        // Every other one on a spoke, as near as numbers come.
        LonLat place{centre.lon_deg + (rim.lon_deg - centre.lon_deg) * share,
                     centre.lat_deg + (rim.lat_deg - centre.lat_deg) * share};
        if (trial % 2 == 0) place = {centre.lon_deg + (share - 0.4) / 2, centre.lat_deg + (share - 0.4) / 3};
        int holders = 0;
        for (const auto& triangle : triangles) holders += triangle.holder_at(place, start) ? 1 : 0;
        EXPECT_EQ(holders, 1) << place.lon_deg << " " << place.lat_deg;
    }
}

TEST(ControlTimeline, TellsWhoHoldsALineFromItsBeginningToItsEnd) {
    const ControlTimeline control({area(crown, {box(0, 0, 1, 1)}), area(league, {box(1, 0, 2, 1)})});
    const std::vector<LonLat> line{{0.5, 0.5}, {0.75, 0.5}, {2.5, 0.5}};
    EXPECT_THAT(control.along(line, start), testing::ElementsAre(ControlTimeline::Stretch{crown, {0.5, 0.5}},
                                                                 ControlTimeline::Stretch{league, {1, 0.5}},
                                                                 ControlTimeline::Stretch{std::nullopt, {2, 0.5}}));
    EXPECT_THAT(control.along(std::vector<LonLat>{{0.5, 0.5}}, start), testing::IsEmpty());
}

TEST(ControlTimeline, ALineThatTouchesForeignGroundForAHandsbreadthDoesNotEnterIt) {
    const ControlTimeline control({area(crown, {box(0, 0, 1, 1)}), area(league, {box(1, 0, 2, 1)})});
    const std::vector<LonLat> touches{{0.5, 0.5}, {1.0 + 5e-7, 0.5}};
    EXPECT_THAT(control.along(touches, start), testing::SizeIs(1));
    const std::vector<LonLat> enters{{0.5, 0.5}, {1.0 + 5e-6, 0.5}};
    EXPECT_THAT(control.along(enters, start), testing::SizeIs(2));
}

TEST(ControlTimeline, ALineAlongABorderIsHeldByOneSide) {
    const ControlTimeline control({area(crown, {box(0, 0, 1, 1)}), area(league, {box(1, 0, 2, 1)})});
    const std::vector<LonLat> line{{1, 0.2}, {1, 0.8}};
    EXPECT_THAT(control.along(line, start), testing::ElementsAre(ControlTimeline::Stretch{league, {1, 0.2}}));
}

TEST(ControlTimeline, NamesTheMomentsOfChangeWithinAPeriod) {
    const ControlTimeline control({dated(area(crown, {box(0, 0, 1, 1)}), start, start + one_day * 3),
                                   dated(area(league, {box(1, 0, 2, 1)}), start + one_day, start + one_day * 3),
                                   area(crown, {box(3, 0, 4, 1)})});
    EXPECT_THAT(control.changes(start, start + one_day * 9),
                testing::ElementsAre(start + one_day, start + one_day * 3));
    EXPECT_THAT(control.changes(start + one_day, start + one_day * 3), testing::IsEmpty());
}

}  // namespace
}  // namespace aidway
