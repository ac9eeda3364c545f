// SPDX-License-Identifier: Apache-2.0
#include "simulation/nearness.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/run_model.hpp"

namespace aidway {
namespace {

TEST(Nearness, KnowsHowFarPlacesLieFromGatesAndCommunities) {
    test::SmallScenario small;
    auto& violence = small.record.violence.emplace();
    violence.where.add("at the gate", {test::small_place(11.5, 0.3), 1.0});
    violence.where.add("in town", {test::small_place(0), 1.0});
    const auto near = nearness_of(*small.build());
    EXPECT_NEAR(near.gates_m.at(0).at(0), 300, 1);
    EXPECT_NEAR(near.gates_m.at(0).at(1), std::hypot(22.5, 0.3) * 1'000, 5);
    EXPECT_NEAR(near.communities_m.at(0).at(0), std::hypot(11.5, 0.3) * 1'000, 5);
    EXPECT_EQ(near.communities_m.at(1).at(0), 0);
    EXPECT_TRUE(nearness_of(*test::SmallScenario().build()).places.empty());
}

}  // namespace
}  // namespace aidway
