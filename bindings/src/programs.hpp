// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "routing/route_program.hpp"
#include "scenario/scenario.hpp"

namespace aidway::python {

using RoutePrograms = std::vector<std::shared_ptr<const RouteProgram>>;

/// What `route_programs` makes of a scenario: made at the first question on it and kept while the scenario lives, as no
/// agreement changes it; copies that share the scenario share it. Any thread may ask. Those of a scenario that is gone
/// are let go at the next question on any.
[[nodiscard]] RoutePrograms programs_of(const std::shared_ptr<const Scenario>& scenario);

}  // namespace aidway::python
