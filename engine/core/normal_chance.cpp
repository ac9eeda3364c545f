// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

#include "core/real_math.hpp"

namespace aidway {
namespace {

/// A ratio of polynomials in the form of Cody's paper: the last number of `top` comes first.
template <std::size_t N>
double cody(const std::array<double, N>& top, const std::array<double, N - 1>& bottom, double x) {
    double n = top[N - 1] * x;
    double d = x;
    for (std::size_t i = 0; i + 2 < N; ++i) {
        n = (n + top[i]) * x;
        d = (d + bottom[i]) * x;
    }
    return (n + top[N - 2]) / (d + bottom[N - 2]);
}

/// erf(y) for y up to 0.46875.
double small_erf(double y) {
    static constexpr std::array<double, 5> top{3.16112374387056560e00, 1.13864154151050156e02, 3.77485237685302021e02,
                                               3.20937758913846947e03, 1.85777706184603153e-1};
    static constexpr std::array<double, 4> bottom{2.36012909523441209e01, 2.44024637934444173e02,
                                                  1.28261652607737228e03, 2.84423683343917062e03};
    return y * cody(top, bottom, y * y);
}

/// exp(y^2) erfc(y) for y from 0.46875 to 4.
double middle_erfc(double y) {
    static constexpr std::array<double, 9> top{5.64188496988670089e-1, 8.88314979438837594e0,  6.61191906371416295e01,
                                               2.98635138197400131e02, 8.81952221241769090e02, 1.71204761263407058e03,
                                               2.05107837782607147e03, 1.23033935479799725e03, 2.15311535474403846e-8};
    static constexpr std::array<double, 8> bottom{
        1.57449261107098347e01, 1.17693950891312499e02, 5.37181101862009858e02, 1.62138957456669019e03,
        3.29079923573345963e03, 4.36261909014324716e03, 3.43936767414372164e03, 1.23033935480374942e03};
    return cody(top, bottom, y);
}

/// exp(y^2) erfc(y) for y beyond 4.
double large_erfc(double y) {
    static constexpr std::array<double, 6> top{3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1,
                                               1.60837851487422766e-2, 6.58749161529837803e-4, 1.63153871373020978e-2};
    static constexpr std::array<double, 5> bottom{2.56852019228982242e00, 1.87295284992346725e00,
                                                  5.27905102951428412e-1, 6.05183413124413191e-2,
                                                  2.33520497626869185e-3};
    constexpr double one_over_root_pi = 5.6418958354775628695e-1;
    const double z = 1.0 / (y * y);
    return (one_over_root_pi - z * cody(top, bottom, z)) / y;
}

/// exp(-y^2), by a part of y whose square is exact and a small rest, so that no digits are lost.
double bell(double y) {
    const double exact = std::floor(y * 16.0) / 16.0;
    return real_exp(-exact * exact) * real_exp(-(y - exact) * (y + exact));
}

}  // namespace

double normal_chance_below(double x) {
    if (x != x) return std::numeric_limits<double>::quiet_NaN();
    constexpr double one_over_root_2 = 0.70710678118654752440;
    const double y = std::abs(x) * one_over_root_2;
    if (y <= 0.46875) return 0.5 + (x < 0 ? -0.5 : 0.5) * small_erf(y);
    const double tail = y > 27.0 ? 0.0 : 0.5 * bell(y) * (y <= 4.0 ? middle_erfc(y) : large_erfc(y));
    return x < 0 ? tail : 1.0 - tail;
}

}  // namespace aidway
