// SPDX-License-Identifier: Apache-2.0
#include "core/ratio.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace aidway {
namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

TEST(FloorShare, RoundsDownAndNeverOverflows) {
    EXPECT_EQ(floor_share(10, 1, 3), 3);
    EXPECT_EQ(floor_share(10, 3, 3), 10);
    EXPECT_EQ(floor_share(10, 0, 3), 0);
    EXPECT_EQ(floor_share(largest, largest - 1, largest), largest - 1);
    EXPECT_EQ(floor_share(largest, 1, 2), largest / 2);
}

TEST(IsLessRatio, ComparesExactlyWhereDoublesAreEqual) {
    EXPECT_TRUE(is_less_ratio(1, 3, 1, 2));
    EXPECT_FALSE(is_less_ratio(1, 2, 1, 3));
    EXPECT_FALSE(is_less_ratio(1, 2, 2, 4));
    EXPECT_TRUE(is_less_ratio(largest - 2, largest - 1, largest - 1, largest));
    EXPECT_FALSE(is_less_ratio(largest - 1, largest, largest - 2, largest - 1));
}

TEST(IsLessRatio, PutsARatioToNothingLast) {
    EXPECT_TRUE(is_less_ratio(largest, 1, 0, 0));
    EXPECT_FALSE(is_less_ratio(0, 0, largest, 1));
    EXPECT_FALSE(is_less_ratio(1, 0, 2, 0));
}

}  // namespace
}  // namespace aidway
