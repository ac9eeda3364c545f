// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/fields/describe.hpp"

namespace aidway {

/// A source that values name by its key.
struct SourceRecord {
    std::string text;
    std::string address;
    bool operator==(const SourceRecord&) const = default;
};
const Type& describe(Tag<SourceRecord>);

}  // namespace aidway
