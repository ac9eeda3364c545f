// SPDX-License-Identifier: Apache-2.0
#include "gate_states.hpp"

namespace aidway::python {

std::vector<GateState> states_for(const Scenario& scenario, const Rules& rules, const FleetRecord& fleet, Instant at) {
    const std::vector<std::uint8_t> kept(rules.obligations.size(), 1);
    std::vector<GateState> states;
    for (std::uint32_t g = 0; g < scenario.gates().size(); ++g) {
        const auto& gate = scenario.gate_record({g});
        const auto leave = rules.passage.leave({g}, Traffic::aid, at, kept);
        const auto check = rules.passage.check({g}, at, kept);
        const Duration each = check.inspection.value_or(gate.inspection);
        const auto lanes = check.lanes.value_or(gate.lanes.value);
        states.push_back({leave.access != Access::closed, each * fleet.convoy_trucks.value / lanes});
    }
    return states;
}

std::vector<std::string> gate_names(const Scenario& scenario, const std::vector<GateId>& ids) {
    std::vector<std::string> names;
    for (const auto id : ids) names.push_back(scenario.gates()[id.index()].name);
    return names;
}

}  // namespace aidway::python
