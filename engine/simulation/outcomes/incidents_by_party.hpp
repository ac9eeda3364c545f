// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/outcomes/party_sums.hpp"

namespace aidway {

/// Acts of violence of each party, whatever an agreement says of them.
class IncidentsByParty : public PartySums {
public:
    static constexpr EventKinds sees = kinds(EventKind::incident);
    static constexpr OutcomeInfo info{.name = "incidents_by_party",
                                      .label = "Incidents by party",
                                      .unit = "incidents",
                                      .doc = "acts of violence by the party that acts; scenario, not evidence",
                                      .shape = OutcomeShape::party,
                                      .better = Better::lower,
                                      .safe = "yes",
                                      .needs = OutcomeNeeds::violence};
    void see(const Event& event, const OutcomeScope& scope);
};

}  // namespace aidway
