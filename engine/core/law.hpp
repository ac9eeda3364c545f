// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aidway {

/// The distributions that a scenario may name; parameters in the order of the comment.
enum class LawKind : std::uint8_t {
    point,       ///< value
    uniform,     ///< low, high
    triangular,  ///< low, mode, high
    normal,      ///< mean, standard deviation
    lognormal,   ///< median, sigma of the logarithm
    beta,        ///< alpha, beta: on [0, 1]
    pert,        ///< low, mode, high: a Beta with alpha = 1 + 4 (mode-low)/(high-low)
    discrete,    ///< equally likely values, drawn in the order in which they are written
};

/// A distribution by name and numbers. A value: compare, copy, store.
struct Law {
    LawKind kind = LawKind::point;
    std::vector<double> numbers{0.0};
    bool operator==(const Law&) const = default;
    static Law certain(double value) { return {LawKind::point, {value}}; }
};

/// The value below which the law falls with chance `u` in (0, 1). Uses only + - * / sqrt and core's own exp and
/// log, so the bits are the same on every machine, with or without fused multiply-add. Never falls as `u` grows
/// (discrete: if its values are written in ascending order) and never leaves the support.
/// Error below 1e-9 of the value (Beta and PERT: below 1e-7), or of the greater end of the support where that lies on
/// both sides of zero. No loop without a bound. `law` must have passed `fault_of`.
[[nodiscard]] double quantile(const Law& law, double u);

/// Mean of the law, in closed form.
[[nodiscard]] double mean(const Law& law);

/// Smallest and largest value the law can take; infinite where it has no bound.
struct Support {
    double low, high;
};
[[nodiscard]] Support support(const Law& law);

/// What is wrong with the law's numbers ("triangular needs low <= mode <= high"), or nothing.
[[nodiscard]] std::optional<std::string> fault_of(const Law& law);

/// Names as scenario files spell them, in the order of LawKind, without `point`.
[[nodiscard]] const std::vector<std::string>& law_names();
[[nodiscard]] std::string_view name_of(LawKind kind);

}  // namespace aidway
