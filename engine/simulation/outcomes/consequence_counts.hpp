// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/outcomes/party_sums.hpp"

namespace aidway {

/// How often ledgers called for a consequence.
class ConsequencesTriggered : public PartySums {
public:
    static constexpr EventKinds sees = kinds(EventKind::consequence_triggered);
    static constexpr OutcomeInfo info{
        .name = "consequences_triggered",
        .label = "Consequences called for",
        .unit = "consequences",
        .doc = "times that reports called for a consequence against the party; scenario, not evidence",
        .shape = OutcomeShape::party,
        .better = Better::none,
        .safe = "no: agreements have different consequences",
        .needs = OutcomeNeeds::violence};
    void see(const Event& event, const OutcomeScope& scope);
};

/// How often one was applied.
class ConsequencesApplied : public PartySums {
public:
    static constexpr EventKinds sees = kinds(EventKind::consequence_applied);
    static constexpr OutcomeInfo info{.name = "consequences_applied",
                                      .label = "Consequences applied",
                                      .unit = "consequences",
                                      .doc = "consequences applied to the party; scenario, not evidence",
                                      .shape = OutcomeShape::party,
                                      .better = Better::none,
                                      .safe = "no: agreements have different consequences",
                                      .needs = OutcomeNeeds::violence};
    void see(const Event& event, const OutcomeScope& scope);
};

}  // namespace aidway
