// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace aidway {

// Inversion samplers: one uniform number `u` in (0, 1) gives one value that never falls as `u` grows, so that what is
// common to two agreements stays common. No rejection, bounded work, the same bits everywhere. Each refuses numbers
// outside its range with std::invalid_argument.

/// True with chance `p` in [0, 1]: where u < p.
[[nodiscard]] bool bernoulli(double p, double u);

/// How many of `n` (0 to 10 million) succeed, each with chance `p`: the smallest k whose cumulative chance reaches u,
/// up to an error of 1e-10 in u. About 5 ns a unit of min(n p, n (1 - p)) up to 30, and beyond that one incomplete beta
/// function: a few microseconds up to 300,000 people.
[[nodiscard]] std::int64_t binomial(std::int64_t n, double p, double u);

/// How many of many rare and unlinked things happen whose mean number is `mean`, in [0, 700]: the smallest k whose
/// cumulative chance reaches u. About 2 ns a unit of the mean.
[[nodiscard]] std::int64_t poisson(double mean, double u);

/// Value of the triangular law with low <= mode <= high.
[[nodiscard]] double triangular(double low, double mode, double high, double u);

/// Waiting time with the given mean > 0, in the unit of the mean.
[[nodiscard]] double exponential(double mean, double u);

}  // namespace aidway
