// SPDX-License-Identifier: Apache-2.0
#include "simulation/gate_leaves.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace aidway {

GateLeaves::GateLeaves(const PassageTable& passage, Instant from, Instant until)
    : passage_(&passage),
      turns_(passage.turns(from, until)),
      known_(passage.gates() * traffic_classes),
      known_checks_(passage.gates()),
      versions_(passage.gates(), version_) {
    std::map<ObligationId, std::vector<GateId>> hang_on;
    for (std::uint32_t g = 0; g < passage.gates(); ++g) {
        for (const auto obligation : passage.promises({g})) hang_on[obligation].push_back({g});
    }
    for (auto& [obligation, gates] : hang_on) promises_.push_back({obligation, std::move(gates)});
    for (auto& open : open_) open.gates.resize(passage.gates());
}

void GateLeaves::forget() {
    now_ = past_ = {};
    kept_version_ = never;
    all_may_change();
}

void GateLeaves::turn(Instant at, Instant history) {
    now_ = spell_at(at);
    past_ = spell_at(history);
    all_may_change();
}

void GateLeaves::all_may_change() { std::fill(versions_.begin(), versions_.end(), ++version_); }

void GateLeaves::look_at_promises(const World& world) {
    kept_version_ = world.kept_version;
    for (auto& promise : promises_) {
        const auto kept = world.kept[promise.obligation.index()];
        if (kept == promise.kept) continue;
        promise.kept = kept;
        ++version_;
        for (const auto gate : promise.gates) versions_[gate.index()] = version_;
    }
}

const std::vector<std::uint8_t>& GateLeaves::open(Traffic traffic, Instant at, Instant history, const World& world) {
    follow(at, history, world);
    auto& open = open_[static_cast<std::size_t>(traffic)];
    if (open.version == version_) return open.gates;
    const auto before = std::exchange(open.version, version_);
    for (std::uint32_t g = 0; g < open.gates.size(); ++g) {
        if (versions_[g] <= before) continue;
        open.gates[g] = leave({g}, traffic, at, history, world).access == Access::open ? 1 : 0;
    }
    return open.gates;
}

GateLeaves::Spell GateLeaves::spell_at(Instant at) const {
    const auto next = std::upper_bound(turns_.begin(), turns_.end(), at);
    return {next == turns_.begin() ? Instant::min() : *(next - 1), next == turns_.end() ? Instant::max() : *next};
}

}  // namespace aidway
