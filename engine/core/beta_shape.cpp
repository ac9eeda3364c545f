// SPDX-License-Identifier: Apache-2.0
#include "core/beta_shape.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

#include "core/real_math.hpp"

namespace aidway {
namespace {

constexpr double two_pi = 0x1.921fb54442d18p+2;

/// value log(value / expected) + expected - value for positive numbers, without cancellation where they are near
/// (Loader 2000).
double deviance(double value, double expected) {
    const double gap = value - expected;
    const double sum = value + expected;
    if (std::abs(gap) > 0.1 * sum) return value * real_log(value / expected) - gap;
    const double v = gap / sum;
    const double z = v * v;  // below 0.01: eight terms leave less than 1e-17
    double series = 0.0;
    for (const double odd : {17.0, 15.0, 13.0, 11.0, 9.0, 7.0, 5.0, 3.0}) series = (series + 1.0 / odd) * z;
    return gap * v + 2.0 * value * v * series;
}

/// The continued fraction of DLMF 8.17.22, for x below (a + 1) / (a + b + 2), by Wallis' recurrences: numerators and
/// denominators of its convergents need no division on the way from one to the next, so a step need not wait for any.
double fraction(double a, double b, double x) {
    constexpr int most_steps = 1500;
    constexpr double large = 0x1p500, small = 0x1p-500;
    double over_before = 1.0, over = 1.0;
    double under_before = 1.0, under = 1.0 - (a + b) * x / (a + 1.0);
    double value = over / under;
    for (int m = 1; m <= most_steps; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        over_before = over + even * over_before;
        under_before = under + even * under_before;
        over = over_before + odd * over;
        under = under_before + odd * under;
        const double next = over / under;
        if (std::abs(next - value) < 4e-16 * next) return next;
        value = next;
        if (under > small && under < large) continue;
        const double scale = 1.0 / under;
        over_before *= scale;
        under_before *= scale;
        over *= scale;
        under = 1.0;
    }
    return value;
}

/// The place at t = log(x / y), both parts to full relative accuracy.
BetaShape::Place place_at(double t) {
    const double e = real_exp(-std::abs(t));
    const double near = e / (1.0 + e);
    const double far = 1.0 / (1.0 + e);
    return t < 0 ? BetaShape::Place{near, far} : BetaShape::Place{far, near};
}

}  // namespace

BetaShape::BetaShape(double alpha, double beta) noexcept : alpha_(alpha), beta_(beta), log_scale_(0) {
    const double sum = alpha + beta;
    log_scale_ = 0.5 * real_log(alpha * beta / (sum * two_pi)) + stirling_error(sum) - stirling_error(alpha) -
                 stirling_error(beta);
}

double BetaShape::log_weight(Place at) const noexcept {
    const double sum = alpha_ + beta_;
    return log_scale_ - deviance(alpha_, sum * at.x) - deviance(beta_, sum * at.y);
}

double BetaShape::weight(Place at) const noexcept { return at.x <= 0 || at.y <= 0 ? 0.0 : real_exp(log_weight(at)); }

bool BetaShape::low_side(Place at) const noexcept { return at.x * (alpha_ + beta_ + 2.0) <= alpha_ + 1.0; }

double BetaShape::chance_below(Place at) const noexcept {
    if (at.x <= 0) return 0.0;
    if (at.y <= 0) return 1.0;
    const double share = low_side(at) ? weight(at) / alpha_ * fraction(alpha_, beta_, at.x)
                                      : 1.0 - weight(at) / beta_ * fraction(beta_, alpha_, at.y);
    return std::clamp(share, 0.0, 1.0);
}

BetaShape::LogChance BetaShape::log_chance_below(Place at) const noexcept {
    if (low_side(at)) {
        const double part = fraction(alpha_, beta_, at.x) / alpha_;
        return {log_weight(at) + real_log(part), 1.0 / part};
    }
    const double density = weight(at);
    const double above = density / beta_ * fraction(beta_, alpha_, at.y);
    return {real_log1p(-above), density / (1.0 - above)};
}

BetaShape BetaShape::mirrored() const noexcept {
    BetaShape other = *this;
    std::swap(other.alpha_, other.beta_);
    return other;
}

BetaShape::Place BetaShape::lower_quantile(double u) const noexcept {
    // With t = log(x / y) the logarithm of the chance below is concave (the density in t is log-concave), and its
    // tangent far to the left is alpha t - log(alpha B): that tangent's root lies left of the answer, and Newton's
    // method then climbs without ever overshooting, in the end quadratically.
    const double target = real_log(u);
    const double sum = alpha_ + beta_;
    const double log_weight_far_left = log_scale_ - alpha_ * real_log(alpha_ / sum) - beta_ * real_log(beta_ / sum);
    double t = (target + real_log(alpha_) - log_weight_far_left) / alpha_;
    if (t < -700.0) return {real_exp(t), 1.0};  // the tangent is the answer to within x
    constexpr int most_steps = 60;
    for (int step = 0; step < most_steps && t < 700.0; ++step) {
        const LogChance below = log_chance_below(place_at(t));
        const double move = (target - below.log) / below.slope;
        t += move;
        if (std::abs(move) < 1e-12 * std::max(1.0, std::abs(t))) break;
    }
    return place_at(std::min(t, 700.0));
}

BetaShape::Place BetaShape::quantile(double u) const noexcept {
    // From the nearer end, so that the logarithm of the chance keeps its digits.
    if (u <= 0.5) return lower_quantile(u);
    const Place mirror = mirrored().lower_quantile(1.0 - u);
    return {mirror.y, mirror.x};
}

}  // namespace aidway
