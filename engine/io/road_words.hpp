// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aidway {

/// Which way along its drawing order a road is passable.
enum class Direction : std::uint8_t { both, along, against };

/// As OpenStreetMap spells it (yes, no, -1 ...), and as the shapefiles made of it do (F, B, T); nothing for other
/// words.
[[nodiscard]] std::optional<Direction> direction_of(std::string_view word);
/// "the direction is 'x': expected yes, no or -1 (or F, B or T)"
[[nodiscard]] std::string no_direction(std::string_view word);

/// A number above 0, plainly written; nothing for anything else.
[[nodiscard]] std::optional<double> length_in(std::string_view text);
/// "the length is 'x': expected a number of km above 0"
[[nodiscard]] std::string no_length(std::string_view text, std::string_view unit);

}  // namespace aidway
