// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/convoys_delivered.hpp"

namespace aidway {

void ConvoysDelivered::begin(const OutcomeScope& scope) { convoys_.assign(scope.communities(), 0); }

void ConvoysDelivered::see(const Event& event, const OutcomeScope&) {
    if (event.kind == EventKind::convoy_offloaded) ++convoys_[event.community];
}

void ConvoysDelivered::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < scope.communities(); ++c) cells[c] = static_cast<double>(convoys_[c]);
}

}  // namespace aidway
