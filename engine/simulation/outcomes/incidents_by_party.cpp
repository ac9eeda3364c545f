// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/incidents_by_party.hpp"

namespace aidway {

void IncidentsByParty::see(const Event& event, const OutcomeScope& scope) {
    if (event.kind == EventKind::incident) add(scope.party_of_source[event.number], 1);
}

}  // namespace aidway
