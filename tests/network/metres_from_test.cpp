// SPDX-License-Identifier: Apache-2.0
#include "network/metres_from.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "support/small_scenario.hpp"

namespace aidway {
namespace {

TEST(MetresFrom, IsTheDistanceToTheNearestPointOfALine) {
    const std::vector<LonLat> road{test::small_place(-10), test::small_place(0), test::small_place(0, 10)};
    EXPECT_NEAR(metres_from(test::small_place(-5, -3), road), 3'000, 1);
    EXPECT_NEAR(metres_from(test::small_place(2, 4), road), 2'000, 1);
    EXPECT_NEAR(metres_from(test::small_place(-13, 4), road), 5'000, 2);
    EXPECT_EQ(metres_from(test::small_place(0), road), 0);
    const std::vector<LonLat> point{test::small_place(3, 4)};
    EXPECT_NEAR(metres_from(test::small_place(0), point), 5'000, 2);
}

TEST(MetresFrom, AgreesWithTheGreatCircleAtAnyLatitude) {
    for (const double lat : {-70.0, -33.0, 0.0, 36.2, 60.0}) {
        const LonLat here{37.1, lat};
        for (const LonLat there : {LonLat{37.2, lat}, {37.1, lat + 0.1}, {37.0, lat - 0.08}}) {
            const double exact = great_circle(here, there).metres();
            EXPECT_NEAR(metres_from(here, std::vector{there}), exact, exact * 3e-3) << lat;
        }
    }
    const double across = great_circle({179.95, 10}, {-179.95, 10}).metres();
    EXPECT_NEAR(metres_from({179.95, 10}, std::vector<LonLat>{{-179.95, 10}}), across, across * 1e-3);
}

}  // namespace
}  // namespace aidway
