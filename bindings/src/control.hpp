// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "register.hpp"

namespace aidway::python {

// What Python sees of areas of control; rows are dicts, rings arrays of longitude and latitude in degrees.

pybind11::list control(const ScenarioFolder& folder);
pybind11::list control_findings(const ScenarioFolder& folder);

}  // namespace aidway::python
