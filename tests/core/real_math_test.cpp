// SPDX-License-Identifier: Apache-2.0
#include "core/real_math.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

// The C library's long double functions are the reference: 64 bits of mantissa, here only, never in the engine.
namespace aidway {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double smallest = std::numeric_limits<double>::denorm_min();
constexpr int points = 200'000;

double relative_error(double got, long double expected) {
    return expected == 0 ? std::abs(got) : static_cast<double>(std::abs((got - expected) / expected));
}

/// Worst error over `points` places from `first` to `last`.
template <class Error>
double worst(double first, double last, Error error) {
    double most = 0;
    for (int i = 0; i <= points; ++i) {
        const double e = error(first + (last - first) * i / points);
        if (!(e <= most)) most = e;
    }
    return most;
}

TEST(RealExp, KeepsItsErrorBound) {
    EXPECT_LT(worst(-708, 709.7, [](double x) { return relative_error(real_exp(x), std::exp(1.0L * x)); }), 3e-16);
    EXPECT_LT(worst(-1, 1, [](double x) { return relative_error(real_exp(x), std::exp(1.0L * x)); }), 3e-16);
}

TEST(RealExp, IsRightAtItsEnds) {
    EXPECT_EQ(real_exp(0.0), 1.0);
    EXPECT_EQ(real_exp(-0.0), 1.0);
    EXPECT_EQ(real_exp(smallest), 1.0);
    EXPECT_EQ(real_exp(infinite), infinite);
    EXPECT_EQ(real_exp(-infinite), 0.0);
    EXPECT_EQ(real_exp(709.79), infinite);
    EXPECT_LT(real_exp(709.78), infinite);
    EXPECT_EQ(real_exp(-746), 0.0);
    EXPECT_TRUE(std::isnan(real_exp(not_a_number)));
    // Below the smallest normal number one step of the grid is all that can be kept.
    EXPECT_LE(worst(-745, -708.5, [](double x) { return std::abs(real_exp(x) - std::exp(x)) / smallest; }), 1.0);
}

TEST(RealLog, KeepsItsErrorBound) {
    const auto error = [](double x) { return relative_error(real_log(x), std::log(1.0L * x)); };
    EXPECT_LT(worst(1e-9, 3, error), 4e-16);
    EXPECT_LT(worst(0.999, 1.001, error), 4e-16);
    EXPECT_LT(worst(-744, 709, [&](double x) { return error(std::exp(x)); }), 4e-16);
}

TEST(RealLog, IsRightAtItsEnds) {
    EXPECT_EQ(real_log(1.0), 0.0);
    EXPECT_EQ(real_log(0.0), -infinite);
    EXPECT_EQ(real_log(-0.0), -infinite);
    EXPECT_EQ(real_log(infinite), infinite);
    EXPECT_LT(relative_error(real_log(smallest), std::log(1.0L * smallest)), 4e-16);
    EXPECT_TRUE(std::isnan(real_log(-smallest)));
    EXPECT_TRUE(std::isnan(real_log(-infinite)));
    EXPECT_TRUE(std::isnan(real_log(not_a_number)));
}

TEST(RealLog1p, KeepsItsErrorBoundAndItsEnds) {
    const auto error = [](double x) { return relative_error(real_log1p(x), std::log1p(1.0L * x)); };
    EXPECT_LT(worst(-0.999999, 4, error), 1e-15);
    EXPECT_LT(worst(-80, 80, [&](double x) { return error(std::exp(x)); }), 1e-15);
    EXPECT_LT(worst(-80, -1e-9, [&](double x) { return error(-std::exp(x)); }), 1e-15);
    EXPECT_EQ(real_log1p(0.0), 0.0);
    EXPECT_EQ(real_log1p(-1.0), -infinite);
    EXPECT_EQ(real_log1p(infinite), infinite);
    EXPECT_TRUE(std::isnan(real_log1p(-1.5)));
    EXPECT_TRUE(std::isnan(real_log1p(not_a_number)));
}

TEST(LogGamma, KeepsItsErrorBound) {
    EXPECT_LT(
        worst(-20, 20,
              [](double t) {
                  const double x = std::exp(t);
                  const long double expected = std::lgamma(1.0L * x);
                  return static_cast<double>(std::abs(log_gamma(x) - expected) / std::max(1.0L, std::abs(expected)));
              }),
        1e-13);
    EXPECT_NEAR(log_gamma(0.5), 0.5 * std::log(std::acos(-1.0)), 1e-13);
}

TEST(StirlingError, KeepsItsErrorBound) {
    EXPECT_LT(worst(-5, 9,
                    [](double t) {
                        const double z = std::exp(t);
                        const long double l = z;
                        const long double half_log_2_pi = 0.918938533204672741780329736406L;
                        const long double expected = std::lgamma(l) - ((l - 0.5L) * std::log(l) - l + half_log_2_pi);
                        return static_cast<double>(std::abs(stirling_error(z) - expected));
                    }),
              1e-13);
}

/// Error of the quantile, to first order, from the error of its chance.
double quantile_error(double u) {
    const long double z = normal_quantile(u);
    const long double chance = std::erfc(-z / std::sqrt(2.0L)) / 2;
    const long double density = std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0L));
    return z == 0 ? 0.0 : static_cast<double>(std::abs((chance - u) / density / z));
}

TEST(NormalQuantile, KeepsItsErrorBound) {
    EXPECT_LT(worst(1e-6, 0.9, quantile_error), 1e-14);
    EXPECT_LT(worst(-700, -0.7, [](double t) { return quantile_error(std::exp(t)); }), 1e-14);
}

TEST(NormalQuantile, IsOddAboutTheMiddleAndNeverFalls) {
    EXPECT_EQ(normal_quantile(0.5), 0.0);
    double last = -infinite;
    for (int i = 1; i < 4096; ++i) {
        const double u = i / 4096.0;
        EXPECT_EQ(normal_quantile(1.0 - u), -normal_quantile(u));
        EXPECT_GT(normal_quantile(u), last);
        last = normal_quantile(u);
    }
}

}  // namespace
}  // namespace aidway
