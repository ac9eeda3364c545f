// SPDX-License-Identifier: Apache-2.0
#include "moment.hpp"

#include <algorithm>

#include "places.hpp"

namespace aidway::python {
namespace {

Rules rules_of(const ScenarioFolder& folder, const std::string& agreement) {
    const auto& [terms, date] = find_agreement(folder, agreement);
    return compile_rules(*folder.scenario, terms, date);
}

/// The part of a day that lies in both, from 0 to 86,400 s; its end is not after its beginning where there is none.
Hours common(const Hours& a, const Hours& b) {
    constexpr std::int32_t day_s = 86'400;
    const auto until = [](const Hours& hours) { return hours.all_day() ? day_s : hours.until_s; };
    const auto from = [](const Hours& hours) { return hours.all_day() ? 0 : hours.from_s; };
    return {std::max(from(a), from(b)), std::min(until(a), until(b))};
}

}  // namespace

Moment::Moment(const ScenarioFolder& folder, const std::string& agreement, std::int64_t at_s)
    : folder_(folder),
      scenario_(*folder.scenario),
      agreement_(find_agreement(folder, agreement).agreement),
      rules_(rules_of(folder, agreement)),
      at_(instant(at_s)),
      programs_(programs_of(folder.scenario, slowed_by(rules_.slowings, at_))) {}

const RouteProgram& Moment::program(const FleetRecord& fleet) const {
    return *programs_[*scenario_.record().vehicles.index_of(fleet.vehicle.text)];
}

TerminalId Moment::depot(const FleetRecord& fleet) const {
    return TerminalId{static_cast<std::uint32_t>(*scenario_.record().depots.index_of(fleet.depot.text))};
}

TerminalId Moment::community(const std::string& name) const {
    const auto found = scenario_.find_community(name);
    if (!found) python::community(folder_, name);
    return community(found->index());
}

TerminalId Moment::community(std::size_t place) const {
    return TerminalId{static_cast<std::uint32_t>(scenario_.record().depots.size() + place)};
}

NodeId Moment::junction(const FleetRecord& fleet, TerminalId terminal) const {
    return program(fleet).terminals().at(terminal.index());
}

std::vector<GateState> Moment::states(const FleetRecord& fleet) const {
    const std::vector<std::uint8_t> kept(rules_.obligations.size(), 1);
    std::vector<GateState> states;
    for (std::uint32_t g = 0; g < scenario_.gates().size(); ++g) {
        const auto& gate = scenario_.gate_record({g});
        const auto leave = rules_.passage.leave({g}, Traffic::aid, at_, kept);
        const auto check = rules_.passage.check({g}, at_, kept);
        const Duration each = check.inspection.value_or(gate.inspection);
        const auto lanes = check.lanes.value_or(gate.lanes.value);
        states.push_back({leave.access != Access::closed, each * fleet.convoy_trucks.value / lanes});
    }
    return states;
}

std::vector<GateWindow> Moment::windows(const FleetRecord& fleet) const {
    const std::vector<std::uint8_t> kept(rules_.obligations.size(), 1);
    const auto met = states(fleet);
    std::vector<GateWindow> windows;
    for (std::uint32_t g = 0; g < met.size(); ++g) {
        const auto leave = rules_.passage.leave({g}, Traffic::aid, at_, kept);
        const Hours open = common(leave.hours, scenario_.record().movement.hours);
        const bool ever = open.from_s < open.until_s;
        windows.push_back({met[g].open && ever, ever ? open : Hours{}, met[g].delay});
    }
    return windows;
}

std::vector<Traveller> Moment::travellers(const std::vector<std::string>& to) const {
    std::vector<Traveller> all;
    for (const auto& [name, fleet] : scenario_.record().fleets) {
        std::vector<NodeId> places;
        for (const auto& community_name : to) places.push_back(junction(fleet, community(community_name)));
        all.push_back({&program(fleet).graph(), junction(fleet, depot(fleet)), std::move(places), states(fleet)});
    }
    return all;
}

std::vector<Moment::Limit> Moment::limits() const {
    const std::vector<std::uint8_t> kept(rules_.obligations.size(), 1);
    std::vector<Limit> limits;
    for (std::uint32_t g = 0; g < scenario_.gates().size(); ++g) {
        const auto& gate = scenario_.gate_record({g});
        const auto leave = rules_.passage.leave({g}, Traffic::aid, at_, kept);
        const auto check = rules_.passage.check({g}, at_, kept);
        const Duration inspection = check.inspection.value_or(gate.inspection);
        Limit limit{leave.trucks_per_day, leave.trucks_per_day ? "cap" : "", ""};
        if (leave.by_term) limit.term = name_of(agreement_.terms.at(leave.origin.value - 1));
        if (inspection > Duration{0}) {
            const Hours open = common(leave.hours, scenario_.record().movement.hours);
            const std::int64_t open_s = std::max(0, open.until_s - open.from_s);
            const std::int64_t inspected = check.lanes.value_or(gate.lanes.value) * open_s / inspection.count();
            if (!limit.trucks_per_day || inspected < *limit.trucks_per_day)
                limit = {inspected, "inspection", limit.term};
        }
        limits.push_back(std::move(limit));
    }
    return limits;
}

std::vector<std::string> gate_names(const Scenario& scenario, const std::vector<GateId>& ids) {
    std::vector<std::string> names;
    for (const auto id : ids) names.push_back(scenario.gates()[id.index()].name);
    return names;
}

std::vector<std::pair<double, double>> points_along(const RoadNetwork& network, const std::vector<ArcId>& arcs) {
    std::vector<std::pair<double, double>> points;
    for (const auto arc : arcs) {
        for (const auto point : network.shape(arc)) {
            const std::pair next{point.lon_deg, point.lat_deg};
            if (points.empty() || points.back() != next) points.push_back(next);
        }
    }
    return points;
}

}  // namespace aidway::python
