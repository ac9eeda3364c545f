// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/departures.hpp"

namespace aidway {

void Departures::see(const Event& event, const OutcomeScope&) {
    if (event.kind == EventKind::departed) add(event, event.count);
}

}  // namespace aidway
