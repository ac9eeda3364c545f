// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/unmet_rations_stayers.hpp"

namespace aidway {

void UnmetRationsStayers::begin(const OutcomeScope& scope) {
    residents_.begin(scope);
    lacked_s_.assign(scope.communities(), 0.0);
}

void UnmetRationsStayers::see(const Event& event, const OutcomeScope& scope) {
    residents_.see(event);
    if (event.kind != EventKind::eaten) return;
    const Mass need = scope.need_of(residents_.during(event));  // for one second
    if (need <= Mass{}) return;
    lacked_s_[event.community] +=
        static_cast<double>(event.count) - static_cast<double>(event.mass.ticks()) / static_cast<double>(need.ticks());
}

void UnmetRationsStayers::finish(const OutcomeScope&, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) {
        cells[c] = static_cast<double>(residents_.staying(c)) * lacked_s_[c] / 86'400.0;
    }
}

}  // namespace aidway
