// SPDX-License-Identifier: Apache-2.0
#include "reach.hpp"

#include <pybind11/stl.h>

#include <algorithm>

#include "moment.hpp"
#include "reason.hpp"
#include "routing/arrivals.hpp"

namespace py = pybind11;

namespace aidway::python {
namespace {

Arrivals reached(const Moment& moment, const FleetRecord& fleet, const std::vector<GateState>& states) {
    const NodeId from = moment.junction(fleet, moment.depot(fleet));
    return arrivals(moment.program(fleet).graph(), {&from, 1}, states);
}

/// The roads that are driven on, each once, with the share of it from either end.
py::list stretches(const RoadNetwork& network, const std::vector<double>& share) {
    py::list all;
    for (std::uint32_t arc = 0; arc < share.size(); ++arc) {
        const ArcId back = network.reverse()[arc];
        const double share_back = back == no_arc ? 0.0 : share[back.index()];
        if (back < ArcId{arc} || (share[arc] == 0 && share_back == 0)) continue;
        py::dict row;
        row["points"] = points_along(network, {ArcId{arc}});
        row["length_m"] = network.length_m()[arc];
        row["from_begin"] = share[arc];
        row["from_end"] = share_back;
        all.append(row);
    }
    return all;
}

}  // namespace

py::list reach(const ScenarioFolder& folder, const std::string& agreement, std::int64_t at_s) {
    const Moment moment(folder, agreement, at_s);
    const auto& record = moment.scenario().record();
    py::list all;
    for (const auto& [name, fleet] : record.fleets) {
        const auto states = moment.states(fleet);
        const auto windows = moment.windows(fleet);
        const Arrivals found = reached(moment, fleet, states);
        for (std::uint32_t c = 0; c < record.communities.size(); ++c) {
            const Trip trip{fleet, moment.junction(fleet, moment.depot(fleet)),
                            moment.junction(fleet, moment.community(c))};
            const std::uint32_t there = found.node_ms[trip.to.index()];
            py::dict row;
            row["community"] = record.communities.name(c).text;
            row["fleet"] = name.text;
            row["depot"] = fleet.depot.text;
            row["reachable"] = there != no_way_ms;
            row["time_s"] = there == no_way_ms ? py::object(py::none()) : py::float_(there / 1000.0);
            if (there == no_way_ms) {
                add_reason(row, moment, trip, states);
            } else {
                add_hours(row, moment, trip, windows);
            }
            all.append(row);
        }
    }
    return all;
}

py::list driven(const ScenarioFolder& folder, const std::string& agreement, std::int64_t at_s,
                const std::vector<std::int64_t>& within_s) {
    const Moment moment(folder, agreement, at_s);
    const auto& network = *folder.scenario->network();
    std::vector<std::vector<double>> shares(within_s.size(), std::vector<double>(network.arc_count(), 0.0));
    for (const auto& [name, fleet] : moment.scenario().record().fleets) {
        const auto states = moment.states(fleet);
        const Arrivals found = reached(moment, fleet, states);
        for (std::size_t time = 0; time < within_s.size(); ++time) {
            auto& share = shares[time];
            const auto& graph = moment.program(fleet).graph();
            for (const auto& stretch : driven_within(graph, found, states, Duration{within_s[time]})) {
                share[stretch.arc.index()] = std::max(share[stretch.arc.index()], stretch.share);
            }
        }
    }
    py::list all;
    for (const auto& share : shares) all.append(stretches(network, share));
    return all;
}

}  // namespace aidway::python
