// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/convoys_delivered.hpp"

namespace aidway {

void ConvoysDelivered::see(const Event& event, const OutcomeScope&) {
    if (event.kind == EventKind::convoy_offloaded) add(event, 1);
}

}  // namespace aidway
