// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/incidents.hpp"

namespace aidway {

void Incidents::begin(const OutcomeScope&) { incidents_ = 0; }

void Incidents::see(const Event& event, const OutcomeScope&) {
    if (event.kind == EventKind::incident) ++incidents_;
}

void Incidents::finish(const OutcomeScope&, std::span<double> cells) const {
    cells[0] = static_cast<double>(incidents_);
}

}  // namespace aidway
