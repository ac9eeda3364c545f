// SPDX-License-Identifier: Apache-2.0
#include "io/scenario_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "io/zone.hpp"

namespace aidway {
namespace {

constexpr std::size_t most_goods_classes = 8;
constexpr std::size_t most_parties = 64;  // who decides on a request is kept as bits

void check_coping(const CheckedRecord& checked) {
    const auto& coping = checked.record.food.coping;
    if (!checked.document.sound("food/coping")) return;
    for (std::size_t i = 0; i < coping.size(); ++i) {
        const auto path = fmt::format("food/coping/{}/cover_at_least", i);
        if (i > 0 && coping[i].cover_at_least >= coping[i - 1].cover_at_least) {
            checked.fault(path, "the steps go by falling cover: expected less than in the step before");
        } else if (i + 1 == coping.size() && coping[i].cover_at_least != Duration{0}) {
            checked.fault(path, "the last step starts at 0 d, so that every stock has a step");
        }
    }
}

void check_permission(const CheckedRecord& checked) {
    const auto& permission = checked.record.permission;
    if (checked.given("permission/cycle") && checked.given("permission/submitted_before") &&
        permission.submitted_before > permission.cycle) {
        checked.fault("permission/submitted_before",
                      "longer than 'cycle': a plan is submitted while the one before it runs");
    }
}

/// What is part of a gate's status.
bool is_of_status(std::string_view path) {
    return path.starts_with("gates/") &&
           (path.ends_with("/trucks_per_day") || path.ends_with("/goods_per_day") || path.ends_with("/fees"));
}

/// What routes are computed from cannot be drawn anew for every parameter point.
void check_laws(Reading& reading) {
    static constexpr std::array<std::string_view, 8> fixed{"network/", "vehicles/", "period/",   "aidway",
                                                           "fronts/",  "control/",  "overlays/", "gate_layers/"};
    for (const auto& uncertain : reading.uncertain) {
        const bool place =
            uncertain.path.size() > 3 && (uncertain.path.ends_with("/at") || uncertain.path.ends_with("/within"));
        const auto starts = [&](std::string_view prefix) { return uncertain.path.starts_with(prefix); };
        if (is_of_status(uncertain.path)) {
            reading.faults.push_back(
                {uncertain.file, uncertain.at, "",
                 "a law cannot stand here: what passes a gate in a day, and for what fees, is part "
                 "of its status; write one value"});
        }
        if (!place && std::none_of(fixed.begin(), fixed.end(), starts)) continue;
        reading.faults.push_back(
            {uncertain.file, uncertain.at, "", "a law cannot stand here: routes are computed once; write one value"});
    }
}

void check_period(const CheckedRecord& checked) {
    const auto& period = checked.record.period;
    const bool from = checked.given("period/from");
    const bool to = checked.given("period/to");
    if (checked.given("period/timezone")) {
        if (auto wrong = timezone_fault(period.timezone); !wrong.empty()) {
            checked.fault("period/timezone", std::move(wrong));
        }
    }
    if (from && period.from.second != 0)
        checked.fault("period/from", "a period begins at midnight; write the day alone");
    if (to && period.to.second != 0) checked.fault("period/to", "a period ends at midnight; write the day alone");
    if (from && to && period.to <= period.from) checked.fault("period/to", "'to' must lie after 'from'");
}

/// Without a profile to take it from, a vehicle has a speed of its own.
void check_speeds(const CheckedRecord& checked) {
    for (const auto& [name, vehicle] : checked.record.vehicles) {
        const auto path = "vehicles/" + name.text;
        if (vehicle.speed || vehicle.profile || !checked.document.lacks(path + "/speed")) continue;
        if (!checked.document.lacks(path + "/profile")) continue;
        checked.fault(name.at, fmt::format("vehicle '{}' has neither a 'speed' nor a 'profile' to take it from, e.g. "
                                           "'common:vehicles/truck-10t.yaml'",
                                           name.text));
    }
}

/// What only reports have.
void check_status(const CheckedRecord& checked) {
    const auto& said = checked.record.gate_status;
    if (said.format == StatusFormat::reports) return;
    const auto refuse = [&](const char* key, bool given) {
        if (!given) return;
        checked.fault(checked.document.at(std::string("gate_status/") + key),
                      fmt::format("'{}' is of reports; add 'format: reports', or leave it out", key));
    };
    refuse("columns", said.columns.has_value());
    refuse("words", said.words.has_value());
    refuse("gates", said.gates.has_value());
    refuse("before", said.before.has_value());
}

/// Every enclave has a share of informal inflow: its own, or that of its siege tier.
void check_informal(const CheckedRecord& checked) {
    const auto& record = checked.record;
    for (const auto& [name, enclave] : record.enclaves) {
        const auto path = "enclaves/" + name.text;
        if (!checked.document.lacks(path + "/informal")) continue;
        if (enclave.siege_tier && record.food.informal_by_tier) continue;
        const bool no_tier = !enclave.siege_tier && checked.document.lacks(path + "/siege_tier");
        const bool no_table = !record.food.informal_by_tier && checked.document.lacks("food/informal_by_tier");
        if (!no_tier && !no_table) continue;
        checked.fault(name.at, fmt::format("enclave '{}' has no 'informal', and {}", name.text,
                                           no_table ? "there is no 'informal_by_tier' under 'food' to take it from"
                                                    : "no 'siege_tier' to take it by"));
    }
}

void check_filled(const CheckedRecord& checked, const std::string& path, bool empty, const char* what) {
    if (!empty || !checked.document.sound(path)) return;
    checked.fault(checked.document.at(path), fmt::format("expected at least one {}", what));
}

void check_tables(const CheckedRecord& checked) {
    const auto& record = checked.record;
    check_filled(checked, "vehicles", record.vehicles.empty(), "vehicle");
    check_filled(checked, "communities", record.communities.empty(), "community");
    check_filled(checked, "enclaves", record.enclaves.empty(), "enclave");
    check_filled(checked, "depots", record.depots.empty(), "depot");
    check_filled(checked, "fleets", record.fleets.empty(), "fleet");
    check_filled(checked, "permission/deciders", record.permission.deciders.empty(), "party that decides");
    for (const auto& [name, enclave] : record.enclaves) {
        check_filled(checked, "enclaves/" + name.text + "/members", enclave.members.empty(), "community");
    }
    if (record.violence) {
        check_filled(checked, "violence/by", record.violence->by.empty(), "party that commits it");
        check_filled(checked, "violence/where", record.violence->where.empty(), "place");
    }
    if (record.goods.size() > most_goods_classes) {
        checked.fault(record.goods.name(most_goods_classes).at,
                      fmt::format("one class of goods too many: at most {}", most_goods_classes));
    }
    if (record.parties.size() > most_parties) {
        checked.fault(record.parties.name(most_parties).at,
                      fmt::format("one party too many: at most {}", most_parties));
    }
}

}  // namespace

void CheckedRecord::fault(Mark at, std::string message) const {
    reading.faults.push_back({document.file(), at, "", std::move(message)});
}

void CheckedRecord::fault(const std::string& path, std::string message) const {
    reading.faults.push_back(reading.fault_at(path, std::move(message)));
}

bool CheckedRecord::given(std::string_view path) const {
    return std::any_of(reading.provenance.begin(), reading.provenance.end(),
                       [&](const Provenance& value) { return value.path == path; });
}

void check_values(const CheckedRecord& checked) {
    check_coping(checked);
    check_speeds(checked);
    check_status(checked);
    check_informal(checked);
    check_permission(checked);
    check_processes(checked);
    check_air(checked);
    check_welfare(checked);
    check_monitors(checked);
    check_laws(checked.reading);
    check_period(checked);
    check_tables(checked);
}

void check_roads(const CheckedRecord& checked) {
    for (const auto& [name, road] : checked.record.roads) {
        check_filled(checked, "roads/" + name.text + "/gates", road.gates.empty(), "gate that opens with the road");
    }
}

}  // namespace aidway
