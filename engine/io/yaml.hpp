// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/tree.hpp"

namespace aidway {

/// The one document of a YAML text, strictly: no repeated keys, aliases, anchors, tags, merge keys, second documents,
/// keys that are not plain words, keys without a colon, tabs that indent, byte-order marks, control characters or line
/// breaks but \n and \r\n; UTF-8 only; at most 1 MiB, 64 levels and 200,000 values. Faults are added with their places
/// (columns in bytes, from 1). Most faults leave the rest readable; after a broken syntax the answer is an empty node
/// marked `refused`, so that reading it adds no fault.
[[nodiscard]] Node parse_yaml(const std::string& file, std::string_view text, std::vector<Diagnostic>& faults);

}  // namespace aidway
