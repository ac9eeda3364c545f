// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "simulation/outcome.hpp"

namespace aidway {

/// What many replicates say of one outcome. Uncertainty comes in three parts (model, section 7): the predictive
/// interval, the share of variance that is epistemic, and the Monte Carlo error of the mean.
struct Estimate {
    double mean = 0;
    double low = 0;              ///< 10 % of replicates lie below
    double high = 0;             ///< 10 % lie above
    double standard_error = 0;   ///< of the mean, replicates of one parameter point being alike; NaN for one point
    double epistemic_share = 0;  ///< of the variance: between parameter points; NaN where it cannot be told
    std::uint64_t replicates = 0;
};

/// `values` in the order of replicates; `per_point` of them share one parameter point. Quantiles interpolate linearly
/// between order statistics (Hyndman and Fan 1996, type 7). The epistemic share is the between-point component of a
/// one-way analysis of variance, cut to [0, 1]. Sums run in order: the same values give the same bits.
/// Throws std::invalid_argument for no values or `per_point` = 0.
[[nodiscard]] Estimate estimate(std::span<const double> values, std::uint32_t per_point);

/// Whether there are enough replicates: the Monte Carlo error is small, at most a twentieth, beside the width of the
/// predictive interval; where that has no width, as of what rarely happens, beside the mean. Never for one point.
[[nodiscard]] bool enough(const Estimate& estimate);

/// B against A in the same replicates: differences b - a.
struct PairedDifference {
    Estimate difference;
    double p_better = 0;        ///< share of replicates in which B is better than A
    double p_tie = 0;           ///< share in which they are equal
    double largest_regret = 0;  ///< by how much B is worse at most; 0 when it never is
};

/// Throws std::invalid_argument when the two are not of one length. With Better::none, p_better is the share in which
/// B is higher and there is no regret.
[[nodiscard]] PairedDifference paired_difference(std::span<const double> b, std::span<const double> a,
                                                 std::uint32_t per_point, Better better);

}  // namespace aidway
