// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/blame.hpp"

namespace aidway {

void BlamedFalsely::see(const Event& event, const OutcomeScope&) {
    if (event.kind != EventKind::reported || event.number == Event::no_index) return;
    if (event.number != event.attempt) add(event.number, 1);
}

}  // namespace aidway
