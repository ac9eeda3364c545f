// SPDX-License-Identifier: Apache-2.0
#include "core/version.hpp"

namespace aidway {

std::string_view version() noexcept { return AIDWAY_VERSION; }

}  // namespace aidway
