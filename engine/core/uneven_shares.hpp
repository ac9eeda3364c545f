// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
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

/// UnevenShares that were made before: the same shares come up again under every agreement that changes nothing for a
/// place. What another pair displaces is made anew, so the answers are those of `UnevenShares`, always. Some 20 kB; one
/// per thread.
class KnownShares {
public:
    /// Good until the next call.
    [[nodiscard]] const UnevenShares& of(double mean, double sigma);

private:
    struct Known {
        double mean = 0;
        double sigma = 0;
        UnevenShares shares{0, 0};
    };
    static constexpr unsigned bits = 9;
    std::vector<Known> known_;
};

}  // namespace aidway
