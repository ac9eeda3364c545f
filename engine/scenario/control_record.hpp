// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/fields/describe.hpp"

namespace aidway {

/// Which columns of a layer of areas say what; an empty name is a column that it does not have.
struct ControlColumnsRecord {
    std::string party = "party";
    std::string valid_from = "valid_from";
    std::string valid_to = "valid_to";
    std::string priority;
    bool operator==(const ControlColumnsRecord&) const = default;
};
const Type& describe(Tag<ControlColumnsRecord>);

/// Borders nearer than this are meant to be one.
inline constexpr Distance usual_sliver_width = Distance::metres(50);

/// A layer of polygons: whose ground, from when, until when.
struct ControlRecord {
    std::string layer;
    std::optional<ControlColumnsRecord> columns;
    std::optional<Named<Name>> parties;    ///< what the layer's words for parties mean, where they are others
    std::optional<Distance> sliver_width;  ///< in place of `usual_sliver_width`
    bool operator==(const ControlRecord&) const = default;
};
const Type& describe(Tag<ControlRecord>);

}  // namespace aidway
