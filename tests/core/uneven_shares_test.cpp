// SPDX-License-Identifier: Apache-2.0
#include "core/uneven_shares.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace aidway {
namespace {

constexpr double means[] = {1e-4, 0.05, 0.25, 0.35, 0.49, 0.51, 0.75, 0.9, 0.99, 1 - 1e-6};
constexpr double sigmas[] = {0.05, 0.3, 0.64, 1, 2.5, 4};

/// The mean of what people get: the integral of the chance to get more, by Simpson's rule over the logarithm.
double mean_of(const UnevenShares& shares) {
    constexpr int steps = 20'000;
    const double low = std::log(1e-13);
    double lacking = 0;
    for (int i = 0; i <= steps; ++i) {
        const double share = std::exp(low - low * i / steps);
        const double weight = i == 0 || i == steps ? 1 : (i % 2 == 1 ? 4 : 2);
        lacking += weight * shares.below(share) * share;
    }
    return 1 - lacking * -low / steps / 3;
}

TEST(UnevenShares, HaveTheMeanTheyWereMadeFor) {
    for (const double mean : means) {
        for (const double sigma : sigmas) EXPECT_NEAR(mean_of({mean, sigma}), mean, 1e-9) << mean << ", " << sigma;
    }
}

TEST(UnevenShares, AreALognormalWhereNearlyNobodyIsFull) {
    const double mean = 0.01;
    const double sigma = 0.3;
    for (const double share : {0.005, 0.01, 0.02}) {
        // Of a lognormal with this mean: N((log(share / mean) + sigma^2 / 2) / sigma).
        const double normal = (std::log(share / mean) + sigma * sigma / 2) / sigma;
        EXPECT_NEAR(UnevenShares(mean, sigma).below(share), 0.5 * std::erfc(-normal / std::sqrt(2.0)), 1e-12);
    }
}

TEST(UnevenShares, FallBelowLessOftenTheMoreThereIs) {
    for (const double sigma : sigmas) {
        for (const double share : {0.25, 0.5, 0.75, 1.0}) {
            double before = 1;
            for (int i = 0; i <= 1000; ++i) {
                const double now = UnevenShares(i / 1000.0, sigma).below(share);
                EXPECT_LE(now, before + 1e-12) << i << ", " << sigma;
                before = now;
            }
        }
    }
}

TEST(UnevenShares, AreEqualWithoutADeviation) {
    const UnevenShares equal(0.4, 0);
    EXPECT_EQ(equal.below(0.4), 0) << "below, not at";
    EXPECT_EQ(equal.below(0.41), 1);
    EXPECT_NEAR(UnevenShares(0.4, UnevenShares::least_sigma).below(0.41), 1, 1e-12) << "nor nearly without";
    EXPECT_NEAR(UnevenShares(0.4, UnevenShares::least_sigma).below(0.39), 0, 1e-12);
}

TEST(UnevenShares, HaveNothingOrEverythingAtTheEnds) {
    EXPECT_EQ(UnevenShares(0, 0.3).below(1e-9), 1);
    EXPECT_EQ(UnevenShares(1, 0.3).below(1), 0);
    EXPECT_EQ(UnevenShares(UnevenShares::full, 0.3).below(1), 0);
    EXPECT_GT(UnevenShares(1 - 2e-9, 0.3).below(1), 0) << "just short of the cut";
    EXPECT_EQ(UnevenShares(0.3, 9).below(0.5), UnevenShares(0.3, UnevenShares::most_sigma).below(0.5));
}

TEST(KnownShares, AreThoseMadeAnewWhateverCameBefore) {
    KnownShares known({0.25, 0.5, 0.75, 1.0});
    for (int round = 0; round < 2; ++round) {
        // More pairs than it keeps, each asked for twice.
        for (int i = 0; i < 3'000; ++i) {
            const double mean = 0.1 + 0.8 * (i / 2) / 1'500, sigma = 0.1 + 0.001 * (i / 2 % 700);
            const UnevenShares uneven(mean, sigma);
            const std::array expected{uneven.below(0.25), uneven.below(0.5), uneven.below(0.75), uneven.below(1.0)};
            ASSERT_EQ(known.below(mean, sigma), expected) << mean << ' ' << sigma;
        }
    }
    EXPECT_EQ(known.below(0, 0)[1], 1.0) << "who gets nothing";
}

}  // namespace
}  // namespace aidway
