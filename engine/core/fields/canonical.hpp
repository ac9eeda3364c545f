// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/fields/describe.hpp"

namespace aidway {

/// The value as YAML text that reads back equal: every key in the order of its table, defaults included, empty
/// optionals left out. The same value gives the same bytes on every machine. Laws of ordinary fields are not kept:
/// the record holds their median.
[[nodiscard]] std::string write_canonical(const Type& type, const void* value);

template <class T>
[[nodiscard]] std::string write_canonical(const T& value) {
    return write_canonical(type_of<T>(), &value);
}

}  // namespace aidway
