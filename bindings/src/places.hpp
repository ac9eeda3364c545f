// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "register.hpp"

namespace aidway::python {

// What Python sees of places and gates; rows are dicts with the unit in each name.

pybind11::dict community(const ScenarioFolder& folder, const std::string& name);
pybind11::dict roads(const ScenarioFolder& folder);
/// Every road of the network once: (name or "", points as pairs of longitude and latitude).
pybind11::list road_lines(const ScenarioFolder& folder);
pybind11::list gates(const ScenarioFolder& folder);
/// When any gate stands otherwise than before under an agreement, every obligation kept: UTC seconds, ascending.
std::vector<std::int64_t> gate_changes(const ScenarioFolder& folder, const std::string& agreement);
pybind11::list gate_status(const ScenarioFolder& folder, const std::string& agreement, std::int64_t at_s, bool kept);

}  // namespace aidway::python
