// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace aidway {

// Our own elementary functions: only + - * / sqrt and whole-number work on bits, so every machine gives the same
// bits, with or without fused multiply-add (the C library's differ). Errors are against the exact value.

/// e^x; relative error below 3e-16. 0 below -745.2, infinite above 709.8; NaN for NaN.
[[nodiscard]] double real_exp(double x);

/// Natural logarithm; relative error below 4e-16. -infinite at 0, NaN below.
[[nodiscard]] double real_log(double x);

/// log(1 + x) for x > -1; relative error below 1e-15, also where x is tiny. -infinite at -1, NaN below.
[[nodiscard]] double real_log1p(double x);

/// Logarithm of the gamma function for x > 0; error below 1e-13 relative or absolute (Lanczos, g = 7).
[[nodiscard]] double log_gamma(double x);

/// What Stirling's formula leaves out: log gamma(z + 1) - [(z + 1/2) log z - z + log(2 pi) / 2], for z > 0; error
/// below 1e-13. With it densities of large counts lose no digits (Loader 2000, "Fast and accurate computation of
/// binomial probabilities").
[[nodiscard]] double stirling_error(double z);

/// Standard normal quantile for u in (0, 1); relative error below 1e-14 (Wichura 1988, algorithm AS 241).
[[nodiscard]] double normal_quantile(double u);

/// Chance that a standard normal number lies below x; relative error below 2e-14 for x
/// in [-8, 8] and below 5e-13 down to -37; 0 below -38.2 (Cody 1969,
/// "Rational Chebyshev approximations for the error function"). NaN for NaN.
[[nodiscard]] double normal_chance_below(double x);

}  // namespace aidway
