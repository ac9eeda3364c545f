// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>

#include "scenario/scenario.hpp"
#include "simulation/route_programs.hpp"

namespace aidway::python {

/// What `route_programs` makes of a scenario under the overlays that slow its roads: made at the first question on it
/// and kept while the scenario lives, as no agreement changes it otherwise; copies that share the scenario share it.
/// Any thread may ask. Those of a scenario that is gone are let go at the next question on any.
[[nodiscard]] VehiclePrograms programs_of(const std::shared_ptr<const Scenario>& scenario, std::uint64_t slowed);

}  // namespace aidway::python
