// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/trucks_hit.hpp"

namespace aidway {

void TrucksHit::begin(const OutcomeScope&) { hit_ = departed_ = 0; }

void TrucksHit::see(const Event& event, const OutcomeScope&) {
    if (event.kind == EventKind::trucks_hit) hit_ += event.count;
    if (event.kind == EventKind::convoy_departed) departed_ += event.count;
}

void TrucksHit::finish(const OutcomeScope&, std::span<double> cells) const {
    cells[0] = departed_ > 0 ? 1000.0 * static_cast<double>(hit_) / static_cast<double>(departed_) : 0.0;
}

}  // namespace aidway
