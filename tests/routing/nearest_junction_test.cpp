// SPDX-License-Identifier: Apache-2.0
#include "routing/nearest_junction.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "network/arc_times.hpp"
#include "support/route_world.hpp"

namespace aidway {
namespace {

using test::drawn_world;
using test::RouteWorld;

std::optional<WayEnd> ask(const RouteWorld& world, LonLat place) {
    return nearest_junction(PassageGraph(world.network, world.times_ms, world.gates), place);
}

TEST(NearestJunction, IsTheNearestThatTheVehicleCanComeTo) {
    RouteWorld world = drawn_world("A---B---C", "AB");
    const LonLat place = world.network->position(world.terminals[0]);
    EXPECT_EQ(ask(world, place)->node, world.terminals[0]);
    EXPECT_EQ(ask(world, place)->from_junction, Distance::metres(0));
    // A footpath: from A to B nobody drives.
    for (std::size_t arc = 0; arc < world.network->arc_count(); ++arc) {
        const bool at_a =
            world.network->tail()[arc] == world.terminals[0] || world.network->head()[arc] == world.terminals[0];
        if (at_a) world.times_ms[arc] = no_driving_ms;
    }
    EXPECT_EQ(ask(world, place)->node, world.terminals[1]);
    EXPECT_NEAR(ask(world, place)->from_junction.metres(), 4000, 1);
}

TEST(NearestJunction, IsNoneWhereNobodyDrives) {
    RouteWorld world = drawn_world("A---B", "AB");
    const LonLat place = world.network->position(world.terminals[0]);
    EXPECT_TRUE(ask(world, place).has_value());
    std::fill(world.times_ms.begin(), world.times_ms.end(), no_driving_ms);
    EXPECT_FALSE(ask(world, place).has_value());
}

TEST(Law, NoDrivenJunctionLiesNearer) {
    std::mt19937 random(81);
    for (int trial = 0; trial < 30; ++trial) {
        RouteWorld world = test::one_way_world(random, 20, 20, 0);
        for (auto& time : world.times_ms) time = random() % 3 == 0 ? no_driving_ms : time;
        const LonLat place{0.05 * static_cast<double>(random() % 1000) / 1000,
                           0.04 * static_cast<double>(random() % 1000) / 1000};
        const auto found = ask(world, place);
        std::optional<Distance> least;
        for (std::size_t arc = 0; arc < world.network->arc_count(); ++arc) {
            if (world.times_ms[arc] == no_driving_ms) continue;
            for (const NodeId end : {world.network->tail()[arc], world.network->head()[arc]}) {
                const Distance distance = great_circle(place, world.network->position(end));
                if (!least || distance < *least) least = distance;
            }
        }
        ASSERT_EQ(found.has_value(), least.has_value());
        EXPECT_EQ(found ? found->from_junction : Distance{}, least.value_or(Distance{}));
    }
}

}  // namespace
}  // namespace aidway
