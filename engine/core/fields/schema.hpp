// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/fields/describe.hpp"

namespace aidway {

/// Whether a law may stand in the place of a number; where chance is declared it always may.
enum class LawsOfNumbers : std::uint8_t { allowed, refused };

/// JSON Schema (draft 2020-12) of a whole file whose root is `root`, for editors: the same tables as the reader.
[[nodiscard]] std::string json_schema(const Type& root, const std::string& title,
                                      LawsOfNumbers laws = LawsOfNumbers::allowed);

/// A Markdown page: one section for each record reachable from `roots`, with keys, forms, ranges and defaults.
[[nodiscard]] std::string reference_page(const std::string& title, const std::vector<const Type*>& roots);

}  // namespace aidway
