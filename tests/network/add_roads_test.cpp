// SPDX-License-Identifier: Apache-2.0
#include "network/add_roads.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "support/draw_network.hpp"
#include "support/route_world.hpp"

namespace aidway {
namespace {

using test::draw_network;

LineFeature road(LonLat from, LonLat to, const std::string& name) {
    LineFeature line;
    line.fid = 7;
    line.points = {from, to};
    line.road = name;
    line.kind.road_class = "track";
    return line;
}

TEST(AddRoads, TheSamePiecesMakeTheSameNetworkAgain) {
    std::mt19937 random(2016);
    for (int i = 0; i < 200; ++i) {
        auto lines = test::random_lines(random, 8, 14, 3);
        for (auto& line : lines) line.one_way = random() % 3 == 0;
        const RoadNetwork network(lines);
        const RoadNetwork again(pieces_of(network));
        ASSERT_EQ(again.digest(), network.digest()) << "network " << i;
        for (std::uint32_t arc = 0; arc < network.arc_count(); ++arc) {
            ASSERT_EQ(again.feature_of({arc}), network.feature_of({arc}));
            ASSERT_EQ(again.shape({arc}), network.shape({arc}));
        }
    }
}

TEST(AddRoads, WithRoadsIsWhatTheLayerWouldMakeWithThemInIt) {
    const auto drawn = draw_network("A--1--B   C", Distance::kilometres(1), {{'1', "bridge"}});
    const LineFeature bypass = road(drawn.places.at('B'), {drawn.places.at('B').lon_deg + 0.01, 0}, "bypass");
    auto lines = drawn.lines;
    lines.push_back(bypass);
    EXPECT_EQ(with_roads(RoadNetwork(drawn.lines), {bypass}).digest(), RoadNetwork(lines).digest());
}

TEST(AddRoads, LeaveTheNetworkBeneathAsItIs) {
    const auto drawn = draw_network("A--1--B", Distance::kilometres(1), {{'1', "bridge"}});
    const RoadNetwork base(drawn.lines);
    const auto before = base.digest();
    const auto with = with_roads(base, {road(drawn.places.at('A'), drawn.places.at('B'), "ferry")});
    EXPECT_EQ(base.digest(), before);
    EXPECT_EQ(base.arc_count(), 2U);
    EXPECT_EQ(with.arc_count(), 4U);
    EXPECT_EQ(with_roads(base, {}).digest(), before) << "no road more is no change";
}

TEST(AddRoads, ARoadOffTheGlobeIsRefused) {
    const RoadNetwork base(draw_network("A--B", Distance::kilometres(1)).lines);
    EXPECT_THROW((void)with_roads(base, {road({0, 0}, {0, 91}, "north")}), std::invalid_argument);
    EXPECT_NO_THROW((void)with_roads(base, {road({0, 0}, {0, 90}, "north")}));
}

}  // namespace
}  // namespace aidway
