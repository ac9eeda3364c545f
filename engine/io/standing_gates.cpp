// SPDX-License-Identifier: Apache-2.0
#include "io/standing_gates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "access/line_gates.hpp"

namespace aidway {
namespace {

/// Names of lines stand for all their gates.
void expand(std::vector<Name>& names, const std::map<std::string, std::vector<std::string>>& gates_of) {
    std::vector<Name> all;
    for (const Name& name : names) {
        const auto found = gates_of.find(name.text);
        if (found == gates_of.end()) {
            all.push_back(name);
            continue;
        }
        for (const auto& gate : found->second) all.emplace_back(gate, name.at);
    }
    names = std::move(all);
}

/// Puts lines on a network, gate after gate.
class LinePlacer {
public:
    LinePlacer(const RoadNetwork& network, ScenarioRecord& record, std::vector<std::string>& notes)
        : network_(network), record_(record), notes_(notes) {}

    void place(const DrawnGate& drawn, std::size_t number, std::vector<Gate>& gates,
               std::vector<StandingGate>& standing) {
        auto& names = gates_of_[drawn.name];
        for (auto& [gate, at] : line_gates(network_, {drawn.name, drawn.parts}, gates)) {
            if (record_.gates.contains(gate.name)) {
                notes_.push_back(drawn.shown + ": '" + gate.name + "' is no gate: another has that name");
                continue;
            }
            GateRecord record = drawn.record;
            record.name = fmt::format("{}, at ({:.4f}, {:.4f})", record.name, at.lon_deg, at.lat_deg);
            record_.gates.add(gate.name, std::move(record));
            names.push_back(gate.name);
            gates.push_back(gate);
            standing.push_back({std::move(gate), number});
        }
        if (names.empty()) notes_.push_back(drawn.shown + ": no road crosses '" + drawn.name + "' beside its gates");
    }

    void name_all() {
        for (std::size_t i = 0; i < record_.roads.size(); ++i) expand(record_.roads[i].gates, gates_of_);
        for (std::size_t i = 0; i < record_.enclaves.size(); ++i) expand(record_.enclaves[i].siege_line, gates_of_);
    }

private:
    const RoadNetwork& network_;
    ScenarioRecord& record_;
    std::vector<std::string>& notes_;
    std::map<std::string, std::vector<std::string>> gates_of_;
};

}  // namespace

std::vector<StandingGate> stand_on(const RoadNetwork& network, const std::vector<DrawnGate>& drawn,
                                   GatesOnNetwork& gates, ScenarioRecord& record, std::vector<std::string>& notes) {
    std::vector<StandingGate> standing;
    std::map<std::size_t, std::string> nowhere;  // by position among the points
    for (const auto& [point, what] : gates.not_placed) nowhere[point] = what;
    std::size_t point = 0;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        if (!drawn[i].parts.empty()) continue;
        if (const auto why = nowhere.find(point++); why != nowhere.end()) {
            notes.push_back(drawn[i].shown + ": '" + drawn[i].name + "' is no gate: " + why->second);
            continue;
        }
        GateRecord entry = drawn[i].record;
        entry.at = drawn[i].at;
        record.gates.add(drawn[i].name, std::move(entry));
        const auto found = std::find_if(gates.gates.begin(), gates.gates.end(),
                                        [&](const Gate& gate) { return gate.name == drawn[i].name; });
        standing.push_back({*found, i});
    }
    LinePlacer lines(network, record, notes);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        if (!drawn[i].parts.empty()) lines.place(drawn[i], i, gates.gates, standing);
    }
    lines.name_all();
    std::sort(gates.gates.begin(), gates.gates.end(), [](const Gate& a, const Gate& b) { return a.name < b.name; });
    return standing;
}

void stand_by_themselves(const std::vector<StandingGate>& standing, const std::vector<DrawnGate>& drawn,
                         const std::vector<Gate>& gates, const Calendar& calendar, PassageTable& baseline) {
    if (baseline.gates() != gates.size()) return;  // what gates are like could not be read
    for (const auto& stands : standing) {
        const auto found =
            std::find_if(gates.begin(), gates.end(), [&](const Gate& gate) { return gate.name == stands.gate.name; });
        const GateId gate{static_cast<std::uint32_t>(found - gates.begin())};
        if (found == gates.end() || !baseline.grants(gate, Traffic::aid).empty()) continue;
        for (int t = 0; t < traffic_classes; ++t) {
            baseline.grant(gate, static_cast<Traffic>(t),
                           {calendar.from, calendar.until, drawn[stands.drawn].passing[t], {}, {}, baseline_origin});
        }
        baseline.hold(gate, {calendar.from, calendar.until, drawn[stands.drawn].holders});
    }
}

}  // namespace aidway
