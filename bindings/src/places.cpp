// SPDX-License-Identifier: Apache-2.0
#include "places.hpp"

#include <pybind11/stl.h>

#include "moment.hpp"

namespace py = pybind11;

namespace aidway::python {
namespace {

const char* word(Access access) {
    switch (access) {
        case Access::closed: return "closed";
        case Access::by_clearance: return "by_clearance";
        case Access::open: return "open";
    }
    return "";
}

/// Where the record places the gate, or the middle of its first arc: near enough for a map.
LonLat place_of(const Scenario& scenario, const Gate& gate) {
    if (const auto& at = scenario.record().gates.at(gate.name).at) return *at;
    const auto shape = scenario.network()->shape(gate.arcs.front());
    return shape[shape.size() / 2];
}

}  // namespace

py::dict community(const ScenarioFolder& folder, const std::string& name) {
    const auto* found = folder.scenario->record().communities.find(name);
    if (!found) {
        throw ScenarioError({Diagnostic{
            "scenario.yaml",
            {},
            "",
            "no community '" + name + "'" + suggestion(name, folder.scenario->record().communities.names())}});
    }
    py::dict row;
    row["title"] = found->name;
    row["lon"] = found->at.lon_deg;
    row["lat"] = found->at.lat_deg;
    row["population"] = found->population.value;
    row["pcode"] = found->pcode.value_or("");
    return row;
}

py::dict roads(const ScenarioFolder& folder) {
    py::dict all;
    for (const auto& [name, road] : folder.scenario->record().roads) {
        std::vector<std::string> gates;
        for (const auto& gate : road.gates) gates.push_back(gate.text);
        py::dict row;
        row["title"] = road.name;
        row["gates"] = gates;
        all[py::str(name.text)] = row;
    }
    return all;
}

py::list road_lines(const ScenarioFolder& folder) {
    const RoadNetwork& network = *folder.scenario->network();
    py::list all;
    for (std::uint32_t arc = 0; arc < network.arc_count(); ++arc) {
        if (network.reverse()[arc] < ArcId{arc}) continue;
        all.append(py::make_tuple(network.road_of({arc}), points_along(network, {ArcId{arc}})));
    }
    return all;
}

py::list gates(const ScenarioFolder& folder) {
    py::list all;
    for (const auto& gate : folder.scenario->gates()) {
        const auto& record = folder.scenario->record().gates.at(gate.name);
        const auto at = place_of(*folder.scenario, gate);
        py::dict row;
        row["name"] = gate.name;
        row["title"] = record.name;
        row["front"] = record.front;
        row["lon"] = at.lon_deg;
        row["lat"] = at.lat_deg;
        all.append(row);
    }
    return all;
}

std::vector<std::int64_t> gate_changes(const ScenarioFolder& folder, const std::string& agreement) {
    const auto& scenario = *folder.scenario;
    const auto& [terms, date] = find_agreement(folder, agreement);
    const Rules rules = compile_rules(scenario, terms, date);
    const std::vector<std::uint8_t> kept(rules.obligations.size(), 1);
    const auto stand = [&](Instant at) {
        std::vector<std::pair<Leave, std::vector<PartyId>>> all;
        for (std::uint32_t g = 0; g < scenario.gates().size(); ++g) {
            const auto holders = rules.passage.holders({g}, at);
            for (int t = 0; t < traffic_classes; ++t) {
                all.emplace_back(rules.passage.leave({g}, static_cast<Traffic>(t), at, kept),
                                 std::vector<PartyId>(holders.begin(), holders.end()));
            }
        }
        return all;
    };
    const auto& calendar = scenario.calendar();
    std::vector<std::int64_t> changes;
    auto before = stand(calendar.from);
    for (const Instant at : rules.passage.turns(calendar.from + Duration{1}, calendar.until)) {
        auto now = stand(at);
        if (now == before) continue;
        changes.push_back(at.time_since_epoch().count());
        before = std::move(now);
    }
    return changes;
}

py::list gate_status(const ScenarioFolder& folder, const std::string& agreement, std::int64_t at_s, bool kept_all) {
    const auto& scenario = *folder.scenario;
    const auto& [terms, date] = find_agreement(folder, agreement);
    const Rules rules = compile_rules(scenario, terms, date);
    const std::vector<std::uint8_t> kept(rules.obligations.size(), kept_all ? 1 : 0);
    py::list all;
    for (std::uint32_t g = 0; g < scenario.gates().size(); ++g) {
        const auto leave = [&](Traffic traffic) { return rules.passage.leave({g}, traffic, instant(at_s), kept); };
        std::vector<std::string> holders;
        for (const auto party : rules.passage.holders({g}, instant(at_s))) {
            holders.push_back(scenario.record().parties.name(party.index()).text);
        }
        const auto aid = leave(Traffic::aid);
        py::dict row;
        row["gate"] = scenario.gates()[g].name;
        row["aid"] = word(aid.access);
        row["goods"] = word(leave(Traffic::goods).access);
        row["civilians"] = word(leave(Traffic::civilians).access);
        row["held_by"] = holders;
        std::vector<std::string> shut_by;
        for (const auto overlay : rules.passage.shut_by({g}, instant(at_s), kept)) {
            shut_by.push_back(scenario.record().overlays[overlay].name);
        }
        row["shut_by"] = shut_by;
        row["by_term"] = aid.by_term ? name_of(terms.terms.at(aid.origin.value - 1)) : std::string();
        all.append(row);
    }
    return all;
}

}  // namespace aidway::python
