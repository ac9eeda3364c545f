// SPDX-License-Identifier: Apache-2.0
#include "routes.hpp"

#include <pybind11/stl.h>

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "moment.hpp"
#include "reason.hpp"
#include "routing/nearest_junction.hpp"
#include "scenario/vehicle.hpp"

namespace py = pybind11;

namespace aidway::python {
namespace {

using Spot = std::variant<TerminalId, LonLat>;

LonLat place(const RouteEnd& end) {
    const auto& [lon, lat] = std::get<std::pair<double, double>>(end);
    return {lon, lat};
}

std::optional<TerminalId> depot(const Moment& moment, const std::string& name) {
    const auto found = moment.scenario().find_depot(name);
    if (!found) return std::nullopt;
    return TerminalId{found->value};
}

/// Where a name stands for a depot and a community, ways begin at the depot and end at the community.
Spot origin(const Moment& moment, const RouteEnd& end) {
    const auto* const name = std::get_if<std::string>(&end);
    if (name == nullptr) return place(end);
    if (const auto found = depot(moment, *name)) return *found;
    return moment.community(*name);
}

Spot destination(const Moment& moment, const RouteEnd& end) {
    const auto* const name = std::get_if<std::string>(&end);
    if (name == nullptr) return place(end);
    const auto found = depot(moment, *name);
    return found && !moment.scenario().find_community(*name) ? *found : moment.community(*name);
}

/// The junction of a spot for a fleet, and how far it lies from it: not at all where the spot has a name.
WayEnd end_at(const Moment& moment, const FleetRecord& fleet, const Spot& spot) {
    if (const auto* const terminal = std::get_if<TerminalId>(&spot)) return {moment.junction(fleet, *terminal)};
    const auto found = nearest_junction(moment.program(fleet).graph(), std::get<LonLat>(spot));
    return found.value_or(WayEnd{NodeId{0}, Distance::metres(std::numeric_limits<double>::infinity())});
}

/// A limit of the roads on a way: the least that they allow, and how much more that is than the vehicle has.
void add_limit(py::dict& row, const std::string& name, const std::string& unit, std::optional<double> allowed,
               std::optional<double> has) {
    row[py::str("max_" + name + "_" + unit)] = allowed;
    const bool both = allowed && has;
    row[py::str(name + "_margin_" + unit)] = both ? std::optional<double>(*allowed - *has) : std::nullopt;
}

void add_limits(py::dict& row, const Scenario& scenario, const Name& vehicle, const Route& route) {
    std::optional<Mass> weight;
    std::optional<Distance> height;
    for (const ArcId arc : route.arcs) {
        const RoadKind& kind = scenario.network()->kind_of(arc);
        if (kind.max_weight) weight = std::min(weight.value_or(*kind.max_weight), *kind.max_weight);
        if (kind.max_height) height = std::min(height.value_or(*kind.max_height), *kind.max_height);
    }
    const VehicleProfile profile = profile_of(vehicle.text, scenario.record().vehicles.at(vehicle.text));
    const auto tonnes = [](const std::optional<Mass>& mass) {
        return mass ? std::optional<double>(mass->kilograms() / 1000.0) : std::nullopt;
    };
    const auto metres = [](const std::optional<Distance>& distance) {
        return distance ? std::optional<double>(distance->metres()) : std::nullopt;
    };
    add_limit(row, "weight", "t", tonnes(weight), tonnes(profile.weight));
    add_limit(row, "height", "m", metres(height), metres(profile.height));
}

/// A fleet that sets out: what its rows share.
struct FleetTrip {
    const Moment& moment;
    const std::string& name;
    const Trip trip;
    const std::vector<GateState> states;
    const std::vector<GateWindow> windows;
};

/// Waiting before each gate; endless at one that never opens while convoys move, and after it.
std::vector<double> waits_s(const FleetTrip& of, const Route& route) {
    const auto& graph = of.moment.program(of.trip.fleet).graph();
    std::vector<double> waits(route.steps.size(), std::numeric_limits<double>::infinity());
    const TimedRoute timed = timed_along(graph, route.arcs, of.moment.departure(), of.windows);
    std::transform(timed.steps.begin(), timed.steps.end(), waits.begin(),
                   [](const auto& step) { return static_cast<double>((step.entered - step.reached).count()); });
    return waits;
}

/// `best` is the first way of the fleet.
py::dict route_row(const FleetTrip& of, const Route& route, const Route& best) {
    const Scenario& scenario = of.moment.scenario();
    const FleetRecord& fleet = of.trip.fleet;
    py::dict row;
    std::vector<GateId> gates;
    std::vector<std::int64_t> delays_s;
    for (const auto& step : route.steps) {
        gates.push_back(step.gate);
        delays_s.push_back(of.states[step.gate.index()].delay / Duration{1});
    }
    row["fleet"] = of.name;
    row["depot"] = fleet.depot.text;
    row["reachable"] = route.reachable;
    row["driving_s"] = route.driving / Duration{1};
    row["time_s"] = route.reachable ? py::object(py::float_(route.total_ms / 1000.0)) : py::none();
    row["delays_s"] = delays_s;
    row["waits_s"] = waits_s(of, route);
    row["length_m"] = route.length_m;
    row["gates"] = gate_names(scenario, gates);
    row["closed_gates"] = std::vector<std::string>{};
    row["points"] = points_along(*scenario.network(), route.arcs);
    row["overlap"] = py::none();
    row["stretch"] = py::none();
    if (route.reachable) {
        row["overlap"] = shared(*scenario.network(), route, best);
        row["stretch"] = best.total_ms > 0 ? route.total_ms / static_cast<double>(best.total_ms) : 1.0;
    }
    add_limits(row, scenario, fleet.vehicle, route);
    return row;
}

/// The rows of one fleet, without what names the ends.
std::vector<py::dict> rows_of(const FleetTrip& of, const RouteRequest& request, bool near) {
    if (!near) {
        auto row = route_row(of, {}, {});
        add_barrier(row, Barrier::off_network);
        return {row};
    }
    const auto& graph = of.moment.program(of.trip.fleet).graph();
    std::vector<py::dict> rows;
    const auto ways = alternatives(graph, of.trip.from, of.trip.to, of.states, request.ways);
    for (const auto& way : ways) {
        rows.push_back(route_row(of, way, ways.front()));
        add_hours(rows.back(), of.moment, of.trip, of.windows);
    }
    if (!rows.empty()) return rows;
    rows.push_back(route_row(of, {}, {}));
    add_reason(rows.back(), of.moment, of.trip, of.states);
    return rows;
}

/// Whether a fleet sets out from where the ways begin.
bool sets_out(const Moment& moment, const FleetRecord& fleet, const std::optional<Spot>& from) {
    const auto* const terminal = from ? std::get_if<TerminalId>(&*from) : nullptr;
    if (terminal == nullptr || *terminal == moment.depot(fleet)) return true;
    const auto& fleets = moment.scenario().record().fleets;
    return std::none_of(fleets.begin(), fleets.end(),
                        [&](const auto& other) { return moment.depot(other.value) == *terminal; });
}

}  // namespace

Criterion criterion(const std::string& name) {
    if (name == "fastest") return Criterion::fastest;
    if (name == "shortest") return Criterion::shortest;
    if (name == "fewest_gates") return Criterion::fewest_gates;
    throw std::invalid_argument("no criterion '" + name + "'; known are fastest, shortest, fewest_gates");
}

py::list routes(const ScenarioFolder& folder, const RouteRequest& request) {
    const Moment moment(folder, request.agreement, request.at_s);
    const Spot to = destination(moment, request.to);
    const auto from = request.from ? std::optional(origin(moment, *request.from)) : std::nullopt;
    const auto* const named = std::get_if<std::string>(&request.to);
    const bool known = named != nullptr && moment.scenario().find_community(*named).has_value();
    const std::string community = known ? *named : std::string();
    py::list all;
    for (const auto& [name, fleet] : moment.scenario().record().fleets) {
        if (!sets_out(moment, fleet, from)) continue;
        const WayEnd begin = end_at(moment, fleet, from.value_or(moment.depot(fleet)));
        const WayEnd end = end_at(moment, fleet, to);
        const bool near = std::max(begin.from_junction, end.from_junction) <= request.within;
        const FleetTrip traveller{
            moment, name.text, {fleet, begin.node, end.node}, moment.states(fleet), moment.windows(fleet)};
        for (auto& row : rows_of(traveller, request, near)) {
            row["community"] = community;
            row["from_junction_m"] = begin.from_junction.metres();
            row["to_junction_m"] = end.from_junction.metres();
            all.append(row);
        }
    }
    return all;
}

}  // namespace aidway::python
