// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <vector>

#include "access/control_timeline.hpp"
#include "access/gate.hpp"
#include "access/passage_table.hpp"
#include "network/road_network.hpp"

namespace aidway {

/// How a gate on a moving front stood for a while.
struct FrontSpell {
    Instant from;
    Instant until;
    bool front = false;            ///< whether the front lies there
    std::vector<PartyId> parties;  ///< ascending: both sides of the front, or whose ground it is; empty where unknown
    bool operator==(const FrontSpell&) const = default;
};

/// A gate that nobody drew: a piece of a named road on which the front lies for some time.
struct FrontGate {
    Gate gate;
    std::string road;
    LonLat at;                       ///< where the front lies when it first does
    std::vector<FrontSpell> spells;  ///< cover the whole period without a gap; neighbours differ
};

/// Gates where `roads` cross from the ground of one party to that of another at any time from `from` until `until`,
/// named "<road>-front-<k>", k = 1, 2, .. in the network's order along each road; ascending by name.
/// Ground that no area covers parts nobody from itself: a road from one party through such ground to another crosses
/// one front. It lies on the fewest arcs that part the sides, among equals the first in the network's order. Roads
/// that lie in a gate of the layer or in one of `known` are passed over: what that gate parts needs no second one.
/// Depends on places and names alone.
[[nodiscard]] std::vector<FrontGate> front_gates(const RoadNetwork& network, const std::vector<std::string>& roads,
                                                 const ControlTimeline& control, Instant from, Instant until,
                                                 const std::vector<Gate>& known = {});

/// The baseline of such a gate: where the front lies `across` (by class of traffic) and held by both sides, else open
/// and held by whose ground it is.
void grant_front(PassageTable& table, GateId gate, const FrontGate& front,
                 const std::array<Access, traffic_classes>& across);

}  // namespace aidway
