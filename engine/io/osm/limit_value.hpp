// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "core/quantity.hpp"

namespace aidway {

/// Values as the tags maxweight, maxheight and maxspeed are written; nothing for what is no such value.
/// "7.5", "7.5 t", "7500 kg", "8 st" (short tons), "16000 lbs"
[[nodiscard]] std::optional<Mass> weight_in(std::string_view text);
/// "3.8", "3.8 m", "12'6\"", "12 ft"
[[nodiscard]] std::optional<Distance> height_in(std::string_view text);
/// "50", "50 km/h", "30 mph"
[[nodiscard]] std::optional<Speed> speed_in(std::string_view text);

}  // namespace aidway
