// SPDX-License-Identifier: Apache-2.0
#include "support/folders.hpp"

namespace aidway {

std::filesystem::path test_data() { return std::filesystem::path(AIDWAY_ROOT) / "tests" / "data"; }
std::filesystem::path common_data() { return std::filesystem::path(AIDWAY_ROOT) / "bindings" / "aidway" / "common"; }
std::filesystem::path shipped_scenarios() { return std::filesystem::path(AIDWAY_ROOT) / "scenarios"; }

}  // namespace aidway
