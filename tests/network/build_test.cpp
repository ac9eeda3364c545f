// SPDX-License-Identifier: Apache-2.0
#include "network/build.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>

#include "support/route_world.hpp"

namespace aidway {
namespace {

constexpr double degree_m = 111'195.0;  // close enough to place things metres apart

LineFeature line(std::int64_t fid, std::vector<LonLat> points) { return {fid, std::move(points), "", "", {""}}; }

Built build(const std::vector<LineFeature>& lines, double tolerance_m) {
    std::vector<Diagnostic> faults;
    Built built = build_network(lines, {Distance::metres(tolerance_m)}, "roads.gpkg", faults);
    EXPECT_THAT(faults, testing::IsEmpty());
    return built;
}

std::vector<std::string> faults_of(const std::vector<LineFeature>& lines, double tolerance_m = 0) {
    std::vector<Diagnostic> faults;
    (void)build_network(lines, {Distance::metres(tolerance_m)}, "roads.gpkg", faults);
    std::vector<std::string> texts;
    for (const Diagnostic& fault : faults) texts.push_back(fault.text());
    return texts;
}

TEST(Build, SplitsALineWhereAnotherEndsAtItsVertex) {
    const Built built = build({line(1, {{0, 0}, {0.01, 0}, {0.02, 0}}), line(2, {{0.01, 0}, {0.01, 0.01}})}, 0);
    EXPECT_EQ(built.network.node_count(), 4U);
    EXPECT_EQ(built.network.arc_count(), 6U);
    EXPECT_THAT(built.repairs, testing::IsEmpty());
}

TEST(Build, PiecesOfALineShareItsStatedLengthAndItsDirection) {
    LineFeature quay = line(1, {{0, 0}, {0.01, 0}, {0.04, 0}});
    quay.length = Distance::kilometres(8);
    quay.one_way = true;
    const Built built = build({quay, line(2, {{0.01, 0}, {0.01, 0.01}})}, 0);
    ASSERT_EQ(built.network.arc_count(), 4U);
    EXPECT_NEAR(built.network.length_m()[0], 2000, 0.01);
    EXPECT_EQ(built.network.reverse()[0], no_arc);
    quay.length = Distance::metres(-5);
    EXPECT_THAT(faults_of({quay, line(2, {{0, 0}, {1, 0}})}),
                testing::ElementsAre("roads.gpkg: feature 1: the stated length is -5 m: expected 1 mm to 100,000 km"));
}

TEST(Build, LinesThatOnlyCrossDoNotMeet) {
    const Built built = build({line(1, {{0, 0}, {0.02, 0}}), line(2, {{0.01, -0.01}, {0.01, 0.01}})}, 0);
    EXPECT_EQ(built.network.node_count(), 4U);
}

TEST(Build, JoinsEndsWithinTheToleranceAndSaysSo) {
    const std::vector<LineFeature> lines{line(1, {{0, 0}, {0.01, 0}}), line(2, {{0.01 + 6 / degree_m, 0}, {0.02, 0}})};
    const Built joined = build(lines, 7);
    EXPECT_EQ(joined.network.node_count(), 3U);
    ASSERT_EQ(joined.repairs.size(), 1U);
    EXPECT_EQ(joined.repairs[0].at, (LonLat{0.01, 0}));
    EXPECT_EQ(joined.repairs[0].what, "feature 2 ends 6.00 m from the end of feature 1: joined");
    EXPECT_NEAR(joined.repairs[0].distance.metres(), 6.0, 0.02);
    EXPECT_EQ(build(lines, 5).network.node_count(), 4U);
}

TEST(Build, ManyEndsDrawTheFewToThem) {
    const LonLat square{0.01, 0}, astray{0.01 - 6 / degree_m, 0};
    const Built built =
        build({line(1, {{0, 0}, astray}), line(2, {square, {0.02, 0}}), line(3, {square, {0.01, 0.01}})}, 7);
    ASSERT_EQ(built.repairs.size(), 1U);
    EXPECT_EQ(built.repairs[0].at, square);
}

TEST(Build, LeadsAPassingLineThroughAnEndBesideIt) {
    const std::vector<LineFeature> lines{line(1, {{0, 0}, {0.02, 0}}), line(2, {{0.01, 4 / degree_m}, {0.01, 0.01}})};
    const Built joined = build(lines, 5);
    EXPECT_EQ(joined.network.node_count(), 4U);
    EXPECT_EQ(joined.network.arc_count(), 6U);
    ASSERT_EQ(joined.repairs.size(), 1U);
    EXPECT_EQ(joined.repairs[0].what, "feature 2 ends 4.00 m beside feature 1: joined");
    EXPECT_EQ(build(lines, 3).network.arc_count(), 4U);
}

TEST(Law, BuildingDoesNotDependOnTheOrderOfLines) {
    std::mt19937 random(3);
    for (int trial = 0; trial < 20; ++trial) {
        std::vector<LineFeature> lines = test::random_lines(random, 15, 25, 2);
        for (LineFeature& feature : lines) {  // a scatter of up to 9 m, so that there is something to join
            for (LonLat& place : feature.points) place.lat_deg += static_cast<double>(random() % 10) / degree_m;
        }
        const Built built = build(lines, 20);
        EXPECT_THAT(built.repairs, testing::Not(testing::IsEmpty()));
        EXPECT_LE(built.network.node_count(), 15U);
        std::shuffle(lines.begin(), lines.end(), random);
        const Built other = build(lines, 20);
        EXPECT_EQ(other.network.digest(), built.network.digest());
        EXPECT_EQ(other.repairs.size(), built.repairs.size());
    }
}

TEST(Build, RefusesALineWithoutTwoDistinctPoints) {
    EXPECT_THAT(faults_of({line(4, {{1, 1}, {1, 1}}), line(5, {{1, 1}, {1, 1.001}})}),
                testing::ElementsAre("roads.gpkg: feature 4: the line has 1 distinct point: expected at least 2"));
    EXPECT_THAT(faults_of({line(4, {})}),
                testing::ElementsAre("roads.gpkg: feature 4: the line has 0 distinct points: expected at least 2"));
}

TEST(Build, RefusesPlacesOffTheGlobe) {
    EXPECT_THAT(faults_of({line(9, {{0, 0}, {200, 95}})}),
                testing::ElementsAre("roads.gpkg: feature 9: vertex 2 lies at (200, 95): expected a longitude in "
                                     "[-180, 180] and a latitude in [-90, 90]"));
    EXPECT_EQ(faults_of({line(9, {{0, 0}, {std::numeric_limits<double>::quiet_NaN(), 0}})}).size(), 1U);
    EXPECT_THAT(faults_of({line(9, {{180, 90}, {179, 89}})}), testing::IsEmpty());
}

TEST(Build, RefusesALineThatTheToleranceWouldSwallow) {
    const std::vector<LineFeature> lines{line(1, {{0, 0}, {0.01, 0}}), line(2, {{0.01, 0}, {0.01, 4 / degree_m}})};
    EXPECT_THAT(faults_of(lines, 5),
                testing::ElementsAre("roads.gpkg: feature 2: the line is 4.00 m long and would shrink to a point: "
                                     "expected more than the tolerance of 5.00 m"));
    EXPECT_THAT(faults_of(lines, 3), testing::IsEmpty());
}

TEST(Build, RefusesALayerWithoutLines) {
    EXPECT_THAT(faults_of({}), testing::ElementsAre("roads.gpkg: the layer has no lines: expected at least one road"));
}

}  // namespace
}  // namespace aidway
