// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "core/fields/describe.hpp"

namespace aidway {

/// Kinds of violence that an agreement can end.
enum class ViolenceKind : std::uint8_t { air_strikes, shelling, ground_attacks, banned_weapons, arrests };
const Type& describe(Tag<ViolenceKind>);

/// Incidents of one kind by one party.
struct IncidentSourceRecord {
    Name party;
    ViolenceKind kind = ViolenceKind::shelling;
    Hazard rate;                         ///< incidents a day in the whole theatre
    Probability severe;                  ///< share of them that is severe
    Probability while_kept;              ///< factor on the rate while the party keeps a cessation that ends this kind
    std::optional<Name> theatre{};       ///< the part of the country it strikes in; its places name the same one
    std::optional<Probability> share{};  ///< of its party's answers in that theatre; else in proportion to the rates
    bool operator==(const IncidentSourceRecord&) const = default;
};
const Type& describe(Tag<IncidentSourceRecord>);

/// A place where incidents happen.
struct IncidentPlaceRecord {
    LonLat at;
    double weight = 1.0;            ///< beside the weights of the other places of its theatre
    std::optional<Name> theatre{};  ///< which sources strike here
    bool operator==(const IncidentPlaceRecord&) const = default;
};
const Type& describe(Tag<IncidentPlaceRecord>);

/// Violence that answers violence: an incident brings further ones, of its own party and of others, in its theatre.
struct AnsweringRecord {
    Duration delay = one_day;    ///< mean time from an incident to one that answers it
    Named<Named<double>> by;     ///< by who answers, then whom: how many further incidents one incident brings
    std::optional<Hazard> most;  ///< no source commits more a day, whatever it answers
    bool operator==(const AnsweringRecord&) const = default;
};
const Type& describe(Tag<AnsweringRecord>);

/// What an incident does to convoys in its reach.
struct ConvoyAttackRecord {
    Probability hit;                 ///< chance that it hits a convoy in reach
    std::optional<Distance> within;  ///< its reach; else `on_route`
    Chance<Probability> trucks;      ///< share of the convoy's trucks; each truck then has this chance
    Duration suspend{0};             ///< for so long all convoys stand still after a hit
    bool operator==(const ConvoyAttackRecord&) const = default;
};
const Type& describe(Tag<ConvoyAttackRecord>);

/// Acts of violence and what they do to convoys and gates (model, section 4).
struct ViolenceRecord {
    Named<IncidentSourceRecord> by;
    Named<IncidentPlaceRecord> where;
    Distance near = Distance::kilometres(5);    ///< a severe incident so near the route or its end stops a convoy
    Distance on_route = Distance::metres(500);  ///< any incident so near the route, or a gate, is on it
    Duration remembered = one_day;              ///< for so long
    Probability shuts_gate;                     ///< chance that an incident on a gate shuts it
    Chance<Duration> shut_for{Law::certain(86'400)};
    Probability while_grounded{};                      ///< of air strikes, while their party keeps its aircraft down
    std::optional<Probability> while_demilitarised{};  ///< of what is pulled back from a road, while that is kept
    std::optional<AnsweringRecord> answers{};
    std::optional<ConvoyAttackRecord> convoys{};
    bool operator==(const ViolenceRecord&) const = default;
};
const Type& describe(Tag<ViolenceRecord>);

}  // namespace aidway
