// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace aidway {

/// tests/data: tiny inputs, bad inputs, files of past versions.
[[nodiscard]] std::filesystem::path test_data();

/// What ships with the package for every scenario: common files.
[[nodiscard]] std::filesystem::path common_data();

/// scenarios: what the project ships.
[[nodiscard]] std::filesystem::path shipped_scenarios();

}  // namespace aidway
