// SPDX-License-Identifier: Apache-2.0
#include "network/arc_times.hpp"

#include <gtest/gtest.h>

#include "support/draw_network.hpp"

namespace aidway {
namespace {

VehicleProfile truck() {
    VehicleProfile profile;
    profile.name = "truck-10t";
    profile.default_speed = Speed::kilometres_per_hour(30);
    profile.speed_by_class = {{"track", Speed::kilometres_per_hour(10)}};
    return profile;
}

RoadNetwork ten_kilometres(const std::string& road_class) {
    std::vector<LineFeature> lines = test::draw_network("A---------B", Distance::kilometres(1)).lines;
    lines[0].kind.road_class = road_class;
    return RoadNetwork(lines);
}

TEST(ArcTimes, AreLengthOverSpeed) {
    EXPECT_NEAR(arc_times_ms(ten_kilometres(""), truck())[0], 1'200'000, 10);
    EXPECT_NEAR(arc_times_ms(ten_kilometres("track"), truck())[0], 3'600'000, 10);
    EXPECT_NEAR(arc_times_ms(ten_kilometres("paved"), truck())[0], 1'200'000, 10);
}

TEST(ArcTimes, DetourAndDelayMultiply) {
    VehicleProfile profile = truck();
    profile.detour = 1.2;
    profile.time_factor = 1.25;
    EXPECT_NEAR(arc_times_ms(ten_kilometres(""), profile)[0], 1'800'000, 10);
}

TEST(ArcTimes, AStatedLengthTakesNoDetour) {
    VehicleProfile profile = truck();
    profile.detour = 1.2;
    std::vector<LineFeature> lines = test::draw_network("A---------B", Distance::kilometres(1)).lines;
    lines[0].length = Distance::kilometres(11);
    EXPECT_EQ(arc_times_ms(RoadNetwork(lines), profile)[0], 1'320'000U);
    lines[0].length = std::nullopt;
    EXPECT_NEAR(arc_times_ms(RoadNetwork(lines), profile)[0], 1'440'000, 10);
}

TEST(ArcTimes, AreAtLeastOneMillisecondAndSaturate) {
    VehicleProfile profile = truck();
    profile.default_speed = Speed::kilometres_per_hour(1e12);
    EXPECT_EQ(arc_times_ms(ten_kilometres(""), profile)[0], 1U);
    profile.default_speed = Speed::kilometres_per_hour(1e-9);
    EXPECT_EQ(arc_times_ms(ten_kilometres(""), profile)[0], 4'294'967'294U);
}

TEST(VehicleProfile, RefusesImpossibleNumbersAndTakesTheLeastPossible) {
    EXPECT_EQ(fault_of(truck()), std::nullopt);
    VehicleProfile profile = truck();
    profile.speed_by_class[0].second = Speed::kilometres_per_hour(0);
    EXPECT_EQ(fault_of(profile), "the speed on 'track' must be above 0 km/h");
    profile = truck();
    profile.speed_by_class.push_back(profile.speed_by_class[0]);
    EXPECT_EQ(fault_of(profile), "the speed on 'track' is given twice");
    profile = truck();
    profile.detour = 0.99;
    EXPECT_EQ(fault_of(profile), "the detour must be at least 1: a road is no shorter than its drawing");
    profile.detour = 1.0;
    EXPECT_EQ(fault_of(profile), std::nullopt);
    profile.time_factor = 0;
    EXPECT_EQ(fault_of(profile), "the time factor must be above 0");
    profile = truck();
    profile.default_speed = Speed();
    EXPECT_EQ(fault_of(profile), "the default speed must be above 0 km/h");
}

}  // namespace
}  // namespace aidway
