// SPDX-License-Identifier: Apache-2.0
#include "core/uneven_shares.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

#include "core/real_math.hpp"

namespace aidway {
namespace {

constexpr int most_steps = 60;
/// In the end each step squares what is left, so that the one after would change nothing that counts.
constexpr double last_move = 1e-6;

// With z = exp(sigma n - sigma^2/2), n normal, those with n < a get less than all they need, where
// log lambda = sigma^2/2 - a sigma; chance N. Then mean = lambda N(a - sigma) + N(-a), what is lacking is
// 1 - mean = N(a) - lambda N(a - sigma), and both have the slope -/+ sigma lambda N(a - sigma) in a. Both are
// log-concave in a (a log-concave function folded with the normal density): Newton's method on their logarithm goes
// straight to the root from the side where the logarithm is too small. The smaller of the two keeps its digits.

double log_lambda_at(double a, double sigma) { return sigma * (0.5 * sigma - a); }

/// `lacking` at most about a half: from N(a) > lacking, left of the root.
double solve_lacking(double lacking, double sigma) {
    const double target = real_log(lacking);
    double a = normal_quantile(lacking);
    for (int step = 0; step < most_steps; ++step) {
        const double part = real_exp(log_lambda_at(a, sigma)) * normal_chance_below(a - sigma);
        const double value = normal_chance_below(a) - part;
        const double move = (target - real_log(value)) * value / (sigma * part);
        a += move;
        if (!(std::abs(move) > last_move)) break;
    }
    return a;
}

/// `mean` below a half: from lambda = mean, right of the root as min(1, .) only takes away.
double solve_mean(double mean, double sigma) {
    const double target = real_log(mean);
    double a = 0.5 * sigma - target / sigma;
    for (int step = 0; step < most_steps; ++step) {
        const double part = real_exp(log_lambda_at(a, sigma)) * normal_chance_below(a - sigma);
        const double value = part + normal_chance_below(-a);
        const double move = (real_log(value) - target) * value / (sigma * part);
        a += move;
        if (!(std::abs(move) > last_move)) break;
    }
    return a;
}

}  // namespace

UnevenShares::UnevenShares(double mean, double sigma) : mean_(mean), sigma_(std::min(sigma, most_sigma)) {
    if (!(mean_ > 0.0) || mean_ >= full || sigma_ < least_sigma) return;
    const double a = mean_ > 0.5 ? solve_lacking(1.0 - mean_, sigma_) : solve_mean(mean_, sigma_);
    log_lambda_ = log_lambda_at(a, sigma_);
}

double UnevenShares::below(double share) const {
    if (!(mean_ > 0.0)) return 1.0;
    if (mean_ >= full) return 0.0;
    if (sigma_ < least_sigma) return mean_ < share ? 1.0 : 0.0;
    return normal_chance_below((real_log(share) - log_lambda_) / sigma_ + 0.5 * sigma_);
}

const std::array<double, KnownShares::count>& KnownShares::below(double mean, double sigma) {
    if (known_.empty()) known_.resize(std::size_t{1} << bits);
    const auto mixed =
        std::bit_cast<std::uint64_t>(mean) * 0x9e37'79b9'7f4a'7c15U + std::bit_cast<std::uint64_t>(sigma);
    auto& known = known_[(mixed * 0x9e37'79b9'7f4a'7c15U) >> (64 - bits)];
    if (known.mean != mean || known.sigma != sigma) {
        known.mean = mean;
        known.sigma = sigma;
        const UnevenShares uneven(mean, sigma);
        for (std::size_t i = 0; i < count; ++i) known.below[i] = uneven.below(shares_[i]);
    }
    return known.below;
}

}  // namespace aidway
