// SPDX-License-Identifier: Apache-2.0
#include "core/real_math.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace aidway {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
// log 2 in two parts: the high one has 21 zero bits at its end, so small multiples of it are exact.
constexpr double log2_high = 0x1.62e42fee00000p-1;
constexpr double log2_low = 0x1.a39ef35793c76p-33;

// 1/n! for n from 2 on.
constexpr std::array<double, 13> one_over_factorial = [] {
    std::array<double, 13> all{};
    double factorial = 1;
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = 1.0 / (factorial *= static_cast<double>(i + 2));
    return all;
}();

/// Four terms of a series in x: in pairs, and those in a pair, so that a processor need not wait for one term to begin
/// the next (Estrin's scheme).
double four_terms(const double* c, double x, double x2) { return (c[0] + c[1] * x) + (c[2] + c[3] * x) * x2; }

/// (exp(r) - 1 - r) / r^2 for |r| <= log(2)/2, where thirteen terms of the series leave less than half a unit in the
/// last place of exp.
double exp_rest(double r) {
    const double* c = one_over_factorial.data();
    const double r2 = r * r;
    const double r4 = r2 * r2;
    const double high = four_terms(c + 8, r, r2) + c[12] * r4;
    return four_terms(c, r, r2) + (four_terms(c + 4, r, r2) + high * r4) * r4;
}

// 1/n for n = 3, 5, 7 ...
constexpr std::array<double, 11> one_over_odd = [] {
    std::array<double, 11> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = 1.0 / static_cast<double>(2 * i + 3);
    return all;
}();

/// artanh(s) / s - 1 for s^2 <= 0.0295, where eleven terms of the series leave less than half a unit in the last place
/// of log.
double artanh_rest(double s2) {
    const double* c = one_over_odd.data();
    const double s4 = s2 * s2;
    const double s8 = s4 * s4;
    const double high = (c[8] + c[9] * s2) + c[10] * s4;
    return (four_terms(c, s2, s4) + (four_terms(c + 4, s2, s4) + high * s8) * s8) * s2;
}

/// 2^k for k in [-1022, 1023].
double power_of_two(int k) { return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52U); }

}  // namespace

double real_exp(double x) {
    if (x != x) return not_a_number;
    if (x > 709.782712893384) return infinite;
    if (x < -745.2) return 0.0;
    const double place = x * 1.4426950408889634;
    const int whole = static_cast<int>(place + (place < 0 ? -0.5 : 0.5));
    const double k = whole;
    const double r = (x - k * log2_high) - k * log2_low;
    const int half = whole / 2;
    return (1.0 + (r + r * r * exp_rest(r))) * power_of_two(half) * power_of_two(whole - half);
}

double real_log(double x) {
    if (x != x || x < 0) return not_a_number;
    if (x == 0) return -infinite;
    if (x == infinite) return infinite;
    int k = 0;
    if (x < 0x1p-1022) {
        x *= 0x1p54;
        k = -54;
    }
    // x = 2^k m with m in (root(1/2), root(2)]: the bits of m's fraction tell which half it is in, without a jump.
    const auto bits = std::bit_cast<std::uint64_t>(x);
    const std::uint64_t fraction = bits & 0x000f'ffff'ffff'ffffU;
    const std::uint64_t upper = fraction > 0x0006'a09e'667f'3bcdU ? 1 : 0;
    k += static_cast<int>(bits >> 52U) - 1023 + static_cast<int>(upper);
    const double m = std::bit_cast<double>(fraction | (0x3ffU - upper) << 52U);
    const double s = (m - 1.0) / (m + 1.0);
    return k * log2_high + (k * log2_low + 2.0 * s * artanh_rest(s * s) + 2.0 * s);
}

double real_log1p(double x) {
    const double sum = 1.0 + x;
    if (!(sum > 0) || sum == infinite) return real_log(sum);
    // What rounding took from the sum is known exactly, and log(sum + rest) = log(sum) + rest / sum to first order.
    const double rest = x > 1.0 ? 1.0 - (sum - x) : x - (sum - 1.0);
    return real_log(sum) + rest / sum;
}

double log_gamma(double x) {
    static constexpr double c[] = {0.99999999999980993,  676.5203681218851,     -1259.1392167224028,
                                   771.32342877765313,   -176.61502916214059,   12.507343278686905,
                                   -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7};
    if (x < 0.5) return log_gamma(x + 1.0) - real_log(x);
    const double y = x - 1.0;
    double sum = c[0];
    for (int i = 1; i < 9; ++i) sum += c[i] / (y + i);
    const double t = y + 7.5;
    return 0.91893853320467274 + (y + 0.5) * real_log(t) - t + real_log(sum);
}

double stirling_error(double z) {
    if (z < 16.0) return log_gamma(z) - ((z - 0.5) * real_log(z) - z + 0.91893853320467274);
    // Stirling's series (DLMF 5.11.1); the first term left out is below 2e-18.
    const double r = 1.0 / (z * z);
    const double tail = 1.0 / 1260 - r * (1.0 / 1680 - r * (1.0 / 1188 - r * (691.0 / 360360)));
    return (1.0 / 12 - r * (1.0 / 360 - r * tail)) / z;
}

namespace {

double ratio(const double (&top)[8], const double (&bottom)[8], double r) {
    double n = top[7];
    double d = bottom[7];
    for (int i = 6; i >= 0; --i) {
        n = n * r + top[i];
        d = d * r + bottom[i];
    }
    return n / d;
}

}  // namespace

double normal_quantile(double u) {
    static constexpr double a[] = {3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3,
                                   1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                   3.3430575583588128105e+4, 2.5090809287301226727e+3};
    static constexpr double b[] = {1.0,
                                   4.2313330701600911252e+1,
                                   6.8718700749205790830e+2,
                                   5.3941960214247511077e+3,
                                   2.1213794301586595867e+4,
                                   3.9307895800092710610e+4,
                                   2.8729085735721942674e+4,
                                   5.2264952788528545610e+3};
    static constexpr double c[] = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                                   3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                                   2.27238449892691845833e-2, 7.74545014278341407640e-4};
    static constexpr double d[] = {1.0,
                                   2.05319162663775882187e0,
                                   1.67638483018380384940e0,
                                   6.89767334985100004550e-1,
                                   1.48103976427480074590e-1,
                                   1.51986665636164571966e-2,
                                   5.47593808499534494600e-4,
                                   1.05075007164441684324e-9};
    static constexpr double e[] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                                   2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                   2.71155556874348757815e-5, 2.01033439929228813265e-7};
    static constexpr double f[] = {1.0,
                                   5.99832206555887937690e-1,
                                   1.36929880922735805310e-1,
                                   1.48753612908506148525e-2,
                                   7.86869131145613259100e-4,
                                   1.84631831751005468180e-5,
                                   1.42151175831644588870e-7,
                                   2.04426310338993978564e-15};
    const double q = u - 0.5;
    if (q <= 0.425 && q >= -0.425) return q * ratio(a, b, 0.180625 - q * q);
    const double tail = q < 0 ? u : 1.0 - u;
    if (!(tail > 0)) return q < 0 ? -infinite : infinite;
    const double r = std::sqrt(-real_log(tail));
    const double x = r <= 5.0 ? ratio(c, d, r - 1.6) : ratio(e, f, r - 5.0);
    return q < 0 ? -x : x;
}

}  // namespace aidway
