// SPDX-License-Identifier: Apache-2.0
#include "core/beta_shape.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace aidway {
namespace {

constexpr double shapes[] = {0.01, 0.1, 0.5, 1, 2, 3.7, 20, 300, 1e4, 1e6};
constexpr double shares[] = {0x1p-33, 1e-6, 0.01, 0.2, 0.5, 0.7, 0.99, 1 - 0x1p-33};

TEST(BetaShape, HasPolynomialsWhereTheyAreKnown) {
    for (int i = 1; i < 100; ++i) {
        const double x = i / 100.0;
        const BetaShape::Place at{x, 1.0 - x};
        EXPECT_NEAR(BetaShape(1, 1).chance_below(at), x, 1e-14);
        EXPECT_NEAR(BetaShape(2, 2).chance_below(at), x * x * (3 - 2 * x), 1e-14);
        EXPECT_NEAR(BetaShape(5, 1).chance_below(at), std::pow(x, 5), 1e-14);
        EXPECT_NEAR(BetaShape(0.5, 0.5).chance_below(at), 2 / std::acos(-1.0) * std::asin(std::sqrt(x)), 1e-13);
        EXPECT_NEAR(BetaShape(2, 2).weight(at), 6 * x * x * (1 - x) * (1 - x), 1e-14);
    }
}

TEST(BetaShape, QuantileUndoesTheChanceBelow) {
    for (const double alpha : shapes) {
        for (const double beta : shapes) {
            const BetaShape shape(alpha, beta);
            for (const double u : shares) {
                const BetaShape::Place at = shape.quantile(u);
                ASSERT_NEAR(at.x + at.y, 1.0, 1e-15);
                if (at.x < 1e-300 || at.y < 1e-300) continue;  // one end has run out of numbers
                ASSERT_NEAR(shape.chance_below(at), u, 1e-11 + 1e-9 * std::min(u, 1 - u))
                    << alpha << ", " << beta << " at " << u;
            }
        }
    }
}

// Far down the lower tail I_x = x^alpha / (alpha B(alpha, beta)); with beta = 2, 1 / B = alpha (alpha + 1).
TEST(BetaShape, QuantileKeepsItsDigitsFarDownTheTail) {
    for (const double alpha : {0.05, 0.1, 0.5}) {
        const double expected = std::pow(1e-8 / (alpha + 1), 1 / alpha);
        EXPECT_NEAR(BetaShape(alpha, 2).quantile(1e-8).x / expected, 1.0, 1e-9);
        const double u = 1 - 0x1p-27;
        const double mirrored = std::pow(0x1p-27 / (alpha + 1), 1 / alpha);
        EXPECT_NEAR(BetaShape(2, alpha).quantile(u).y / mirrored, 1.0, 1e-9);
    }
}

TEST(BetaShape, MirrorsWhenItsNumbersAreSwapped) {
    for (const double u : {0.001, 0.25, 0.4375}) {
        EXPECT_NEAR(BetaShape(3, 7).quantile(u).x, BetaShape(7, 3).quantile(1 - u).y, 1e-15);
    }
}

TEST(BetaShape, QuantileNeverFalls) {
    for (const double alpha : {0.05, 1.0, 3.7, 300.0}) {
        for (const double beta : {0.05, 1.0, 2.3, 1e4}) {
            const BetaShape shape(alpha, beta);
            double last = 0;
            for (int i = 1; i < 500; ++i) {
                const double x = shape.quantile(i / 500.0).x;
                ASSERT_GE(x, last) << alpha << ", " << beta << " at " << i;
                last = x;
            }
        }
    }
}

}  // namespace
}  // namespace aidway
