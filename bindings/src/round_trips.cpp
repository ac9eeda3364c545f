// SPDX-License-Identifier: Apache-2.0
#include "round_trips.hpp"

#include <pybind11/stl.h>

#include <algorithm>
#include <optional>

#include "moment.hpp"
#include "routing/best_way.hpp"

namespace py = pybind11;

namespace aidway::python {
namespace {

constexpr Duration midnight{86'400};

/// A truck of a fleet on its way to a community.
struct Errand {
    const Moment& moment;
    const FleetRecord& fleet;
    const CommunityRecord& place;
    const Route& route;
};

/// The gates without the inspection of those ahead: what holds even for the first truck.
std::vector<GateWindow> windows_for_one(const Moment& moment, const FleetRecord& fleet) {
    auto windows = moment.windows(fleet);
    for (auto& window : windows) window.delay = Duration{0};
    return windows;
}

struct Trouble {
    std::string barrier;
    std::optional<GateId> gate;
    Duration at{0};     ///< when the truck is there
    Duration until{0};  ///< when it should have been there
};

/// When the gate lets nobody through any more.
Duration shuts(const GateWindow& window) { return window.hours.all_day() ? midnight : Duration{window.hours.until_s}; }

/// The last gate before home that has shut, on the way back from a departure at `leaves`.
std::optional<Trouble> shut_behind(const Errand& errand, const std::vector<GateWindow>& windows, Duration leaves) {
    const auto& steps = errand.route.steps;
    Duration back = leaves + errand.route.after;
    for (std::size_t i = steps.size(); i-- > 0;) {
        const auto until = shuts(windows[steps[i].gate.index()]);
        if (back >= until) return Trouble{"back", steps[i].gate, back, until};
        back += steps[i].before;
    }
    return std::nullopt;
}

Trouble trouble_of(const Errand& errand) {
    const auto& movement = errand.moment.scenario().record().movement;
    const auto windows = windows_for_one(errand.moment, errand.fleet);
    const auto departure = errand.moment.departure();
    const auto timed = timed_along(errand.moment.program(errand.fleet).graph(), errand.route.arcs, departure, windows);
    for (const auto& step : timed.steps) {
        if (step.entered >= midnight) return {"shut", step.gate, step.reached, shuts(windows[step.gate.index()])};
    }
    if (!timed.reachable) return {"shut", errand.route.steps[timed.steps.size()].gate};
    const auto leaves = timed.arrival + errand.place.offload;
    if (const auto behind = shut_behind(errand, windows, leaves)) return *behind;
    const Duration ends = movement.hours.all_day() ? midnight : Duration{movement.hours.until_s};
    const Duration limit = std::min(departure + movement.crew, ends);
    const Duration home = leaves + errand.route.driving;
    if (home > limit) return {"day", std::nullopt, home, limit};
    return {};
}

std::vector<GateId> gates_of(const Route& route) {
    std::vector<GateId> gates;
    for (const auto& step : route.steps) gates.push_back(step.gate);
    return gates;
}

}  // namespace

py::list round_trips(const ScenarioFolder& folder, const std::string& agreement, std::int64_t at_s) {
    const Moment moment(folder, agreement, at_s);
    const auto& record = moment.scenario().record();
    py::list rows;
    for (std::size_t c = 0; c < record.communities.size(); ++c) {
        if (!record.communities[c].aid) continue;
        for (const auto& [name, fleet] : record.fleets) {
            const auto from = moment.junction(fleet, moment.depot(fleet));
            const auto to = moment.junction(fleet, moment.community(c));
            const auto way =
                best_way(moment.program(fleet).graph(), from, to, moment.states(fleet), Criterion::fastest);
            if (!way.reachable) continue;
            const auto trouble = trouble_of({moment, fleet, record.communities[c], way});
            py::dict row;
            row["community"] = record.communities.name(c).text;
            row["fleet"] = name.text;
            row["gates"] = gate_names(moment.scenario(), gates_of(way));
            row["barrier"] = trouble.barrier;
            row["gate"] = trouble.gate ? moment.scenario().gates()[trouble.gate->index()].name : std::string();
            row["at_s"] = trouble.at.count();
            row["until_s"] = trouble.until.count();
            rows.append(row);
        }
    }
    return rows;
}

}  // namespace aidway::python
