// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "network/network_file.hpp"
#include "network/road_network.hpp"
#include "support/scratch_file.hpp"

namespace aidway {
namespace {

using testing::ElementsAreArray;

/// Streets of a town of 150 x 150 corners: enough for several threads at each step; some are there twice.
std::vector<LineFeature> town() {
    std::vector<LineFeature> streets;
    const auto corner = [](int column, int row) { return LonLat{36 + 0.001 * column, 33 + 0.001 * row}; };
    for (int row = 0; row < 150; ++row) {
        for (int column = 0; column < 150; ++column) {
            const LonLat here = corner(column, row);
            LineFeature street{column + 150 * row, {here, corner(column + 1, row)}, "", "", {"residential"}};
            street.one_way = row % 3 == 0;
            streets.push_back(street);
            if (column % 10 == 0) streets.push_back(street);
            street.points = {here, {here.lon_deg + 0.0002, here.lat_deg + 0.0005}, corner(column, row + 1)};
            street.road = "Street " + std::to_string(column);
            streets.push_back(street);
        }
    }
    return streets;
}

TEST(Law, ThreadsThatTakePiecesInAnyOrderMakeOneNetwork) {
    std::vector<LineFeature> streets = town();
    const RoadNetwork network(streets);
    std::mt19937 random(3);
    for (int trial = 0; trial < 3; ++trial) {
        std::shuffle(streets.begin(), streets.end(), random);
        const RoadNetwork again(streets);
        ASSERT_EQ(again.digest(), network.digest());
        const RoadColumns& columns = again.columns();
        EXPECT_THAT(columns.reverse, ElementsAreArray(network.columns().reverse));
        EXPECT_THAT(columns.feature, ElementsAreArray(network.columns().feature));
        EXPECT_THAT(columns.shape_point, ElementsAreArray(network.columns().shape_point));
    }
}

TEST(Law, ALargeNetworkThatWasSavedIsReadAgain) {
    const RoadNetwork network(town());
    const test::ScratchFile file("town.aidwaynet", "");
    save_network(network, file.path());
    std::vector<Diagnostic> faults;
    const auto again = load_network(file.path(), "town", faults);
    ASSERT_TRUE(again.has_value()) << faults.front().text();
    EXPECT_EQ(again->digest(), network.digest());
}

}  // namespace
}  // namespace aidway
