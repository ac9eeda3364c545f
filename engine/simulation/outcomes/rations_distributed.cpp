// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/rations_distributed.hpp"

namespace aidway {

void RationsDistributed::see(const Event& event, const OutcomeScope& scope) {
    if (event.kind == EventKind::handed_out && event.goods == scope.food) add(event, event.mass.ticks());
}

void RationsDistributed::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = scope.rations(mass(c));
}

}  // namespace aidway
