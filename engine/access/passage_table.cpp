// SPDX-License-Identifier: Apache-2.0
#include "access/passage_table.hpp"

#include <algorithm>
#include <utility>

namespace aidway {
namespace {

bool holds(const Passage& passage, Instant at, std::span<const std::uint8_t> kept) {
    if (at < passage.from || at >= passage.until) return false;
    return std::all_of(passage.while_kept.begin(), passage.while_kept.end(),
                       [&](ObligationId o) { return kept[o.index()] != 0; });
}

}  // namespace

void PassageTable::grant(GateId gate, Traffic traffic, Passage passage) {
    grants_.at(gate.index()).at(static_cast<std::size_t>(traffic)).push_back(std::move(passage));
}

void PassageTable::hold(GateId gate, Holding holding) { holdings_.at(gate.index()).push_back(std::move(holding)); }

std::span<const Passage> PassageTable::grants(GateId gate, Traffic traffic) const {
    return grants_[gate.index()][static_cast<std::size_t>(traffic)];
}

std::span<const Holding> PassageTable::holdings(GateId gate) const { return holdings_[gate.index()]; }

std::span<const PartyId> PassageTable::holders(GateId gate, Instant at) const {
    for (const auto& holding : holdings(gate)) {
        if (at >= holding.from && at < holding.until) return holding.parties;
    }
    return {};
}

Leave PassageTable::leave(GateId gate, Traffic traffic, Instant at, std::span<const std::uint8_t> kept) const {
    Leave best;
    for (const auto& passage : grants(gate, traffic)) {
        if (passage.access == Access::closed || !holds(passage, at, kept)) continue;
        const bool by_term = passage.origin != baseline_origin;
        const bool freer = passage.access > best.access;
        const bool as_free = passage.access == best.access && by_term && !best.by_term;
        if (freer || as_free) best = {passage.access, by_term, passage.hours, passage.origin};
    }
    return best;
}

}  // namespace aidway
