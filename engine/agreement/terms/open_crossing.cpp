// SPDX-License-Identifier: Apache-2.0
#include "agreement/terms/open_crossing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "agreement/words.hpp"

namespace aidway {
namespace {

bool is_for_aid(const OpenCrossing& term) {
    return std::find(term.passing.begin(), term.passing.end(), Traffic::aid) != term.passing.end();
}

}  // namespace

const Type& describe(Tag<OpenCrossing>) {
    static const auto type = record<OpenCrossing>(
        "open_crossing",
        "A border crossing is open; aid through it needs notification only, while the obliged keep it.",
        {required("crossing", &OpenCrossing::crossing, "a gate of the scenario, at a border"),
         required("for", &OpenCrossing::passing, "who may pass: aid, goods, civilians"),
         optional("hours", &OpenCrossing::hours, "when it lets pass"),
         optional("trucks_per_day", &OpenCrossing::trucks_per_day, "of aid, at most", more_than(0))});
    return type;
}

std::string object_of(const OpenCrossing& term) { return term.crossing.text; }

void resolve(const OpenCrossing& term, Resolver& resolver) {
    resolver.gate(term.crossing);
    const auto* gate = resolver.record().gates.find(term.crossing.text);
    if (gate && gate->front) {
        resolver.fault(term.crossing.at, fmt::format("gate '{}' crosses a front, not a border: open its road with "
                                                     "open_road, or lift the siege with lift_siege",
                                                     term.crossing.text));
    }
    if (term.passing.empty()) {
        resolver.fault(term.crossing.at,
                       "open_crossing is 'for' nobody; expected one or more of aid, goods, civilians");
    } else if (term.trucks_per_day && !is_for_aid(term)) {
        resolver.fault(term.crossing.at, "'trucks_per_day' counts trucks of aid, and open_crossing is not 'for' aid");
    }
}

std::vector<PartyId> obliged_by_default(const OpenCrossing& term, const Scenario& scenario) {
    return holders_of(scenario, {term.crossing});
}

void apply(const OpenCrossing& term, const TermScope& scope, Rules& rules) {
    const auto gate = *scope.scenario.find_gate(term.crossing.text);
    for (const auto traffic : term.passing) {
        Passage passage{scope.from, scope.until, Access::open, term.hours, scope.obligations, scope.origin};
        if (traffic == Traffic::aid && term.trucks_per_day) passage.trucks_per_day = term.trucks_per_day->value;
        rules.passage.grant(gate, traffic, std::move(passage));
    }
    rules.asks_anew = rules.asks_anew || is_for_aid(term);
}

std::string sentence(const OpenCrossing& term, const Scenario& scenario) {
    auto text = fmt::format("The crossing {} is open to {}, {}", gate_names(scenario.record(), {term.crossing}),
                            in_words(term.passing), in_words(term.hours));
    if (term.trucks_per_day) {
        text += fmt::format("; at most {} of aid a day", counted(term.trucks_per_day->value, "truck", "trucks"));
    }
    return text + ".";
}

std::string breach(const OpenCrossing& term, const Scenario& scenario) {
    return kept_from_passing(term.passing, term.hours, {term.crossing}, scenario.record());
}

}  // namespace aidway
