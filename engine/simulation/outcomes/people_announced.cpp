// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/people_announced.hpp"

namespace aidway {

void PeopleAnnounced::see(const Event& event, const OutcomeScope&) {
    if (event.kind == EventKind::convoy_offloaded) add(event, event.count);
}

}  // namespace aidway
