// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/consequence_counts.hpp"

namespace aidway {

void ConsequencesTriggered::see(const Event& event, const OutcomeScope&) {
    if (event.kind == EventKind::consequence_triggered) add(event.number, 1);
}

void ConsequencesApplied::see(const Event& event, const OutcomeScope&) {
    if (event.kind == EventKind::consequence_applied) add(event.number, 1);
}

}  // namespace aidway
