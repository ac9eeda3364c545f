// SPDX-License-Identifier: Apache-2.0
#include "reason.hpp"

#include <pybind11/stl.h>

#include <algorithm>
#include <string>

#include "agreement/words.hpp"
#include "network/vehicle_profile.hpp"
#include "scenario/vehicle.hpp"

namespace py = pybind11;

namespace aidway::python {
namespace {

const char* word(Barrier barrier) {
    switch (barrier) {
        case Barrier::none: return "";
        case Barrier::off_network: return "off_network";
        case Barrier::other_island: return "other_island";
        case Barrier::one_way: return "one_way";
        case Barrier::vehicle: return "vehicle";
        case Barrier::gates: return "gates";
    }
    return "";
}

std::vector<std::string> obstacles_on(const Scenario& scenario, const Name& vehicle, const std::vector<ArcId>& arcs) {
    const RoadNetwork& network = *scenario.network();
    const VehicleProfile profile = profile_of(vehicle.text, scenario.record().vehicles.at(vehicle.text));
    std::vector<std::string> told;
    for (const ArcId arc : arcs) {
        const auto what = obstacle(profile, network.kind_of(arc));
        if (!what) continue;
        const std::string& road = network.road_of(arc);
        std::string said = *what + " on " + (road.empty() ? "a road without a name" : road);
        if (std::find(told.begin(), told.end(), said) == told.end()) told.push_back(std::move(said));
    }
    return told;
}

}  // namespace

void add_reason(py::dict& row, const Moment& moment, const Trip& trip, const std::vector<GateState>& states) {
    const auto why = why_unreachable(moment.program(trip.fleet).graph(), {trip.from}, {trip.to}, states);
    row["barrier"] = word(why.barrier);
    row["closed_gates"] = gate_names(moment.scenario(), why.closed_gates);
    row["obstacles"] = obstacles_on(moment.scenario(), trip.fleet.vehicle, why.barred);
}

void add_barrier(py::dict& row, Barrier barrier) {
    row["barrier"] = word(barrier);
    row["closed_gates"] = std::vector<std::string>{};
    row["obstacles"] = std::vector<std::string>{};
}

void add_hours(py::dict& row, const Moment& moment, const Trip& trip, const std::vector<GateWindow>& windows) {
    add_barrier(row, Barrier::none);
    const Duration departure = moment.departure();
    const auto shut = shut_that_day(moment.program(trip.fleet).graph(), trip.from, trip.to, departure, windows);
    if (!shut) return;
    row["barrier"] = "hours";
    row["shut_gate"] = moment.scenario().gates()[shut->gate.index()].name;
    row["shut_hours"] = in_words(windows[shut->gate.index()].hours);
    row["reached_s"] = shut->reached.count();
    row["departure_s"] = departure.count();
}

}  // namespace aidway::python
