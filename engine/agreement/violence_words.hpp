// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "scenario/violence.hpp"

namespace aidway {

/// "air strikes", "the use of banned weapons".
[[nodiscard]] std::string in_words(ViolenceKind kind);

}  // namespace aidway
