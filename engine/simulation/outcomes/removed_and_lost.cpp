// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/removed_and_lost.hpp"

namespace aidway {

void RemovedAndLost::begin(const OutcomeScope& scope) { ends_.assign(scope.communities(), {}); }

void RemovedAndLost::see(const Event& event, const OutcomeScope&) {
    if (event.kind == EventKind::delivered) ends_[event.community].delivered += event.mass;
    if (event.kind != EventKind::removed && event.kind != EventKind::lost) return;
    if (event.community != Event::no_index) ends_[event.community].gone += event.mass;
}

void RemovedAndLost::finish(const OutcomeScope&, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) {
        const Mass left = ends_[c].delivered + ends_[c].gone;
        cells[c] = left > Mass{} ? ends_[c].gone.kilograms() / left.kilograms() : 0.0;
    }
}

}  // namespace aidway
