// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>

#include <memory>

#include "io/scenario_folder.hpp"

namespace aidway::python {

/// What Python holds of a scenario folder; shared and immutable.
using Folder = std::shared_ptr<const ScenarioFolder>;

void register_errors(pybind11::module_& module);
void register_scenario(pybind11::module_& module);
void register_network(pybind11::module_& module);
void register_vehicles(pybind11::module_& module);
void register_graph(pybind11::module_& module);
void register_road_rows(pybind11::module_& module);
void register_fronts(pybind11::module_& module);
void register_rasters(pybind11::module_& module);
void register_study(pybind11::module_& module);
void register_analysis(pybind11::module_& module);
void register_replay(pybind11::module_& module);
void register_reference(pybind11::module_& module);

/// The agreement of that name; ScenarioError naming the nearest when there is none.
const DatedAgreement& find_agreement(const ScenarioFolder& folder, const std::string& name);

/// Seconds since 1970.
inline std::int64_t seconds(Instant at) { return at.time_since_epoch().count(); }
inline Instant instant(std::int64_t seconds_utc) { return Instant{Duration{seconds_utc}}; }

}  // namespace aidway::python
