// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/people_announced.hpp"

namespace aidway {

void PeopleAnnounced::begin(const OutcomeScope& scope) { people_.assign(scope.communities(), 0); }

void PeopleAnnounced::see(const Event& event, const OutcomeScope&) {
    if (event.kind == EventKind::convoy_offloaded) people_[event.community] += event.count;
}

void PeopleAnnounced::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < scope.communities(); ++c) cells[c] = static_cast<double>(people_[c]);
}

}  // namespace aidway
