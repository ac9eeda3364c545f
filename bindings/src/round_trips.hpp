// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "register.hpp"

namespace aidway::python {

/// One dict per community that aid goes to and fleet that has a way there, with every obligation kept: when a single
/// truck that leaves when convoys begin to move, waits at gates for their hours and offloads at once would be back at
/// them, inspection left out. `barrier` is "" where it is back in time; "shut" where `gate` does not let it through
/// that day; "back" where `gate` has shut before it comes back; "day" where it is home too late. Offsets in seconds
/// from midnight.
pybind11::list round_trips(const ScenarioFolder& folder, const std::string& agreement, std::int64_t at_s);

}  // namespace aidway::python
