// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace aidway {

/// The version of the engine, "major.minor.patch", as the build was told by the project's one declaration of it.
[[nodiscard]] std::string_view version() noexcept;

}  // namespace aidway
