// SPDX-License-Identifier: Apache-2.0
#include "core/samplers.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <stdexcept>

#include "core/draw.hpp"

namespace aidway {
namespace {

constexpr std::array<double, 6> shares{0x1p-33, 0.001, 0.25, 0.5, 0.9, 1 - 0x1p-33};

// By scipy 1.17: [scipy.stats.binom(n, p).ppf(u) for u in (2**-33, .001, .25, .5, .9, 1 - 2**-33)].
TEST(Binomial, AgreesWithReferenceQuantiles) {
    struct Case {
        std::int64_t n;
        double p;
        std::array<std::int64_t, 6> expected;
    };
    const Case cases[] = {
        {1, 0.5, {0, 0, 0, 0, 1, 1}},
        {10, 0.3, {0, 0, 2, 3, 5, 10}},
        {100, 0.02, {0, 0, 1, 2, 4, 16}},
        {100, 0.97, {81, 91, 96, 97, 99, 100}},
        {1000, 0.4, {303, 352, 390, 400, 420, 499}},
        {125000, 1.0 / 14, {8357, 8648, 8867, 8928, 9045, 9511}},
        {300000, 0.5, {148264, 149154, 149815, 150000, 150351, 151736}},
        {300000, 0.0001, {3, 15, 26, 30, 37, 71}},
        {300000, 0.999, {299584, 299645, 299688, 299700, 299722, 299803}},
    };
    for (const Case& c : cases) {
        for (std::size_t i = 0; i < shares.size(); ++i) {
            EXPECT_EQ(binomial(c.n, c.p, shares[i]), c.expected[i]) << c.n << ", " << c.p << " at " << shares[i];
        }
    }
}

/// Cumulative chances by plain summation in long double.
TEST(Binomial, IsTheSmallestCountWhoseChanceReachesU) {
    for (const std::int64_t n : {7, 60, 61, 200, 2'000}) {
        for (const double p : {0.01, 0.3, 0.5, 0.7, 0.99}) {
            long double sum = 0;
            for (std::int64_t k = 0; k < n; ++k) {
                const long double before = sum;
                sum += std::exp(std::lgamma(n + 1.0L) - std::lgamma(k + 1.0L) - std::lgamma(n - k + 1.0L) +
                                k * std::log(1.0L * p) + (n - k) * std::log1p(-1.0L * p));
                const auto middle = static_cast<double>((before + sum) / 2);
                if (sum - before > 1e-9L && middle < 1) {
                    ASSERT_EQ(binomial(n, p, middle), k) << n << ", " << p;
                }
            }
        }
    }
}

TEST(Binomial, NeverFallsAsUGrows) {
    for (const std::int64_t n : {50, 500, 300'000}) {
        for (const double p : {0.0001, 0.05, 0.5, 0.93, 0.9999}) {
            std::int64_t last = 0;
            for (int i = 1; i < 2'000; ++i) {
                const std::int64_t k = binomial(n, p, i / 2'000.0);
                ASSERT_GE(k, last);
                last = k;
            }
            EXPECT_LE(last, n);
        }
    }
}

// 100,000 draws: the mean of the counts strays from n p by more than five standard errors once in 1.7 million seeds.
TEST(Binomial, HasItsMeanOverKeyedDraws) {
    double sum = 0;
    for (std::uint32_t i = 0; i < 100'000; ++i) {
        sum += static_cast<double>(binomial(125'000, 1.0 / 14, Draw({2016, i}, {1}, {7}, 0).uniform(0)));
    }
    const double sd = std::sqrt(125'000.0 / 14 * 13 / 14);
    EXPECT_NEAR(sum / 100'000, 125'000.0 / 14, 5 * sd / std::sqrt(100'000.0));
}

TEST(Binomial, EndsAreCertain) {
    for (const double u : {1e-300, 0.5, 1 - 0x1p-53}) {
        EXPECT_EQ(binomial(0, 0.5, u), 0);
        EXPECT_EQ(binomial(300'000, 0.0, u), 0);
        EXPECT_EQ(binomial(300'000, 1.0, u), 300'000);
        EXPECT_LE(binomial(300'000, 1e-9, u), 4);  // P(K > 4) is below 1e-19
    }
}

TEST(Binomial, RefusesWhatIsOutsideItsRange) {
    EXPECT_THROW(static_cast<void>(binomial(-1, 0.5, 0.5)), std::invalid_argument);
    EXPECT_THROW(static_cast<void>(binomial(10'000'001, 0.5, 0.5)), std::invalid_argument);
    EXPECT_EQ(binomial(10'000'000, 0.5, 0.5), 5'000'000);
    EXPECT_THROW(static_cast<void>(binomial(10, 1.0001, 0.5)), std::invalid_argument);
    EXPECT_THROW(static_cast<void>(binomial(10, 0.5, 0.0)), std::invalid_argument);
    EXPECT_THROW(static_cast<void>(binomial(10, 0.5, 1.0)), std::invalid_argument);
}

TEST(Bernoulli, HappensBelowItsChance) {
    EXPECT_TRUE(bernoulli(0.3, 0.2999));
    EXPECT_FALSE(bernoulli(0.3, 0.3));
    EXPECT_FALSE(bernoulli(0.0, 1e-300));
    EXPECT_TRUE(bernoulli(1.0, 1 - 0x1p-53));
    EXPECT_THROW(static_cast<void>(bernoulli(-0.1, 0.5)), std::invalid_argument);
}

TEST(Triangular, PassesItsModeAndStaysInside) {
    EXPECT_DOUBLE_EQ(triangular(0.2, 0.3, 0.45, 0.4), 0.3);
    EXPECT_DOUBLE_EQ(triangular(0, 0, 1, 0.75), 0.5);
    EXPECT_DOUBLE_EQ(triangular(0, 1, 1, 0.25), 0.5);
    EXPECT_EQ(triangular(4, 4, 4, 0.7), 4.0);
    EXPECT_GE(triangular(0.2, 0.3, 0.45, 1e-300), 0.2);
    EXPECT_LE(triangular(0.2, 0.3, 0.45, 1 - 0x1p-53), 0.45);
    EXPECT_THROW(static_cast<void>(triangular(0.3, 0.2, 0.45, 0.5)), std::invalid_argument);
}

// By scipy 1.17: [scipy.stats.expon(scale=4).ppf(u) for u in (2**-33, .001, .25, .5, .9, 1 - 2**-33)].
TEST(Poisson, AgreesWithTheCumulativeChances) {
    // exp(-2) = 0.1353..., (1 + 2) exp(-2) = 0.4060..., (1 + 2 + 2) exp(-2) = 0.6766...
    EXPECT_EQ(poisson(2, 0.135335), 0);
    EXPECT_EQ(poisson(2, 0.135336), 1);
    EXPECT_EQ(poisson(2, 0.406005), 1);
    EXPECT_EQ(poisson(2, 0.406006), 2);
    EXPECT_EQ(poisson(2, 0.676676), 2);
    EXPECT_EQ(poisson(2, 0.676677), 3);
    EXPECT_EQ(poisson(0, 0.999999), 0);
}

TEST(Poisson, HasItsMeanAndVarianceAndNeverFallsAsUGrows) {
    for (const double mean : {0.5, 4.0, 256.0}) {
        const int n = 100'000;
        double sum = 0, squares = 0;
        std::int64_t before = 0;
        for (int i = 0; i < n; ++i) {
            const auto k = poisson(mean, (i + 0.5) / n);
            EXPECT_GE(k, before);
            before = k;
            sum += static_cast<double>(k);
            squares += static_cast<double>(k) * static_cast<double>(k);
        }
        const double average = sum / n;
        // A grid of strata, not a sample: what is left is the width of one stratum.
        EXPECT_NEAR(average, mean, 1e-3 * mean);
        EXPECT_NEAR(squares / n - average * average, mean, 2e-3 * mean);
    }
}

TEST(Poisson, RefusesMeansWhoseChancesVanish) {
    EXPECT_NO_THROW(static_cast<void>(poisson(700, 1 - 0x1p-33)));
    EXPECT_THROW(static_cast<void>(poisson(701, 0.5)), std::invalid_argument);
    EXPECT_THROW(static_cast<void>(poisson(-1, 0.5)), std::invalid_argument);
}

TEST(Exponential, AgreesWithReferenceQuantiles) {
    const std::array<double, 6> expected{4.656612873348443e-10, 0.004002001334334134, 1.1507282898071236,
                                         2.772588722239781,     9.210340371976184,    91.49542783391279};
    for (std::size_t i = 0; i < shares.size(); ++i) EXPECT_DOUBLE_EQ(exponential(4, shares[i]), expected[i]);
    EXPECT_THROW(static_cast<void>(exponential(0, 0.5)), std::invalid_argument);
    EXPECT_GT(exponential(1e-300, 0.5), 0.0);
}

}  // namespace
}  // namespace aidway
