// SPDX-License-Identifier: Apache-2.0
#include "analysis/estimate.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace aidway {
namespace {

const std::vector<double> digits{3, 1, 4, 1, 5, 9, 2, 6, 5, 3};

TEST(Estimate, AgreesWithNumpy) {
    // numpy: mean(digits), quantile(digits, [0.1, 0.9]), std(digits, ddof=1) / sqrt(10)
    const auto e = estimate(digits, 1);
    EXPECT_DOUBLE_EQ(e.mean, 3.9);
    EXPECT_DOUBLE_EQ(e.low, 1.0);
    EXPECT_NEAR(e.high, 6.3, 1e-12);
    EXPECT_NEAR(e.standard_error, 0.7810249675906654, 1e-12);
    EXPECT_EQ(e.replicates, 10U);
}

TEST(Estimate, InterpolatesBetweenOrderStatistics) {
    const auto two = estimate(std::vector<double>{7, 2}, 1);
    EXPECT_DOUBLE_EQ(two.low, 2.5);
    EXPECT_DOUBLE_EQ(two.high, 6.5);
    const auto three = estimate(std::vector<double>{1, 2, 4}, 1);
    EXPECT_DOUBLE_EQ(three.low, 1.2);
    EXPECT_DOUBLE_EQ(three.high, 3.6);
}

TEST(Estimate, FindsTheEpistemicShareOfATwoLevelSample) {
    // Three points around 0, 10 and 20, each with replicates at -1, 0 and 1. Within: mean square 6 / 6 = 1. Between:
    // (mean square 3 * 200 / 2 = 300, less 1) / 3 = 99.667. Share: 99.667 / 100.667.
    const std::vector<double> values{-1, 0, 1, 9, 10, 11, 19, 20, 21};
    const auto e = estimate(values, 3);
    EXPECT_NEAR(e.epistemic_share, (299.0 / 3) / (299.0 / 3 + 1), 1e-12);
    // The three points are what has been sampled: their means spread by sqrt(100) around 10.
    EXPECT_NEAR(e.standard_error, std::sqrt(100.0 / 3), 1e-12);
}

TEST(Estimate, FindsNoEpistemicShareWhereAllPointsAreAlike) {
    const auto e = estimate(std::vector<double>{1, 5, 1, 5, 1, 5}, 2);
    EXPECT_EQ(e.epistemic_share, 0);
    EXPECT_EQ(e.standard_error, 0);
}

TEST(Estimate, FindsNothingButEpistemicShareWhereReplicatesAreAlike) {
    EXPECT_EQ(estimate(std::vector<double>{1, 1, 5, 5, 9, 9}, 2).epistemic_share, 1);
}

TEST(Estimate, OfOneValueForAllIsCertain) {
    const auto e = estimate(std::vector<double>(6, 2.5), 2);
    EXPECT_EQ(e.mean, 2.5);
    EXPECT_EQ(e.low, 2.5);
    EXPECT_EQ(e.high, 2.5);
    EXPECT_EQ(e.standard_error, 0);
    EXPECT_EQ(e.epistemic_share, 0);
}

TEST(Estimate, OfValuesThatAreNoneButOneHasNoErrorByRounding) {
    const auto e = estimate(std::vector<double>(300, 100.20833333333333), 16);
    EXPECT_EQ(e.mean, 100.20833333333333);
    EXPECT_EQ(e.standard_error, 0);
    EXPECT_EQ(e.epistemic_share, 0);
}

TEST(Estimate, SaysWhatOnePointCannotTell) {
    EXPECT_TRUE(std::isnan(estimate(digits, 16).standard_error));
    EXPECT_TRUE(std::isnan(estimate(digits, 16).epistemic_share));
    EXPECT_TRUE(std::isnan(estimate(digits, 1).epistemic_share))
        << "one replicate a point: chance cannot be told apart";
    EXPECT_FALSE(std::isnan(estimate(digits, 9).standard_error)) << "two points, the second with one replicate";
}

TEST(Estimate, WeighsAnUnfinishedPointByItsSize) {
    // Points {0, 0, 0} and {4}: mean 1; error = sqrt(((3/4)^2 (0-1)^2 + (1/4)^2 (4-1)^2) * 2 / 1).
    EXPECT_NEAR(estimate(std::vector<double>{0, 0, 0, 4}, 3).standard_error, std::sqrt(2 * (9.0 / 16 + 9.0 / 16)),
                1e-12);
}

TEST(Estimate, IsEnoughWhereItsErrorIsSmallBesideTheInterval) {
    Estimate e;
    e.low = 10;
    e.high = 30;
    e.standard_error = 1;
    EXPECT_TRUE(enough(e));
    e.standard_error = 1.001;
    EXPECT_FALSE(enough(e));
}

TEST(Estimate, OfWhatRarelyHappensIsHeldAgainstItsMean) {
    Estimate e;  // nine in ten replicates are 0: the interval has no width
    e.mean = 0.02;
    e.standard_error = 0.001;
    EXPECT_TRUE(enough(e));
    e.standard_error = 0.0011;
    EXPECT_FALSE(enough(e));
    EXPECT_TRUE(enough(estimate(std::vector<double>(6, 0.0), 2))) << "what never varies needs no more";
}

TEST(Estimate, OfOnePointIsNeverEnough) { EXPECT_FALSE(enough(estimate(digits, 16))); }

TEST(Estimate, RefusesNothingAndPointsOfNoSize) {
    EXPECT_THROW((void)estimate({}, 1), std::invalid_argument);
    EXPECT_THROW((void)estimate(digits, 0), std::invalid_argument);
    EXPECT_EQ(estimate(std::vector<double>{2}, 1).mean, 2);
}

}  // namespace
}  // namespace aidway
