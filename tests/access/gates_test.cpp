// SPDX-License-Identifier: Apache-2.0
#include "access/gates.hpp"

#include <gtest/gtest.h>

#include "support/draw_network.hpp"

namespace aidway {
namespace {

TEST(Gates, HoldBothDirectionsOfEachOfTheirRoadsAndAreSortedByName) {
    const auto drawn = test::draw_network("A-2-B-1-C-1-D---E", Distance::kilometres(1), {{'1', "east"}, {'2', "west"}});
    const RoadNetwork network(drawn.lines);
    const std::vector<Gate> gates = gates_of(network);
    ASSERT_EQ(gates.size(), 2U);
    EXPECT_EQ(gates[0].name, "east");
    EXPECT_EQ(gates[0].key, entity_key({"east"}));
    EXPECT_EQ(gates[0].arcs, (std::vector<ArcId>{ArcId{2}, ArcId{3}, ArcId{4}, ArcId{5}}));
    EXPECT_EQ(gates[1].name, "west");
    EXPECT_EQ(gates[1].arcs, (std::vector<ArcId>{ArcId{0}, ArcId{1}}));
}

TEST(Gates, AreNoneWhereTheColumnIsEmpty) {
    EXPECT_TRUE(gates_of(RoadNetwork(test::draw_network("A--B", Distance::kilometres(1)).lines)).empty());
}

}  // namespace
}  // namespace aidway
