// SPDX-License-Identifier: Apache-2.0
#include "network/nearest.hpp"

#include <gtest/gtest.h>

#include <random>

#include "support/route_world.hpp"

namespace aidway {
namespace {

TEST(NearestNode, AgreesWithTryingThemAll) {
    std::mt19937 random(5);
    const RoadNetwork network(test::random_lines(random, 40, 80, 0));
    const NearestNode index(network);
    for (int trial = 0; trial < 200; ++trial) {
        const LonLat place{static_cast<double>(random() % 600) * 1e-4, static_cast<double>(random() % 900) * 1e-4};
        std::uint32_t best = 0;
        for (std::uint32_t node = 1; node < network.node_count(); ++node) {
            if (great_circle(place, network.position({node})) < great_circle(place, network.position({best})))
                best = node;
        }
        const NearestNode::Answer answer = index.nearest(place);
        EXPECT_EQ(answer.node, NodeId{best});
        EXPECT_EQ(answer.distance, great_circle(place, network.position({best})));
    }
}

TEST(NearestNode, TellsNodesApartThatLieACentimetreApart) {
    std::vector<LineFeature> lines;
    for (int i = 0; i < 400; ++i) {  // a square of 20 x 20 nodes, 2 cm apart
        const LonLat at{36.0 + 2e-7 * (i % 20), 35.0 + 2e-7 * (i / 20)};
        lines.push_back({i, {at, {37, 36}}, "", "", {""}});
    }
    const RoadNetwork network(lines);
    const NearestNode index(network);
    for (std::uint32_t node = 0; node < network.node_count(); ++node) {
        EXPECT_EQ(index.nearest(network.position({node})).node, NodeId{node});
    }
}

TEST(NearestNode, TiesGoToTheSmallestLongitude) {
    const RoadNetwork network({{0, {{-1, 0}, {1, 0}}, "", "", {""}}});
    EXPECT_EQ(NearestNode(network).nearest({0, 0.5}).node, NodeId{0});
}

TEST(NearestNode, SeesOverThe180thMeridian) {
    const RoadNetwork network({{0, {{-179.9, 0}, {170, 0}}, "", "", {""}}});
    EXPECT_EQ(NearestNode(network).nearest({179.9, 0}).node, NodeId{0});
}

TEST(NearestNode, RefusesAnEmptyNetwork) {
    EXPECT_THROW(NearestNode{RoadNetwork()}, std::invalid_argument);
    EXPECT_NO_THROW(NearestNode{RoadNetwork({{0, {{0, 0}, {1, 0}}, "", "", {""}}})});
}

}  // namespace
}  // namespace aidway
