// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/evacuated.hpp"

namespace aidway {

void Evacuated::see(const Event& event, const OutcomeScope&) {
    if (event.kind == EventKind::evacuated) add(event, event.count);
}

}  // namespace aidway
