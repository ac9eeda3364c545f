// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/fields/type.hpp"
#include "core/law.hpp"

namespace aidway {

/// A fault with its place, before it is known in which file.
struct PlacedFault {
    Mark at;
    std::string message;
};

/// Reads `triangular: [20 km/h, 30 km/h, 45 km/h]` in the natural unit of `type`. The law may leave `range` only with
/// a chance below one in a million on either side.
[[nodiscard]] std::optional<Law> read_law(const NumberType& type, const Entry& entry, const Range& range,
                                          std::vector<PlacedFault>& faults);

/// "{triangular: [20 km/h, 30 km/h, 45 km/h]}", or the plain value of a certain law.
[[nodiscard]] std::string format_law(const NumberType& type, const Law& law);

/// Whether the `i`-th parameter of a law is in the unit of the value; shape parameters are plain.
[[nodiscard]] bool carries_unit(LawKind kind, std::size_t i);

}  // namespace aidway
