// SPDX-License-Identifier: Apache-2.0
#include "openings.hpp"

#include <pybind11/stl.h>

#include <optional>
#include <set>
#include <utility>

#include "moment.hpp"
#include "routing/minimum_openings.hpp"
#include "routing/throughput.hpp"

namespace py = pybind11;

namespace aidway::python {

py::dict openings(const ScenarioFolder& folder, const std::string& agreement, const std::vector<std::string>& to,
                  std::int64_t at_s) {
    const Moment moment(folder, agreement, at_s);
    const auto& scenario = moment.scenario();
    const Openings found = minimum_openings(moment.travellers(to));
    std::vector<std::pair<std::string, std::string>> fleets;  // and their depots
    for (const auto& [name, fleet] : scenario.record().fleets) fleets.emplace_back(name.text, fleet.depot.text);
    py::list rows;
    for (std::size_t place = 0; place < to.size(); ++place) {
        const auto& there = found.places[place];
        const bool reachable = there.time_ms != no_way_ms;
        py::dict row;
        row["community"] = to[place];
        row["served_before"] = there.served_before;
        row["reachable"] = reachable;
        row["fleet"] = reachable ? fleets[there.traveller].first : std::string();
        row["depot"] = reachable ? fleets[there.traveller].second : std::string();
        row["time_s"] = reachable ? py::object(py::float_(there.time_ms / 1000.0)) : py::none();
        row["opened"] = gate_names(scenario, there.opened);
        rows.append(row);
    }
    py::dict answer;
    answer["gates"] = gate_names(scenario, found.gates);
    answer["lower_bound"] = found.lower_bound;
    answer["places"] = rows;
    return answer;
}

py::dict openers(const ScenarioFolder& folder) {
    const auto& scenario = *folder.scenario;
    std::vector<py::list> by_gate(scenario.gates().size());
    for (const auto& [terms, date] : folder.agreements) {
        const Rules rules = compile_rules(scenario, terms, date);
        for (std::uint32_t gate = 0; gate < by_gate.size(); ++gate) {
            std::set<std::uint32_t> told;
            for (const auto& grant : rules.passage.grants({gate}, Traffic::aid)) {
                if (grant.origin == baseline_origin || grant.access == Access::closed) continue;
                if (!told.insert(grant.origin.value).second) continue;
                py::dict row;
                row["agreement"] = terms.name;
                row["term"] = name_of(terms.terms.at(grant.origin.value - 1));
                by_gate[gate].append(row);
            }
        }
    }
    py::dict all;
    for (std::size_t gate = 0; gate < by_gate.size(); ++gate) {
        all[py::str(scenario.gates()[gate].name)] = by_gate[gate];
    }
    return all;
}

py::dict throughput(const ScenarioFolder& folder, const std::string& agreement, const std::string& to,
                    std::int64_t at_s) {
    const Moment moment(folder, agreement, at_s);
    const auto limits = moment.limits();
    std::vector<std::optional<std::int64_t>> trucks_per_day;
    for (const auto& limit : limits) trucks_per_day.push_back(limit.trucks_per_day);
    const Throughput found = aidway::throughput(moment.travellers({to}), trucks_per_day);
    py::list binding;
    for (const GateId gate : found.binding) {
        const auto& limit = limits[gate.index()];
        py::dict row;
        row["gate"] = moment.scenario().gates()[gate.index()].name;
        row["trucks_per_day"] = *limit.trucks_per_day;
        row["by"] = limit.by;
        row["term"] = limit.term;
        binding.append(row);
    }
    py::dict answer;
    answer["reachable"] = found.reachable;
    answer["unlimited"] = found.unlimited;
    answer["at_least"] = found.at_least;
    answer["at_most"] = found.at_most;
    answer["binding"] = binding;
    return answer;
}

}  // namespace aidway::python
