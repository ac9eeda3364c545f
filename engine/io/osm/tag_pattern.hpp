// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/fields/describe.hpp"

namespace aidway {

/// A tag that something has: "highway=track", or "bridge": any value but "no".
struct TagPattern {
    std::string key;
    std::string value = {};  ///< empty: any but "no"
    bool operator==(const TagPattern&) const = default;
};
const Type& describe(Tag<TagPattern>);

}  // namespace aidway
