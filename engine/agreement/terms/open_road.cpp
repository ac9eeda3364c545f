// SPDX-License-Identifier: Apache-2.0
#include "agreement/terms/open_road.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "agreement/words.hpp"

namespace aidway {
namespace {

bool is_for_aid(const OpenRoad& term) {
    return std::find(term.passing.begin(), term.passing.end(), Traffic::aid) != term.passing.end();
}

const std::vector<Name>& gates_on(const OpenRoad& term, const ScenarioRecord& record) {
    return record.roads.at(term.road.text).gates;
}

}  // namespace

const Type& describe(Tag<OpenRoad>) {
    static const auto type = record<OpenRoad>(
        "open_road", "A named road is open; aid on it needs notification only, while the obliged keep it.",
        {required("road", &OpenRoad::road, "a road of the scenario"),
         required("for", &OpenRoad::passing, "who may pass: aid, goods, civilians"),
         optional("hours", &OpenRoad::hours, "when its gates let pass"),
         optional("trucks_per_day", &OpenRoad::trucks_per_day, "of aid, through each of its gates, at most",
                  more_than(0))});
    return type;
}

std::string object_of(const OpenRoad& term) { return term.road.text; }

void resolve(const OpenRoad& term, Resolver& resolver) {
    resolver.road(term.road);
    if (term.passing.empty()) {
        resolver.fault(term.road.at, "open_road is 'for' nobody; expected one or more of aid, goods, civilians");
    } else if (term.trucks_per_day && !is_for_aid(term)) {
        resolver.fault(term.road.at, "'trucks_per_day' counts trucks of aid, and open_road is not 'for' aid");
    }
}

std::vector<PartyId> obliged_by_default(const OpenRoad& term, const Scenario& scenario) {
    return holders_of(scenario, gates_on(term, scenario.record()));
}

void apply(const OpenRoad& term, const TermScope& scope, Rules& rules) {
    for (const auto gate : gate_ids(scope.scenario, gates_on(term, scope.scenario.record()))) {
        for (const auto traffic : term.passing) {
            Passage passage{scope.from, scope.until, Access::open, term.hours, scope.obligations, scope.origin};
            if (traffic == Traffic::aid && term.trucks_per_day) passage.trucks_per_day = term.trucks_per_day->value;
            rules.passage.grant(gate, traffic, std::move(passage));
        }
    }
    rules.asks_anew = rules.asks_anew || is_for_aid(term);
}

std::string sentence(const OpenRoad& term, const Scenario& scenario) {
    const auto& road = scenario.record().roads.at(term.road.text);
    auto text = fmt::format("{} is open to {}, {}, through {}", road.name, in_words(term.passing), in_words(term.hours),
                            gate_names(scenario.record(), road.gates));
    if (term.trucks_per_day) {
        text += fmt::format("; at most {} of aid a day", counted(term.trucks_per_day->value, "truck", "trucks"));
    }
    return text + ".";
}

std::string breach(const OpenRoad& term, const Scenario& scenario) {
    return kept_from_passing(term.passing, term.hours, gates_on(term, scenario.record()), scenario.record());
}

}  // namespace aidway
