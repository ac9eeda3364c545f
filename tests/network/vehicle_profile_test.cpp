// SPDX-License-Identifier: Apache-2.0
#include "network/vehicle_profile.hpp"

#include <gtest/gtest.h>

#include "network/arc_times.hpp"

namespace aidway {
namespace {

VehicleProfile lorry() {
    VehicleProfile profile;
    profile.default_speed = Speed::kilometres_per_hour(30);
    profile.speed_by_class = {{"primary", Speed::kilometres_per_hour(60)}};
    profile.factor_by_surface = {{"gravel", 0.5}, {"mud", 0}};
    profile.factor_by_condition = {{"bad", 0.5}, {"impassable", 0}};
    profile.traffic = "heavy";
    profile.cannot_take = {"ford"};
    profile.weight = Mass::tonnes(10);
    profile.height = Distance::metres(3.5);
    return profile;
}

RoadKind primary() { return {"primary"}; }

TEST(VehicleProfile, SurfaceAndConditionSlowItAndTheLimitIsKept) {
    RoadKind kind = primary();
    EXPECT_EQ(lorry().speed_on(kind), Speed::kilometres_per_hour(60));
    kind.surface = "gravel";
    EXPECT_EQ(lorry().speed_on(kind), Speed::kilometres_per_hour(30));
    kind.condition = "bad";
    EXPECT_EQ(lorry().speed_on(kind), Speed::kilometres_per_hour(15));
    kind.max_speed = Speed::kilometres_per_hour(20);
    EXPECT_EQ(lorry().speed_on(kind), Speed::kilometres_per_hour(15));
    kind.max_speed = Speed::kilometres_per_hour(10);
    EXPECT_EQ(lorry().speed_on(kind), Speed::kilometres_per_hour(10));
}

TEST(VehicleProfile, EachObstacleIsNamedAndItsNearestTwinIsNone) {
    EXPECT_EQ(obstacle(lorry(), primary()), std::nullopt);
    const auto with = [](auto change) {
        RoadKind kind = primary();
        change(kind);
        return obstacle(lorry(), kind).value_or("");
    };
    EXPECT_EQ(with([](RoadKind& k) { k.barred = {"foot", "heavy"}; }), "closed to heavy");
    EXPECT_EQ(with([](RoadKind& k) { k.barred = {"foot"}; }), "");
    EXPECT_EQ(with([](RoadKind& k) { k.max_weight = Mass::kilograms(9999); }), "limit of 9.999 t");
    EXPECT_EQ(with([](RoadKind& k) { k.max_weight = Mass::tonnes(10); }), "");
    EXPECT_EQ(with([](RoadKind& k) { k.max_height = Distance::metres(3.4); }), "headroom of 3.4 m");
    EXPECT_EQ(with([](RoadKind& k) { k.max_height = Distance::metres(3.5); }), "");
    EXPECT_EQ(with([](RoadKind& k) { k.features = {"bridge", "ford"}; }), "ford");
    EXPECT_EQ(with([](RoadKind& k) { k.features = {"bridge"}; }), "");
    EXPECT_EQ(with([](RoadKind& k) { k.surface = "mud"; }), "surface mud");
    EXPECT_EQ(with([](RoadKind& k) { k.condition = "impassable"; }), "condition impassable");
    EXPECT_EQ(with([](RoadKind& k) { k.surface = "unheard-of"; }), "");
}

TEST(VehicleProfile, WithoutMeasuresNoLimitBinds) {
    VehicleProfile profile;
    profile.default_speed = Speed::kilometres_per_hour(30);
    RoadKind kind = primary();
    kind.barred = {"heavy"};
    kind.max_weight = Mass::tonnes(1);
    kind.max_height = Distance::metres(1);
    EXPECT_EQ(obstacle(profile, kind), std::nullopt);
}

TEST(ArcTimes, AnArcTheVehicleCannotTakeHasNoTime) {
    LineFeature line{0, {{0, 0}, {0.01, 0}}, "", "", primary()};
    line.kind.max_weight = Mass::tonnes(5);
    EXPECT_EQ(arc_times_ms(RoadNetwork({line}), lorry())[0], no_driving_ms);
    line.kind.max_weight = Mass::tonnes(15);
    EXPECT_NEAR(arc_times_ms(RoadNetwork({line}), lorry())[0], 66'717, 10);
}

TEST(VehicleProfile, FactorsAndMeasuresThatCannotBeAreRefused) {
    VehicleProfile profile = lorry();
    EXPECT_EQ(fault_of(profile), std::nullopt);
    profile.factor_by_surface = {{"gravel", 1.1}};
    EXPECT_EQ(fault_of(profile), "the factor of 'gravel' must be in [0, 1]");
    profile.factor_by_surface = {{"gravel", 1}, {"gravel", 0.5}};
    EXPECT_EQ(fault_of(profile), "the factor of 'gravel' is given twice");
    profile = lorry();
    profile.weight = Mass{};
    EXPECT_EQ(fault_of(profile), "the weight must be above 0 t");
    profile = lorry();
    profile.height = Distance::metres(0);
    EXPECT_EQ(fault_of(profile), "the height must be above 0 m");
}

}  // namespace
}  // namespace aidway
