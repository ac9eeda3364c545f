// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace aidway {

// Our own elementary functions: only + - * / sqrt and whole-number work on bits, so every machine gives the same
// bits, with or without fused multiply-add (the C library's differ). Errors are against the exact value.

/// e^x; relative error below 3e-16. 0 below -745.2, infinite above 709.8; NaN for NaN.
[[nodiscard]] double real_exp(double x);

/// Natural logarithm; relative error below 4e-16. -infinite at 0, NaN below.
[[nodiscard]] double real_log(double x);

/// Logarithm of the gamma function for x > 0; error below 1e-13 relative or absolute (Lanczos, g = 7).
[[nodiscard]] double log_gamma(double x);

/// Regularised incomplete beta function I_x(a, b), for a, b in [0.05, 1e5]; error below 1e-10
/// (continued fraction; Abramowitz and Stegun 26.5.8).
[[nodiscard]] double incomplete_beta(double a, double b, double x);

/// The x with incomplete_beta(a, b, x) = u; error below 1e-9. At most 80 steps.
[[nodiscard]] double beta_quantile(double a, double b, double u);

/// Standard normal quantile for u in (0, 1); relative error below 1e-14 (Wichura 1988, algorithm AS 241).
[[nodiscard]] double normal_quantile(double u);

}  // namespace aidway
