// SPDX-License-Identifier: Apache-2.0
#pragma once

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

}  // namespace aidway
