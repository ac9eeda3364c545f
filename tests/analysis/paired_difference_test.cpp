// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <vector>

#include "analysis/estimate.hpp"

namespace aidway {
namespace {

const std::vector<double> a{1, 2, 3, 4, 5};
const std::vector<double> b{3, 2, 1, 7, 5};  // differences 2, 0, -2, 3, 0

TEST(PairedDifference, CountsWhoIsBetterAndWhoTies) {
    const auto d = paired_difference(b, a, 1, Better::higher);
    EXPECT_DOUBLE_EQ(d.difference.mean, 0.6);
    EXPECT_EQ(d.difference.replicates, 5U);
    EXPECT_DOUBLE_EQ(d.p_better, 0.4);
    EXPECT_DOUBLE_EQ(d.p_tie, 0.4);
    EXPECT_DOUBLE_EQ(d.largest_regret, 2);
}

TEST(PairedDifference, TurnsRoundWhereLowerIsBetter) {
    const auto d = paired_difference(b, a, 1, Better::lower);
    EXPECT_DOUBLE_EQ(d.difference.mean, 0.6) << "the difference itself has no direction";
    EXPECT_DOUBLE_EQ(d.p_better, 0.2);
    EXPECT_DOUBLE_EQ(d.p_tie, 0.4);
    EXPECT_DOUBLE_EQ(d.largest_regret, 3);
}

TEST(PairedDifference, WithoutADirectionHasNoRegret) {
    const auto d = paired_difference(b, a, 1, Better::none);
    EXPECT_DOUBLE_EQ(d.p_better, 0.4);
    EXPECT_EQ(d.largest_regret, 0);
}

TEST(PairedDifference, HasNoRegretWhereItIsNeverWorse) {
    EXPECT_EQ(paired_difference(std::vector<double>{1, 5}, std::vector<double>{1, 4}, 1, Better::higher).largest_regret,
              0);
    EXPECT_EQ(paired_difference(std::vector<double>{1, 5}, std::vector<double>{1, 4}, 1, Better::lower).largest_regret,
              1);
}

TEST(PairedDifference, IsSurerThanTheDifferenceOfTwoSeparateMeans) {
    const std::vector<double> before{10, 20, 30, 40};
    const std::vector<double> after{11, 21, 31, 41};
    EXPECT_EQ(paired_difference(after, before, 1, Better::higher).difference.standard_error, 0);
    EXPECT_GT(estimate(before, 1).standard_error, 5);
}

TEST(PairedDifference, OfAnAgreementWithItselfIsATie) {
    const auto d = paired_difference(a, a, 2, Better::lower);
    EXPECT_EQ(d.p_tie, 1);
    EXPECT_EQ(d.p_better, 0);
    EXPECT_EQ(d.difference.mean, 0);
    EXPECT_EQ(d.largest_regret, 0);
}

TEST(PairedDifference, RefusesValuesThatDoNotPair) {
    EXPECT_THROW((void)paired_difference(b, std::vector<double>{1, 2}, 1, Better::higher), std::invalid_argument);
    EXPECT_THROW((void)paired_difference({}, {}, 1, Better::higher), std::invalid_argument);
    EXPECT_NO_THROW((void)paired_difference(b, a, 1, Better::higher));
}

}  // namespace
}  // namespace aidway
