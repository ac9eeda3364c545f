// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace aidway {

/// The Beta distribution with two positive numbers, each in [0.01, 1e6]; what does not depend on the place is computed
/// once. Same bits everywhere (see real_math.hpp). A value of four numbers; copying is free.
class BetaShape {
public:
    BetaShape(double alpha, double beta) noexcept;

    /// A place as its two distances from the ends, x + y = 1, so that neither end loses digits.
    struct Place {
        double x, y;
    };

    /// Chance to fall below: the regularised incomplete beta function I_x(alpha, beta). Absolute error below 1e-12
    /// times (1 + alpha + beta)^(1/2), at most 1,500 steps of a continued fraction (DLMF 8.17.22), about 20 where
    /// alpha + beta < 20.
    [[nodiscard]] double chance_below(Place at) const noexcept;

    /// x^alpha y^beta / B(alpha, beta): the density times x y, which is the density of log(x / y).
    [[nodiscard]] double weight(Place at) const noexcept;

    /// Where a share `u` in (0, 1) lies below, x relative and y relative to within 1e-9 for alpha + beta <= 1e4 and
    /// 1e-7 beyond. Newton's method on the logarithm, at most 60 steps, no rejection; x or y below 1e-308 becomes 0.
    [[nodiscard]] Place quantile(double u) const noexcept;

private:
    /// Chance below as exp(log) and its slope: what Newton's method needs without underflow.
    struct LogChance {
        double log, slope;
    };
    [[nodiscard]] double log_weight(Place at) const noexcept;
    [[nodiscard]] LogChance log_chance_below(Place at) const noexcept;
    [[nodiscard]] Place lower_quantile(double u) const noexcept;
    [[nodiscard]] BetaShape mirrored() const noexcept;
    /// Whether the continued fraction is to be used from the low end.
    [[nodiscard]] bool low_side(Place at) const noexcept;

    double alpha_, beta_;
    double log_scale_;  ///< log of alpha beta / (alpha + beta) times the Stirling part of the binomial coefficient
};

}  // namespace aidway
