// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/convoys_departed.hpp"

namespace aidway {

void ConvoysDeparted::see(const Event& event, const OutcomeScope&) {
    if (event.kind == EventKind::convoy_departed) add(event, 1);
}

}  // namespace aidway
