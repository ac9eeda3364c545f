// SPDX-License-Identifier: Apache-2.0
#include "simulation/gate_leaves.hpp"

#include <algorithm>

namespace aidway {

GateLeaves::GateLeaves(const PassageTable& passage, Instant from, Instant until)
    : passage_(&passage), turns_(passage.turns(from, until)), known_(passage.gates() * traffic_classes) {
    for (auto& open : open_) open.gates.resize(passage.gates());
}

void GateLeaves::forget() {
    now_ = past_ = {};
    ++version_;
}

void GateLeaves::turn(Instant at, Instant history) {
    now_ = spell_at(at);
    past_ = spell_at(history);
    ++version_;
}

const std::vector<std::uint8_t>& GateLeaves::open(Traffic traffic, Instant at, Instant history, const World& world) {
    follow(at, history, world);
    auto& open = open_[static_cast<std::size_t>(traffic)];
    if (open.version == version_) return open.gates;
    open.version = version_;
    for (std::uint32_t g = 0; g < open.gates.size(); ++g) {
        open.gates[g] = leave({g}, traffic, at, history, world).access == Access::open ? 1 : 0;
    }
    return open.gates;
}

GateLeaves::Spell GateLeaves::spell_at(Instant at) const {
    const auto next = std::upper_bound(turns_.begin(), turns_.end(), at);
    return {next == turns_.begin() ? Instant::min() : *(next - 1), next == turns_.end() ? Instant::max() : *next};
}

}  // namespace aidway
