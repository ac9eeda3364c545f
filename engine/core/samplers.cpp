// SPDX-License-Identifier: Apache-2.0
#include "core/samplers.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/beta_shape.hpp"
#include "core/real_math.hpp"

namespace aidway {
namespace {

constexpr std::int64_t most_trials = 10'000'000;
/// Up to this mean, counting up from nothing is cheaper than an incomplete beta function.
constexpr double most_counted = 30.0;

void require(bool fine, const char* what) {
    if (!fine) throw std::invalid_argument(what);
}

void require_inside(double u) { require(u > 0 && u < 1, "a sampler's u lies inside (0, 1)"); }

/// Counts the rarer outcome up from none: the smallest count at which `reached` holds for the cumulative chance. Ends
/// also where rounding leaves nothing more to add.
template <class Reached>
std::int64_t count_up(std::int64_t n, double p, Reached reached) {
    double chance = real_exp(static_cast<double>(n) * real_log1p(-p));
    double sum = chance;
    const double odds = p / (1.0 - p);
    std::int64_t k = 0;
    while (k < n && !reached(sum)) {
        chance *= odds * static_cast<double>(n - k) / static_cast<double>(k + 1);
        ++k;
        if (sum + chance == sum && static_cast<double>(k) > static_cast<double>(n) * p) break;
        sum += chance;
    }
    return k;
}

/// Starts at the normal approximation corrected for skewness (Cornish and Fisher) and walks the last few steps.
std::int64_t near_normal(std::int64_t n, double p, double u) {
    const double q = 1.0 - p;
    const double count = static_cast<double>(n);
    const double z = normal_quantile(u);
    const double guess = count * p + z * std::sqrt(count * p * q) + (q - p) * (z * z - 1.0) / 6.0;
    auto k = static_cast<std::int64_t>(std::clamp(guess, 0.0, count - 1.0));
    // P(K <= k) is the Beta law of (n - k, k + 1) at q, and its weight there is (n - k) p P(K = k).
    const BetaShape shape(count - static_cast<double>(k), static_cast<double>(k) + 1.0);
    double sum = shape.chance_below({q, p});
    double chance = shape.weight({q, p}) / ((count - static_cast<double>(k)) * p);
    while (k < n && sum < u) {
        chance *= static_cast<double>(n - k) * p / (static_cast<double>(k + 1) * q);
        ++k;
        if (sum + chance == sum && static_cast<double>(k) > count * p) break;
        sum += chance;
    }
    while (k > 0 && sum - chance >= u) {
        sum -= chance;
        chance *= static_cast<double>(k) * q / (static_cast<double>(n - k + 1) * p);
        --k;
    }
    return k;
}

}  // namespace

bool bernoulli(double p, double u) {
    require(p >= 0 && p <= 1, "a chance lies in [0, 1]");
    require_inside(u);
    return u < p;
}

std::int64_t binomial(std::int64_t n, double p, double u) {
    require(n >= 0 && n <= most_trials, "a binomial counts 0 to 10,000,000 trials");
    require(p >= 0 && p <= 1, "a chance lies in [0, 1]");
    require_inside(u);
    if (p == 0 || n == 0) return 0;
    if (p == 1) return n;
    const double count = static_cast<double>(n);
    if (count * p <= most_counted) return count_up(n, p, [u](double sum) { return sum >= u; });
    // Of the failures: k successes reach u where fewer than n - k failures have at most the chance 1 - u.
    if (count * (1.0 - p) <= most_counted) return n - count_up(n, 1.0 - p, [u](double sum) { return sum > 1.0 - u; });
    return near_normal(n, p, u);
}

double triangular(double low, double mode, double high, double u) {
    require(low <= mode && mode <= high, "triangular needs low <= mode <= high");
    require_inside(u);
    const double width = high - low;
    if (!(width > 0)) return low;
    if (u * width <= mode - low) return std::min(low + std::sqrt(u * width * (mode - low)), mode);
    return std::max(high - std::sqrt((1.0 - u) * width * (high - mode)), mode);
}

std::int64_t poisson(double mean, double u) {
    require(mean >= 0 && mean <= 700, "the mean of a Poisson law lies between 0 and 700");
    require_inside(u);
    double chance = real_exp(-mean);
    double sum = chance;
    std::int64_t k = 0;
    // Ends also where rounding leaves nothing more to add.
    while (sum < u && (chance > 0x1p-60 || static_cast<double>(k) < mean)) {
        ++k;
        chance *= mean / static_cast<double>(k);
        sum += chance;
    }
    return k;
}

double exponential(double mean, double u) {
    require(mean > 0 && mean < HUGE_VAL, "a mean waiting time lies above 0");
    require_inside(u);
    return -mean * real_log1p(-u);
}

}  // namespace aidway
