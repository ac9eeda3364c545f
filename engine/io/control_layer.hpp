// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"

namespace aidway {

/// The faults of a layer of areas of control, so that a map does not fail once all replicates are done: columns party,
/// valid_from and valid_to, polygons, known parties (where `parties` is known), dates or nothing, the end after the
/// beginning.
void check_control_layer(const std::filesystem::path& path, const std::string& shown_path,
                         const std::optional<std::vector<std::string>>& parties, std::vector<Diagnostic>& faults);

}  // namespace aidway
