// SPDX-License-Identifier: Apache-2.0
#include "io/added_gates.hpp"

#include <algorithm>
#include <utility>

namespace aidway {
namespace {

void copy_status(const PassageTable& from, GateId gate, PassageTable& into, GateId there) {
    for (int t = 0; t < traffic_classes; ++t) {
        const auto traffic = static_cast<Traffic>(t);
        for (const auto& grant : from.grants(gate, traffic)) into.grant(there, traffic, grant);
    }
    for (const auto& holding : from.holdings(gate)) into.hold(there, holding);
}

}  // namespace

void add_gates(std::vector<AddedGate> added, std::vector<Gate>& gates, PassageTable& baseline) {
    if (added.empty()) return;
    for (std::uint32_t g = 0; g < gates.size(); ++g) {
        AddedGate known{std::move(gates[g])};
        if (g < baseline.gates()) copy_status(baseline, {g}, known.status, {0});
        added.push_back(std::move(known));
    }
    std::sort(added.begin(), added.end(),
              [](const AddedGate& a, const AddedGate& b) { return a.gate.name < b.gate.name; });
    gates.clear();
    baseline = PassageTable(added.size());
    for (auto& [gate, status] : added) {
        copy_status(status, {0}, baseline, {static_cast<std::uint32_t>(gates.size())});
        gates.push_back(std::move(gate));
    }
}

}  // namespace aidway
