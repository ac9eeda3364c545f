// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "core/real_math.hpp"

namespace aidway {
namespace {

TEST(NormalChance, IsThatOfTheLibraryToItsStatedError) {
    for (double x = -37; x < 9; x += 0.0137) {
        const double expected = 0.5 * std::erfc(-x / std::sqrt(2.0));
        const double error = std::abs(x) <= 8 ? 2e-14 : 5e-13;
        ASSERT_NEAR(normal_chance_below(x) / expected, 1, error) << x;
    }
}

TEST(NormalChance, IsUndoneByTheQuantile) {
    for (const double u : {1e-12, 1e-4, 0.1, 0.5, 0.8, 0.999}) {
        EXPECT_NEAR(normal_chance_below(normal_quantile(u)) / u, 1, 1e-12) << u;
    }
}

TEST(NormalChance, HasItsEnds) {
    EXPECT_EQ(normal_chance_below(-40), 0);
    EXPECT_EQ(normal_chance_below(-1e300), 0);
    EXPECT_EQ(normal_chance_below(40), 1);
    EXPECT_EQ(normal_chance_below(0), 0.5);
    EXPECT_TRUE(std::isnan(normal_chance_below(std::nan(""))));
}

}  // namespace
}  // namespace aidway
