// SPDX-License-Identifier: Apache-2.0
#include "io/split.hpp"

#include <gtest/gtest.h>

namespace aidway {
namespace {

using Parts = std::vector<std::string>;

TEST(Split, CutsAtEverySeparator) { EXPECT_EQ(split("gov;opp;kurdish", ";"), (Parts{"gov", "opp", "kurdish"})); }

TEST(Split, TrimsBlanksAndLeavesEmptyPartsOut) {
    EXPECT_EQ(split("  gov ; ;opp;", ";"), (Parts{"gov", "opp"}));
    EXPECT_EQ(split("", ";"), Parts{});
    EXPECT_EQ(split(" ; ", ";"), Parts{});
}

TEST(Split, KeepsBlanksInside) { EXPECT_EQ(split("River League;Crown", ";"), (Parts{"River League", "Crown"})); }

TEST(Split, TakesSeparatorsOfSeveralCharacters) {
    EXPECT_EQ(split("a, b,c", ", "), (Parts{"a", "b,c"}));
    EXPECT_EQ(split("a->b->", "->"), (Parts{"a", "b"}));
}

}  // namespace
}  // namespace aidway
