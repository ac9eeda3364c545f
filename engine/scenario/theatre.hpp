// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/name.hpp"

namespace aidway {

/// The theatre that nobody named is that of the name "".
[[nodiscard]] inline std::string theatre_of(const std::optional<Name>& theatre) {
    return theatre ? theatre->text : std::string();
}

}  // namespace aidway
