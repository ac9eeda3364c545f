// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/outcomes/party_sums.hpp"

namespace aidway {

/// Acts that the agreement bans, by parties that it binds. What is no breach under one agreement may be one under
/// another, so the count compares nothing but agreements with the same bans.
class Breaches : public PartySums {
public:
    static constexpr EventKinds sees = kinds(EventKind::incident);
    static constexpr OutcomeInfo info{
        .name = "breaches",
        .label = "Breaches",
        .unit = "breaches",
        .doc = "acts that the agreement bans, by the party that acts, seen or not; scenario, not evidence",
        .shape = OutcomeShape::party,
        .better = Better::lower,
        .safe = "no: agreements ban different things",
        .needs = OutcomeNeeds::violence};
    void see(const Event& event, const OutcomeScope& scope);
};

/// Breaches that at least one monitor has reported, whomever it blamed.
class BreachesSeen : public PartySums {
public:
    static constexpr EventKinds sees = kinds(EventKind::reported);
    static constexpr OutcomeInfo info{
        .name = "breaches_seen",
        .label = "Breaches seen",
        .unit = "breaches",
        .doc = "breaches that some monitor reported before the end, by the party that acted; scenario, not evidence",
        .shape = OutcomeShape::party,
        .better = Better::none,
        .safe = "no: more may be seen where more is done",
        .needs = OutcomeNeeds::violence};
    void see(const Event& event, const OutcomeScope& scope);
};

/// Breaches for which at least one monitor has blamed the party that did it.
class BreachesAttributed : public PartySums {
public:
    static constexpr EventKinds sees = kinds(EventKind::reported);
    static constexpr OutcomeInfo info{
        .name = "breaches_attributed",
        .label = "Breaches attributed rightly",
        .unit = "breaches",
        .doc = "breaches for which some monitor blamed, before the end, the party that acted; scenario, not evidence",
        .shape = OutcomeShape::party,
        .better = Better::none,
        .safe = "no: more may be seen where more is done",
        .needs = OutcomeNeeds::violence};
    void see(const Event& event, const OutcomeScope& scope);
};

}  // namespace aidway
