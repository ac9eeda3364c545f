// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/fields/describe.hpp"

namespace aidway {

/// Kinds of violence that an agreement can end.
enum class ViolenceKind : std::uint8_t { air_strikes, shelling, ground_attacks, banned_weapons, arrests };
const Type& describe(Tag<ViolenceKind>);

/// Incidents of one kind by one party.
struct IncidentSourceRecord {
    Name party;
    ViolenceKind kind = ViolenceKind::shelling;
    Hazard rate;             ///< incidents a day in the whole theatre
    Probability severe;      ///< share of them that is severe
    Probability while_kept;  ///< factor on the rate while the party keeps a cessation that ends this kind
    bool operator==(const IncidentSourceRecord&) const = default;
};
const Type& describe(Tag<IncidentSourceRecord>);

/// A place where incidents happen.
struct IncidentPlaceRecord {
    LonLat at;
    double weight = 1.0;  ///< beside the weights of the other places
    bool operator==(const IncidentPlaceRecord&) const = default;
};
const Type& describe(Tag<IncidentPlaceRecord>);

/// Acts of violence and what they do to convoys and gates (model, section 4). One theatre: that of the scenario.
struct ViolenceRecord {
    Named<IncidentSourceRecord> by;
    Named<IncidentPlaceRecord> where;
    Distance near = Distance::kilometres(5);    ///< a severe incident so near the route or its end stops a convoy
    Distance on_route = Distance::metres(500);  ///< any incident so near the route, or a gate, is on it
    Duration remembered = one_day;              ///< for so long
    Probability shuts_gate;                     ///< chance that an incident on a gate shuts it
    Chance<Duration> shut_for{Law::certain(86'400)};
    bool operator==(const ViolenceRecord&) const = default;
};
const Type& describe(Tag<ViolenceRecord>);

}  // namespace aidway
