// SPDX-License-Identifier: Apache-2.0
#include "io/scenario_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "io/zone.hpp"
#include "network/nearest.hpp"

namespace aidway {
namespace {

constexpr const char* scenario_file = "scenario.yaml";
constexpr std::size_t most_goods_classes = 8;
constexpr double farthest_junction_m = 5'000;

template <class T>
void resolve(const Name& name, const char* what, const Named<T>& table, Reading& reading) {
    if (table.contains(name.text)) return;
    reading.faults.push_back({scenario_file, name.at, "",
                              fmt::format("no {} '{}'{}", what, name.text, suggestion(name.text, table.names()))});
}

void check_names(const ScenarioRecord& record, Reading& reading) {
    for (const auto& [name, road] : record.roads) {
        for (const auto& gate : road.gates) resolve(gate, "gate", record.gates, reading);
    }
    for (const auto& [name, fleet] : record.fleets) {
        resolve(fleet.depot, "depot", record.depots, reading);
        resolve(fleet.vehicle, "vehicle", record.vehicles, reading);
    }
    for (const auto& decider : record.permission.deciders) resolve(decider, "party", record.parties, reading);
    resolve(record.food.goods, "class of goods", record.goods, reading);
}

/// Every community belongs to one enclave.
void check_enclaves(const ScenarioRecord& record, Reading& reading) {
    std::map<std::string, std::string> enclave_of;
    for (const auto& [name, enclave] : record.enclaves) {
        for (const auto& member : enclave.members) {
            resolve(member, "community", record.communities, reading);
            const auto [first, fresh] = enclave_of.emplace(member.text, name.text);
            if (fresh) continue;
            reading.faults.push_back({scenario_file, member.at, "",
                                      fmt::format("community '{}' already belongs to enclave '{}'", member.text,
                                                  first->second)});
        }
    }
    for (const auto& [name, community] : record.communities) {
        if (enclave_of.contains(name.text)) continue;
        reading.faults.push_back(
            {scenario_file, name.at, "", fmt::format("community '{}' belongs to no enclave", name.text)});
    }
}

void check_coping(const FoodRecord& food, Reading& reading) {
    for (std::size_t i = 0; i < food.coping.size(); ++i) {
        const auto path = fmt::format("food/coping/{}/cover_at_least", i);
        const bool last = i + 1 == food.coping.size();
        if (i > 0 && food.coping[i].cover_at_least >= food.coping[i - 1].cover_at_least) {
            reading.faults.push_back(reading.fault_at(path, "the steps go by falling cover"));
        } else if (last && food.coping[i].cover_at_least != Duration{0}) {
            reading.faults.push_back(reading.fault_at(path, "the last step starts at 0 d"));
        }
    }
}

void check_permission(const PermissionRecord& permission, Reading& reading) {
    const auto& answers = permission.answers;
    const double sum = answers.full.value() + answers.part.value() + answers.silent.value();
    if (sum > 1.0 + 1e-12) {
        reading.faults.push_back(
            reading.fault_at("permission/answers", fmt::format("the chances add up to {:g}; expected at most 1", sum)));
    }
    if (permission.submitted_before > permission.cycle) {
        reading.faults.push_back(reading.fault_at("permission/submitted_before", "longer than a cycle"));
    }
}

/// What routes are computed from cannot be drawn anew for every parameter point.
void check_laws(Reading& reading) {
    static constexpr std::array<std::string_view, 4> fixed{"network/", "vehicles/", "period/", "aidway"};
    for (const auto& uncertain : reading.uncertain) {
        const bool place = uncertain.path.size() > 3 && uncertain.path.ends_with("/at");
        const auto starts = [&](std::string_view prefix) { return uncertain.path.starts_with(prefix); };
        if (!place && std::none_of(fixed.begin(), fixed.end(), starts)) continue;
        reading.faults.push_back({uncertain.file, uncertain.at, "",
                                  "a law cannot stand here: routes are computed once; write one value"});
    }
}

template <class T>
void check_near(const Named<T>& places, const char* what, const NearestNode& nearest, Reading& reading) {
    for (const auto& [name, place] : places) {
        if (!place.at.valid()) continue;
        const auto distance_m = nearest.nearest(place.at).distance.metres();
        if (distance_m <= farthest_junction_m) continue;
        reading.faults.push_back(reading.fault_at(
            fmt::format("{}/{}/at", what, name.text),
            fmt::format("the nearest junction of the network is {:.1f} km away; expected at most {:g} km",
                        distance_m / 1000, farthest_junction_m / 1000)));
    }
}

}  // namespace

void check_record(const ScenarioRecord& record, Reading& reading) {
    check_names(record, reading);
    check_enclaves(record, reading);
    check_coping(record.food, reading);
    check_permission(record.permission, reading);
    check_laws(reading);
    const auto fault = [&](const char* path, std::string message) {
        reading.faults.push_back(reading.fault_at(path, std::move(message)));
    };
    const auto& period = record.period;
    if (auto wrong = timezone_fault(period.timezone); !wrong.empty()) fault("period/timezone", std::move(wrong));
    if (period.from.second != 0) fault("period/from", "a period begins at midnight; write the day alone");
    if (period.to.second != 0) fault("period/to", "a period ends at midnight; write the day alone");
    if (period.to <= period.from) fault("period/to", "'to' must lie after 'from'");
    if (record.goods.size() > most_goods_classes) fault("goods", fmt::format("at most {} classes", most_goods_classes));
    for (const auto* table : {"communities", "enclaves", "depots", "fleets", "vehicles"}) {
        const std::string_view name(table);
        const bool empty = name == "communities" ? record.communities.empty()
                           : name == "enclaves"  ? record.enclaves.empty()
                           : name == "depots"    ? record.depots.empty()
                           : name == "fleets"    ? record.fleets.empty()
                                                 : record.vehicles.empty();
        if (empty) fault(table, "expected at least one");
    }
}

void check_network(const ScenarioRecord& record, const RoadNetwork& network, const std::vector<Gate>& gates,
                   Reading& reading) {
    std::vector<std::string> in_layer;
    for (const auto& gate : gates) in_layer.push_back(gate.name);
    for (const auto& [name, gate] : record.gates) {
        if (std::binary_search(in_layer.begin(), in_layer.end(), name.text)) continue;
        reading.faults.push_back({scenario_file, name.at, "",
                                  fmt::format("no arc of {} lies in gate '{}'{}", record.network.layer, name.text,
                                              suggestion(name.text, in_layer))});
    }
    for (const auto& name : in_layer) {
        if (record.gates.contains(name)) continue;
        reading.faults.push_back({record.network.layer, {}, "",
                                  fmt::format("gate '{}' has no entry under 'gates' in scenario.yaml{}", name,
                                              suggestion(name, record.gates.names()))});
    }
    if (network.node_count() == 0) return;
    const NearestNode nearest(network);
    check_near(record.depots, "depots", nearest, reading);
    check_near(record.communities, "communities", nearest, reading);
}

void check_sources(const ScenarioRecord& record, std::size_t from, Reading& reading) {
    std::map<std::pair<std::string, Mark>, bool> told;
    for (std::size_t i = from; i < reading.provenance.size(); ++i) {
        const auto& entry = reading.provenance[i];
        for (const auto& key : entry.sources) {
            if (record.sources.contains(key.text) || !told.emplace(std::pair(entry.file, key.at), true).second) continue;
            reading.faults.push_back({entry.file, key.at, "",
                                      fmt::format("no source '{}' under 'sources' in scenario.yaml{}", key.text,
                                                  suggestion(key.text, record.sources.names()))});
        }
    }
}

}  // namespace aidway
