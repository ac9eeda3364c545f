// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "moment.hpp"

namespace aidway::python {

/// Adds to a row why a fleet's trucks have no way to a place: `barrier` ("gates", "vehicle", "one_way",
/// "other_island"), `closed_gates`, and `obstacles` ("limit of 7.5 t on River Road"), each once, in order of travel.
void add_reason(pybind11::dict& row, const Moment& moment, const FleetRecord& fleet, TerminalId to,
                const std::vector<GateState>& states);

/// The same keys where there is a way: all are empty.
void add_no_reason(pybind11::dict& row);

}  // namespace aidway::python
