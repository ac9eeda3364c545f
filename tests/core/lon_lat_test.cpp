// SPDX-License-Identifier: Apache-2.0
#include "core/lon_lat.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace aidway {
namespace {

// Reference distances on the sphere by mpmath with 30 digits, rounded to the millimetre.
TEST(GreatCircle, GivesKnownDistances) {
    EXPECT_EQ(great_circle({36.69, 36.23}, {37.165, 36.2}).metres(), 42'743.914);  // Bab al-Hawa to Aleppo
    EXPECT_EQ(great_circle({36.3, 33.5}, {37.16, 36.2}).metres(), 310'309.341);    // Damascus to Aleppo
    EXPECT_EQ(great_circle({37.1, 36.2}, {37.1001, 36.2}).metres(), 8.973);
    EXPECT_EQ(great_circle({0, 0}, {0, 1}).metres(), 111'195.080);
}

TEST(GreatCircle, HoldsAtAndNearAntipodes) {
    EXPECT_EQ(great_circle({37, 36}, {-143, -36}).metres(), 20'015'114.442);
    EXPECT_EQ(great_circle({37, 36}, {-142.999, -36}).metres(), 20'015'024.483);
    EXPECT_EQ(great_circle({10, 90}, {-70, -90}).metres(), 20'015'114.442);
}

// One degree of the WGS 84 meridian is 110,574.389 m at the equator and 111,693.865 m at the pole; one of the equator
// is 111,319.491 m.
TEST(GreatCircle, DiffersFromTheEllipsoidByLessThanTheStatedShare) {
    EXPECT_NEAR(great_circle({0, 0}, {0, 1}).metres(), 110'574.389, 0.006 * 110'574.389);
    EXPECT_NEAR(great_circle({0, 89}, {0, 90}).metres(), 111'693.865, 0.006 * 111'693.865);
    EXPECT_NEAR(great_circle({0, 0}, {1, 0}).metres(), 111'319.491, 0.006 * 111'319.491);
}

std::vector<LonLat> grid() {
    std::vector<LonLat> places;
    for (int lon = -180; lon <= 180; lon += 45) {
        for (int lat = -90; lat <= 90; lat += 30) places.push_back({lon + 0.125 * (lon < 180), lat * 0.99});
    }
    return places;
}

TEST(GreatCircle, IsTheSameBothWaysAndZeroOnlyToItself) {
    const std::vector<LonLat> places = grid();
    for (const LonLat a : places) {
        for (const LonLat b : places) {
            EXPECT_EQ(great_circle(a, b), great_circle(b, a));
            EXPECT_EQ(great_circle(a, b).metres() == 0.0, a == b);
        }
    }
}

TEST(GreatCircle, ObeysTheTriangleInequality) {
    const std::vector<LonLat> places = grid();
    constexpr double rounding_m = 0.002;
    for (const LonLat a : places) {
        for (const LonLat b : places) {
            for (const LonLat c : places) {
                ASSERT_LE(great_circle(a, c).metres(),
                          great_circle(a, b).metres() + great_circle(b, c).metres() + rounding_m);
            }
        }
    }
}

TEST(LonLat, IsValidUpToTheEdgesOfTheWorld) {
    EXPECT_TRUE((LonLat{180, 90}.valid()));
    EXPECT_TRUE((LonLat{-180, -90}.valid()));
    EXPECT_FALSE((LonLat{180.0001, 0}.valid()));
    EXPECT_FALSE((LonLat{0, -90.0001}.valid()));
    EXPECT_FALSE((LonLat{0, std::numeric_limits<double>::quiet_NaN()}.valid()));
}

}  // namespace
}  // namespace aidway
