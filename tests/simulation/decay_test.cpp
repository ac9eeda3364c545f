// SPDX-License-Identifier: Apache-2.0
#include "simulation/decay.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/random_scenario.hpp"

namespace aidway {
namespace {

TEST(Decay, IsTheExponentialOfEveryAge) {
    test::Dice dice(7);
    for (const double mean_s : {60.0, 21'600.0, 172'800.0, 1e8}) {
        const Decay decay(mean_s);
        EXPECT_EQ(decay.left(0), 1.0);
        for (int i = 0; i < 2'000; ++i) {
            const std::int64_t age_s = dice.whole(0, (std::int64_t{1} << dice.whole(1, 30)) - 1);
            const double means = static_cast<double>(age_s) / mean_s;
            const double exact = std::exp(-means);
            EXPECT_NEAR(decay.left(age_s), exact, 4e-16 * (means + 4) * exact + 1e-300) << age_s << " s of " << mean_s;
        }
    }
}

TEST(Decay, HasNoSeamWhereAgesLeaveTheTable) {
    const Decay decay(1e7);
    constexpr std::int64_t last_s = (std::int64_t{1} << 24) - 1;
    const double a_second = std::exp(-1e-7);
    EXPECT_NEAR(decay.left(last_s + 1) / decay.left(last_s), a_second, 1e-14);
}

}  // namespace
}  // namespace aidway
