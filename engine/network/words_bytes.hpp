// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "network/road_pieces.hpp"

namespace aidway {

/// The tables of a network as bytes, a whole number of eight of them; equal tables give equal bytes.
[[nodiscard]] std::string bytes_of(const RoadWords& words);

/// Nothing unless `bytes` are exactly what `bytes_of` gives for tables such as a network has: in ascending order, each
/// once, the empty one first, and every index of a label within its table. Allocates no more than the bytes justify.
[[nodiscard]] std::optional<RoadWords> words_of(std::string_view bytes);

}  // namespace aidway
