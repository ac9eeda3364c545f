// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/lost.hpp"

namespace aidway {

void Lost::see(const Event& event, const OutcomeScope&) {
    if (event.kind == EventKind::lost) add(event, event.mass.ticks());
}

void Lost::finish(const OutcomeScope&, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = mass(c).kilograms();
}

}  // namespace aidway
