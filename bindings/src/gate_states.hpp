// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "register.hpp"
#include "scenario/rules.hpp"

namespace aidway::python {

/// Gates for aid with every obligation kept: by clearance counts as open. Delays are those of the fleet's full
/// convoy, inspected as the agreement has it.
std::vector<GateState> states_for(const Scenario& scenario, const Rules& rules, const FleetRecord& fleet, Instant at);

/// Names of gates, in the order given.
std::vector<std::string> gate_names(const Scenario& scenario, const std::vector<GateId>& ids);

}  // namespace aidway::python
