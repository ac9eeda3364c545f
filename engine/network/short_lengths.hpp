// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "network/line_feature.hpp"

namespace aidway {

/// A line that states less than the great circle between its ends: no road is that short.
struct ShortLength {
    LonLat at;         ///< where the line begins
    std::string what;  ///< "feature 33 (Shahba - As_Sanamayn): 19.0 km stated for 56.3 km of great circle"
};

/// In the order of the lines. Lengths up to 1 % under the great circle are let be: they are roundings.
[[nodiscard]] std::vector<ShortLength> short_lengths(const std::vector<LineFeature>& lines);

}  // namespace aidway
