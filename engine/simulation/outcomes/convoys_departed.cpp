// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/convoys_departed.hpp"

namespace aidway {

void ConvoysDeparted::begin(const OutcomeScope& scope) { convoys_.assign(scope.communities(), 0); }

void ConvoysDeparted::see(const Event& event, const OutcomeScope&) {
    if (event.kind == EventKind::convoy_departed) ++convoys_[event.community];
}

void ConvoysDeparted::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < scope.communities(); ++c) cells[c] = static_cast<double>(convoys_[c]);
}

}  // namespace aidway
