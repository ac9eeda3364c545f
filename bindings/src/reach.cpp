// SPDX-License-Identifier: Apache-2.0
#include "reach.hpp"

#include <pybind11/stl.h>

#include <algorithm>

#include "gate_states.hpp"
#include "routing/arrivals.hpp"
#include "routing/why_unreachable.hpp"
#include "simulation/model.hpp"

namespace py = pybind11;

namespace aidway::python {
namespace {

/// What a fleet's trucks face: their program, where they start, and the gates before them.
struct Start {
    const RouteProgram& program;
    TerminalId depot;
    std::vector<GateState> states;

    [[nodiscard]] Arrivals reached() const {
        const NodeId from = program.terminals()[depot.index()];
        return arrivals(program.graph(), {&from, 1}, states);
    }
};

/// Calls `each(name, fleet, start)` for every fleet, in the order of the scenario.
template <class Each>
void for_each_fleet(const ScenarioFolder& folder, const std::string& agreement, std::int64_t at_s, const Each& each) {
    const auto& scenario = *folder.scenario;
    const auto& record = scenario.record();
    const auto& [terms, date] = find_agreement(folder, agreement);
    const Rules rules = compile_rules(scenario, terms, date);
    const auto programs = route_programs(scenario);
    for (const auto& [name, fleet] : record.fleets) {
        const auto& program = *programs[*record.vehicles.index_of(fleet.vehicle.text)];
        const TerminalId depot{static_cast<std::uint32_t>(*record.depots.index_of(fleet.depot.text))};
        each(name.text, fleet, Start{program, depot, states_for(scenario, rules, fleet, instant(at_s))});
    }
}

}  // namespace

py::list reach(const ScenarioFolder& folder, const std::string& agreement, std::int64_t at_s) {
    const auto& scenario = *folder.scenario;
    const auto& record = scenario.record();
    py::list all;
    for_each_fleet(folder, agreement, at_s, [&](const std::string& name, const FleetRecord& fleet, const Start& start) {
        const Arrivals found = start.reached();
        for (std::uint32_t c = 0; c < record.communities.size(); ++c) {
            const TerminalId to{static_cast<std::uint32_t>(record.depots.size()) + c};
            const std::uint32_t there = found.node_ms[start.program.terminals()[to.index()].index()];
            py::dict row;
            row["community"] = record.communities.name(c).text;
            row["fleet"] = name;
            row["depot"] = fleet.depot.text;
            row["reachable"] = there != no_way_ms;
            row["time_s"] = there == no_way_ms ? py::object(py::none()) : py::float_(there / 1000.0);
            std::vector<GateId> closed;
            if (there == no_way_ms) closed = why_unreachable(start.program, start.depot, to, start.states).closed_gates;
            row["closed_gates"] = gate_names(scenario, closed);
            all.append(row);
        }
    });
    return all;
}

py::list driven(const ScenarioFolder& folder, const std::string& agreement, std::int64_t at_s, std::int64_t within_s) {
    const auto& network = *folder.scenario->network();
    std::vector<double> share(network.arc_count(), 0.0);
    for_each_fleet(folder, agreement, at_s, [&](const std::string&, const FleetRecord&, const Start& start) {
        for (const auto& stretch :
             driven_within(start.program.graph(), start.reached(), start.states, Duration{within_s})) {
            share[stretch.arc.index()] = std::max(share[stretch.arc.index()], stretch.share);
        }
    });
    py::list all;
    for (std::uint32_t arc = 0; arc < share.size(); ++arc) {
        const std::size_t back = network.reverse()[arc].index();
        if (back < arc || (share[arc] == 0 && share[back] == 0)) continue;
        std::vector<std::pair<double, double>> points;
        for (const auto point : network.shape({arc})) points.emplace_back(point.lon_deg, point.lat_deg);
        py::dict row;
        row["points"] = points;
        row["length_m"] = network.length_m()[arc];
        row["from_begin"] = share[arc];
        row["from_end"] = share[back];
        all.append(row);
    }
    return all;
}

}  // namespace aidway::python
