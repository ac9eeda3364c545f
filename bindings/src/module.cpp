// SPDX-License-Identifier: Apache-2.0
#include "core/version.hpp"
#include "register.hpp"

PYBIND11_MODULE(_engine, module) {
    using namespace aidway::python;
    module.doc() = "The Aidway engine. Private: use the package aidway.";
    module.def(
        "version", [] { return std::string(aidway::version()); }, "Version of the engine.");
    register_errors(module);
    register_scenario(module);
    register_network(module);
    register_vehicles(module);
    register_graph(module);
    register_road_rows(module);
    register_fronts(module);
    register_rasters(module);
    register_study(module);
    register_analysis(module);
    register_replay(module);
    register_reference(module);
}
