// SPDX-License-Identifier: Apache-2.0
#include "network/grid_point.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace aidway {
namespace {

std::int64_t by_great_circle(GridPoint a, GridPoint b) {
    return std::llround(great_circle(lon_lat(a), lon_lat(b)).metres() * 1000.0);
}

TEST(GridPoint, LengthOfADegreeOfLatitude) { EXPECT_EQ(length_mm({0, 0}, {0, 10'000'000}), 111'195'080); }

TEST(Law, LengthIsTheGreatCircleToTheMillimetreHoweverShortTheSegment) {
    std::mt19937_64 random(11);
    const auto within = [&random](std::int64_t most) {
        return static_cast<std::int32_t>(static_cast<std::int64_t>(random() % (2 * static_cast<unsigned>(most) + 1)) -
                                         most);
    };
    for (int trial = 0; trial < 200'000; ++trial) {
        const bool polar = trial % 10 == 0;
        const GridPoint a{within(1'798'000'000), polar ? 900'000'000 - std::abs(within(20'000)) : within(898'000'000)};
        const std::int64_t reach = trial % 3 == 0 ? 30 : trial % 3 == 1 ? 20'000 : 1'100'000;
        const GridPoint b{a.lon + within(reach),
                          polar ? 900'000'000 - std::abs(within(20'000)) : a.lat + within(reach)};
        ASSERT_EQ(length_mm(a, b), by_great_circle(a, b)) << a.lon << ' ' << a.lat << ' ' << b.lon << ' ' << b.lat;
        ASSERT_EQ(length_mm(b, a), length_mm(a, b));
    }
}

}  // namespace
}  // namespace aidway
