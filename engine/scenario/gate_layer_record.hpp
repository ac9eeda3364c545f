// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/access_fields.hpp"
#include "core/fields/describe.hpp"

namespace aidway {

/// Which columns of a layer of gates say what; a name left out is a column that it does not have.
struct GateLayerColumnsRecord {
    std::string name = "name";
    std::optional<std::string> title;
    std::optional<std::string> held_by;
    std::optional<std::string> status;
    std::optional<std::string> lon;  ///< of a table without shapes
    std::optional<std::string> lat;
    bool operator==(const GateLayerColumnsRecord&) const = default;
};
const Type& describe(Tag<GateLayerColumnsRecord>);

/// A layer of gates: a point is every road at the junction nearest to it; a line is a gate wherever a road crosses it.
struct GateLayerRecord {
    static constexpr Distance usually_within = Distance::metres(200);
    std::string layer;
    std::optional<GateLayerColumnsRecord> columns;
    std::optional<Distance> within;  ///< how far the junction of a point may lie, else `usually_within`
    std::vector<Name> held_by;       ///< where no column says so
    std::optional<std::string> words;
    Access aid = Access::closed;  ///< what holds for the whole period where neither a column nor gate_status says so
    Access goods = Access::closed;
    Access civilians = Access::closed;
    Count lanes{1};
    Duration inspection{0};
    bool operator==(const GateLayerRecord&) const = default;
};
const Type& describe(Tag<GateLayerRecord>);

}  // namespace aidway
