// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/removed.hpp"

namespace aidway {

void Removed::begin(const OutcomeScope& scope) { removed_.assign(scope.communities(), Mass{}); }

void Removed::see(const Event& event, const OutcomeScope&) {
    if (event.kind == EventKind::removed) removed_[event.community] += event.mass;
}

void Removed::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < scope.communities(); ++c) cells[c] = removed_[c].kilograms();
}

}  // namespace aidway
