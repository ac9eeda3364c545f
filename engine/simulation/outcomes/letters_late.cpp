// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/letters_late.hpp"

namespace aidway {

void LettersLate::see(const Event& event, const OutcomeScope&) {
    if (event.kind == EventKind::letter_issued && event.count > 0) add(event, event.count);
}

}  // namespace aidway
