// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aidway {

/// The parts of a text between separators, without blanks at their ends; empty parts are left out.
[[nodiscard]] std::vector<std::string> split(std::string_view text, std::string_view separator);

}  // namespace aidway
