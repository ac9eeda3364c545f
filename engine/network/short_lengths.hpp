// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "network/line_feature.hpp"
#include "network/repair.hpp"

namespace aidway {

/// Lines that state less than the great circle between their ends, which no road can: repairs of kind "short_length",
/// at the place where the line begins, as "feature 33 (Shahba - As_Sanamayn): 19.0 km stated for 56.3 km of great
/// circle". In the order of the lines. Lengths up to 1 % under the great circle are let be: they are roundings.
[[nodiscard]] std::vector<Repair> short_lengths(const std::vector<LineFeature>& lines);

}  // namespace aidway
