// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <vector>

namespace aidway {

/// How people share who get a share of their need on average, unevenly, and none more than all of it: each gets
/// min(1, lambda z), z lognormal with mean 1, lambda such that the mean is right. Same bits everywhere (see
/// real_math.hpp). A value of a few numbers; making one takes about a microsecond, at most 60 steps.
class UnevenShares {
public:
    /// From here on everybody has everything.
    static constexpr double full = 1.0 - 1e-9;
    /// Below this deviation everybody has the mean.
    static constexpr double least_sigma = 1e-4;
    /// A greater deviation counts as this.
    static constexpr double most_sigma = 4.0;

    /// `mean` of what people get, as a share of need; `sigma`, the deviation of log z.
    UnevenShares(double mean, double sigma);

    /// Share of the people who get less than `share` of their need, in (0, 1]. Error below 1e-9 for a given mean.
    [[nodiscard]] double below(double share) const;

private:
    double mean_;
    double sigma_;
    double log_lambda_ = 0;
};

/// How many people get less than each of some shares of need, kept for means and deviations that came up before: they
/// do again under every agreement that changes nothing for a place. What another pair displaces is worked out anew, so
/// the answers are those of `UnevenShares`, always. Some 25 kB; one per thread.
class KnownShares {
public:
    static constexpr std::size_t count = 4;
    explicit KnownShares(const std::array<double, count>& shares) : shares_(shares) {}
    /// What `UnevenShares(mean, sigma).below` gives for each of the shares.
    [[nodiscard]] const std::array<double, count>& below(double mean, double sigma);

private:
    struct Known {
        double mean = std::numeric_limits<double>::quiet_NaN();  ///< like no other
        double sigma = 0;
        std::array<double, count> below{};
    };
    static constexpr unsigned bits = 9;
    std::array<double, count> shares_;
    std::vector<Known> known_;
};

}  // namespace aidway
