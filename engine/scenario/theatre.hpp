// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/name.hpp"
#include "scenario/violence.hpp"

namespace aidway {

/// The theatre that nobody named is that of the name "".
[[nodiscard]] inline std::string theatre_of(const std::optional<Name>& theatre) {
    return theatre ? theatre->text : std::string();
}

/// Theatres of all sources and places, ascending by name. A theatre's index, everywhere, is its position here.
[[nodiscard]] std::vector<std::string> theatres_of(const ViolenceRecord& violence);

/// The index of one of these theatres.
[[nodiscard]] std::uint16_t theatre_index(const std::vector<std::string>& theatres, const std::optional<Name>& theatre);

}  // namespace aidway
