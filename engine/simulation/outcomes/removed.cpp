// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/removed.hpp"

namespace aidway {

void Removed::see(const Event& event, const OutcomeScope&) {
    if (event.kind == EventKind::removed) add(event, event.mass.ticks());
}

void Removed::finish(const OutcomeScope&, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = mass(c).kilograms();
}

}  // namespace aidway
