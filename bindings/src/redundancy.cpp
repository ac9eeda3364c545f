// SPDX-License-Identifier: Apache-2.0
#include "redundancy.hpp"

#include <pybind11/stl.h>

#include <algorithm>

#include "moment.hpp"
#include "routing/disjoint_ways.hpp"

namespace py = pybind11;

namespace aidway::python {
namespace {

/// Gates in the order they are entered; one left and entered again is there twice.
std::vector<GateId> gates_along(const PassageGraph& graph, const std::vector<ArcId>& arcs) {
    std::vector<std::uint32_t> gate_of(graph.network().arc_count(), PassageGraph::no_gate);
    for (std::uint32_t g = 0; g < graph.gates().size(); ++g) {
        for (const ArcId arc : graph.gates()[g].arcs) gate_of[arc.index()] = g;
    }
    std::vector<GateId> found;
    std::uint32_t inside = PassageGraph::no_gate;
    for (const ArcId arc : arcs) {
        const std::uint32_t gate = gate_of[arc.index()];
        if (gate != inside && gate != PassageGraph::no_gate) found.push_back(GateId{gate});
        inside = gate;
    }
    return found;
}

}  // namespace

py::list redundancy(const ScenarioFolder& folder, const std::string& agreement, const std::string& to,
                    std::int64_t at_s) {
    const Moment moment(folder, agreement, at_s);
    const auto& record = moment.scenario().record();
    const TerminalId target = moment.community(to);
    const auto& first = record.fleets.begin()->value;
    const auto& program = moment.program(first);
    std::vector<std::string> depots;
    std::vector<NodeId> origins;
    for (const auto& [name, fleet] : record.fleets) {
        if (std::find(depots.begin(), depots.end(), fleet.depot.text) != depots.end()) continue;
        depots.push_back(fleet.depot.text);
        origins.push_back(moment.junction(first, moment.depot(fleet)));
    }
    const NodeId end = moment.junction(first, target);
    py::list all;
    for (const auto& way : disjoint_ways(program.graph(), origins, end, moment.states(first))) {
        double length_m = 0;
        for (const ArcId arc : way.arcs) length_m += moment.scenario().network()->length_m()[arc.index()];
        py::dict row;
        row["depot"] = depots[way.origin];
        row["driving_s"] = static_cast<double>(way.time_ms) / 1000.0;
        row["length_m"] = length_m;
        row["gates"] = gate_names(moment.scenario(), gates_along(program.graph(), way.arcs));
        row["points"] = points_along(*moment.scenario().network(), way.arcs);
        all.append(row);
    }
    return all;
}

}  // namespace aidway::python
