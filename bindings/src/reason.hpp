// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "moment.hpp"
#include "routing/why_unreachable.hpp"

namespace aidway::python {

/// A fleet's trucks from one junction to another.
struct Trip {
    const FleetRecord& fleet;
    NodeId from;
    NodeId to;
};

/// Adds to a row why a fleet's trucks have no way to a place: `barrier` ("gates", "vehicle", "one_way",
/// "other_island"), `closed_gates`, and `obstacles` ("limit of 7.5 t on River Road"), each once, in order of travel.
void add_reason(pybind11::dict& row, const Moment& moment, const Trip& trip, const std::vector<GateState>& states);

/// The same keys for a reason that lies in no gate, road or hour: a barrier, or none.
void add_barrier(pybind11::dict& row, Barrier barrier);

/// The same keys where there is a way. Where nobody who leaves when convoys begin to move can enter every gate within
/// its hours of that day, `barrier` is "hours" with the first gate that is shut then: `shut_gate`, `shut_hours`, and
/// `reached_s` and `departure_s` since midnight. Else `barrier` is empty.
void add_hours(pybind11::dict& row, const Moment& moment, const Trip& trip, const std::vector<GateWindow>& windows);

}  // namespace aidway::python
