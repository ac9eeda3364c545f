// SPDX-License-Identifier: Apache-2.0
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include "io/road_source.hpp"
#include "io/vehicle_files.hpp"
#include "network/arc_times.hpp"
#include "register.hpp"

namespace py = pybind11;

namespace aidway::python {
namespace {

VehicleProfile profile_in(const std::string& path, const std::string& shown, bool convoy) {
    Reading reading;
    const auto file = read_vehicle_file({path, shown}, "vehicle", reading);
    if (!file) throw ScenarioError(std::move(reading.faults));
    VehicleRecord vehicle = merged({}, *file);
    if (!convoy) vehicle.convoy_factor = 1.0;
    return profile_of(shown, vehicle);
}

py::array_t<std::uint32_t> times_ms(const SourcedRoads& of, const std::string& path, const std::string& shown,
                                    bool convoy) {
    const auto times = arc_times_ms(of.network, profile_in(path, shown, convoy));
    return py::array_t<std::uint32_t>(static_cast<py::ssize_t>(times.size()), times.data());
}

/// Per label of the network; "" where the vehicle may drive.
std::vector<std::string> obstacles(const SourcedRoads& of, const std::string& path, const std::string& shown) {
    const VehicleProfile profile = profile_in(path, shown, false);
    const RoadWords& words = of.network.words();
    std::vector<std::string> all;
    for (const RoadLabel& label : words.labels) all.push_back(obstacle(profile, words.kinds[label.kind]).value_or(""));
    return all;
}

}  // namespace

void register_vehicles(py::module_& module) {
    module.def("vehicle_times_ms", &times_ms, py::arg("network"), py::arg("path"), py::arg("shown"), py::arg("convoy"),
               "Driving time of each arc; 2^32 - 1 where the vehicle cannot take it.");
    module.def("vehicle_obstacles", &obstacles, py::arg("network"), py::arg("path"), py::arg("shown"),
               "What keeps the vehicle off, per label of the network.");
}

}  // namespace aidway::python
