// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/share_by_air.hpp"

namespace aidway {

void ShareByAir::begin(const OutcomeScope& scope) { delivered_.assign(scope.communities(), {}); }

void ShareByAir::see(const Event& event, const OutcomeScope&) {
    if (event.kind != EventKind::delivered) return;
    auto& delivered = delivered_[event.community];
    delivered.whole += event.mass;
    if (is_by_air(event)) delivered.by_air += event.mass;
}

void ShareByAir::finish(const OutcomeScope&, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) {
        const auto& [by_air, whole] = delivered_[c];
        cells[c] = whole > Mass{} ? static_cast<double>(by_air.ticks()) / static_cast<double>(whole.ticks()) : 0.0;
    }
}

}  // namespace aidway
