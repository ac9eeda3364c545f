// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "moment.hpp"

namespace aidway::python {

/// Adds to a row why a fleet's trucks have no way to a place: `barrier` ("gates", "vehicle", "one_way",
/// "other_island"), `closed_gates`, and `obstacles` ("limit of 7.5 t on River Road"), each once, in order of travel.
void add_reason(pybind11::dict& row, const Moment& moment, const FleetRecord& fleet, TerminalId to,
                const std::vector<GateState>& states);

/// The same keys where there is a way. Where nobody who leaves when convoys begin to move can enter every gate within
/// its hours of that day, `barrier` is "hours" with the first gate that is shut then: `shut_gate`, `shut_hours`, and
/// `reached_s` and `departure_s` since midnight. Else `barrier` is empty.
void add_hours(pybind11::dict& row, const Moment& moment, const FleetRecord& fleet, TerminalId to);

}  // namespace aidway::python
