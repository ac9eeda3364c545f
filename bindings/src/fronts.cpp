// SPDX-License-Identifier: Apache-2.0
#include <pybind11/stl.h>

#include "access/front_gates.hpp"
#include "io/control_layer.hpp"
#include "io/road_source.hpp"
#include "register.hpp"

namespace py = pybind11;

namespace aidway::python {
namespace {

/// Gates where roads cross the front at any time of a period, by areas of control that no scenario holds yet.
py::list fronts(const SourcedRoads& roads, const std::string& control, const std::string& shown,
                const std::vector<std::string>& parties, const std::string& timezone, std::int64_t from_s,
                std::int64_t until_s) {
    std::vector<FrontGate> found;
    {
        const py::gil_scoped_release released;
        std::vector<Diagnostic> faults;
        const ControlTimeline timeline(read_control_layer(control, shown, {parties, timezone, {}, {}}, faults).areas);
        if (!faults.empty()) throw ScenarioError(std::move(faults));
        found = front_gates(roads.network, roads.network.words().roads, timeline, instant(from_s), instant(until_s));
    }
    py::list all;
    for (const auto& gate : found) {
        py::dict row;
        row["gate"] = gate.gate.name;
        row["road"] = gate.road;
        row["lon"] = gate.at.lon_deg;
        row["lat"] = gate.at.lat_deg;
        all.append(row);
    }
    return all;
}

}  // namespace

void register_fronts(py::module_& module) {
    module.def("front_gates", &fronts, py::arg("network"), py::arg("control"), py::arg("shown"), py::arg("parties"),
               py::arg("timezone"), py::arg("from_s"), py::arg("until_s"),
               "Gates where named roads cross the front, ascending by name; ScenarioError lists every fault.");
}

}  // namespace aidway::python
