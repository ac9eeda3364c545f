// SPDX-License-Identifier: Apache-2.0
#include "agreement/terms/open_road.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace aidway {
namespace {

std::string words(Traffic traffic) {
    switch (traffic) {
        case Traffic::aid: return "aid convoys";
        case Traffic::goods: return "traders' goods";
        case Traffic::civilians: return "civilians";
    }
    return {};
}

}  // namespace

const Type& describe(Tag<OpenRoad>) {
    static const auto type = record<OpenRoad>(
        "open_road", "A named road is open; aid on it needs notification only, while the obliged keep it.",
        {required("road", &OpenRoad::road, "a road of the scenario"),
         required("for", &OpenRoad::passing, "who may pass: aid, goods, civilians"),
         optional("hours", &OpenRoad::hours, "when its gates let pass")});
    return type;
}

std::string object_of(const OpenRoad& term) { return term.road.text; }

void resolve(const OpenRoad& term, Resolver& resolver) {
    resolver.road(term.road);
    if (term.passing.empty()) {
        resolver.fault(term.road.at, "open_road is 'for' nobody; expected one or more of aid, goods, civilians");
    }
}

std::vector<PartyId> obliged_by_default(const OpenRoad& term, const Scenario& scenario) {
    std::vector<PartyId> holders;
    for (const auto& gate : scenario.record().roads.at(term.road.text).gates) {
        for (const auto& holding : scenario.baseline().holdings(*scenario.find_gate(gate.text))) {
            holders.insert(holders.end(), holding.parties.begin(), holding.parties.end());
        }
    }
    return holders;
}

void apply(const OpenRoad& term, const TermScope& scope, Rules& rules) {
    for (const auto& name : scope.scenario.record().roads.at(term.road.text).gates) {
        const auto gate = *scope.scenario.find_gate(name.text);
        for (const auto traffic : term.passing) {
            rules.passage.grant(gate, traffic,
                                {scope.from, scope.until, Access::open, term.hours, scope.obligations, scope.origin});
        }
    }
    const auto aid = std::find(term.passing.begin(), term.passing.end(), Traffic::aid);
    rules.asks_anew = rules.asks_anew || aid != term.passing.end();
}

std::string sentence(const OpenRoad& term, const Scenario& scenario) {
    std::vector<std::string> passing;
    for (const auto traffic : term.passing) passing.push_back(words(traffic));
    const auto& road = scenario.record().roads.at(term.road.text);
    std::vector<std::string> gates;
    for (const auto& name : road.gates) gates.push_back(scenario.record().gates.at(name.text).name);
    const std::string when =
        term.hours.all_day()
            ? "at all hours"
            : fmt::format("every day from {:02}:{:02} to {:02}:{:02}", term.hours.from_s / 3600,
                          term.hours.from_s / 60 % 60, term.hours.until_s / 3600, term.hours.until_s / 60 % 60);
    return fmt::format("{} is open to {}, {}, through {}.", road.name, join_words(passing), when, join_words(gates));
}

}  // namespace aidway
