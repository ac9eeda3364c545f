// SPDX-License-Identifier: Apache-2.0
#include "simulation/deterrence.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace aidway {
namespace {

TEST(Deterrence, LeavesEverythingBitForBitWhereNothingDeters) {
    for (const double undeterred : {0.0, 0.1, 0.3, 0.7, 1.0}) {
        EXPECT_EQ(left_by(undeterred, 0, 0.5), 1.0) << "nobody answers";
        EXPECT_EQ(left_by(undeterred, 4, 0), 1.0) << "nothing is seen, told apart or grave";
    }
}

TEST(Deterrence, LeavesTheUndeterredWhereTheResponseIsWithoutLimit) {
    for (const double undeterred : {0.0, 0.1, 0.3, 0.7, 1.0}) EXPECT_EQ(left_by(undeterred, 1e9, 1e-3), undeterred);
}

TEST(Deterrence, LiesBetweenByTheFormula) {
    EXPECT_NEAR(left_by(0.2, 3, 0.25), 0.2 + 0.8 * std::exp(-0.75), 1e-15);
    EXPECT_LT(left_by(0.2, 3, 0.26), left_by(0.2, 3, 0.25));
}

TEST(Deterrence, IsNotBelievedAfterThreatsInVain) {
    EXPECT_EQ(credibility(1, 3, 0, 0), 0.25);
    for (int k = 1; k < 6; ++k) EXPECT_EQ(credibility(1, 3, 0, k), 1.0 / (1 + 3 + k));
    EXPECT_EQ(credibility(1, 1, 2, 2), 0.75);
}

TEST(Deterrence, NeedsTheBlameToDependOnWhoActs) {
    const std::vector<double> even{0.45, 0.45, 0.45, 0.45};
    EXPECT_EQ(told_apart(even, 2, 0), 0.0);
    const std::vector<double> biased{0.1, 0.8, 0.3, 0.6};  // the first party is blamed more for what the second does
    EXPECT_EQ(told_apart(biased, 2, 0), 0.0);
    const std::vector<double> three{0.9, 0.0, 0.1, 0.2, 0.7, 0.1, 0.0, 0.3, 0.7};
    EXPECT_NEAR(told_apart(three, 3, 0), 0.9 - 0.1, 1e-15);
    EXPECT_NEAR(told_apart(three, 3, 1), 0.7 - 0.15, 1e-15);
    EXPECT_EQ(told_apart({0.9}, 1, 0), 0.9) << "one party alone is never taken for another";
}

TEST(Deterrence, DoesNotDependOnTheOrderOfTheParties) {
    // 0.1 + 0.2 + 0.3 and 0.3 + 0.2 + 0.1 differ in their last bit.
    const auto of_last = [](double x, double y, double z) {
        std::vector<double> blame(16, 0.0);
        blame[3] = x;
        blame[7] = y;
        blame[11] = z;
        blame[15] = 0.9;
        return told_apart(blame, 4, 3);
    };
    EXPECT_EQ(of_last(0.1, 0.2, 0.3), of_last(0.3, 0.2, 0.1));
    EXPECT_EQ(of_last(0.2, 0.1, 0.2), of_last(0.2, 0.2, 0.1));
    EXPECT_NEAR(of_last(0.2, 0.1, 0.2), 0.9 - 0.5 / 3, 1e-15);
}

TEST(Deterrence, FadesWithTheTimeToTheConsequence) {
    constexpr double month = 30.0 * 86'400;
    EXPECT_EQ(remembered(0, month), 1.0);
    EXPECT_NEAR(remembered(month, month), std::exp(-1.0), 1e-15);
}

}  // namespace
}  // namespace aidway
