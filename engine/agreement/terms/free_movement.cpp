// SPDX-License-Identifier: Apache-2.0
#include "agreement/terms/free_movement.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "agreement/words.hpp"

namespace aidway {
namespace {

bool is_for(const FreeMovement& term, Traffic traffic) {
    return std::find(term.passing.begin(), term.passing.end(), traffic) != term.passing.end();
}

/// The gates of the roads and those named, each once.
std::vector<Name> gates_of(const FreeMovement& term, const ScenarioRecord& record) {
    std::vector<Name> gates;
    const auto add = [&](const Name& gate) {
        if (std::find(gates.begin(), gates.end(), gate) == gates.end()) gates.push_back(gate);
    };
    for (const auto& road : term.roads) {
        for (const auto& gate : record.roads.at(road.text).gates) add(gate);
    }
    for (const auto& gate : term.gates) add(gate);
    return gates;
}

}  // namespace

const Type& describe(Tag<FreeMovement>) {
    static const auto type = record<FreeMovement>(
        "free_movement", "Traders' goods and civilians pass freely, while the obliged keep it; aid is untouched.",
        {optional("roads", &FreeMovement::roads, "roads of the scenario"),
         optional("gates", &FreeMovement::gates, "gates of the scenario, beside those of the roads"),
         optional("for", &FreeMovement::passing, "who may pass: goods, civilians"),
         optional("hours", &FreeMovement::hours, "when its gates let pass"),
         optional("goods_per_day", &FreeMovement::goods_per_day, "of trade, through each of its gates, at most",
                  more_than(0)),
         optional(
             "fees", &FreeMovement::fees,
             "what traders pay on a way through its gates, all in all, as a share of what their goods are worth; 0 "
             "for none; without it, what the gates take by themselves",
             between(0, 10))});
    return type;
}

std::string object_of(const FreeMovement& term) {
    auto all = term.roads;
    all.insert(all.end(), term.gates.begin(), term.gates.end());
    return joined_keys(all);
}

void resolve(const FreeMovement& term, Resolver& resolver) {
    for (const auto& road : term.roads) resolver.road(road);
    for (const auto& gate : term.gates) resolver.gate(gate);
    if (term.roads.empty() && term.gates.empty()) {
        resolver.fault(resolver.at(), "free_movement is nowhere; expected 'roads' or 'gates'");
    }
    if (is_for(term, Traffic::aid)) {
        resolver.fault(resolver.at(), "free_movement is not for aid: open a road for it with open_road");
    } else if (term.passing.empty()) {
        resolver.fault(resolver.at(), "free_movement is 'for' nobody; expected goods, civilians or both");
    } else if (term.goods_per_day && !is_for(term, Traffic::goods)) {
        resolver.fault(resolver.at(), "'goods_per_day' weighs traders' goods, and free_movement is not 'for' goods");
    } else if (term.fees && !is_for(term, Traffic::goods)) {
        resolver.fault(resolver.at(), "'fees' are what traders pay, and free_movement is not 'for' goods");
    } else if (term.fees.value_or(0.0) > 0 && !resolver.record().price) {
        resolver.fault(
            resolver.at(),
            "'fees' make goods dearer, and scenario.yaml has no 'price' by which less of them is then bought");
    }
}

std::vector<PartyId> obliged_by_default(const FreeMovement& term, const Scenario& scenario) {
    return holders_of(scenario, gates_of(term, scenario.record()));
}

void apply(const FreeMovement& term, const TermScope& scope, Rules& rules) {
    for (const auto gate : gate_ids(scope.scenario, gates_of(term, scope.scenario.record()))) {
        for (const auto traffic : term.passing) {
            Passage passage{scope.from, scope.until, Access::open, term.hours, scope.obligations, scope.origin};
            if (traffic == Traffic::goods) {
                passage.goods_per_day = term.goods_per_day;
                passage.fees = term.fees;
            }
            rules.passage.grant(gate, traffic, std::move(passage));
        }
    }
}

std::string sentence(const FreeMovement& term, const Scenario& scenario) {
    auto who = in_words(term.passing);
    if (who.starts_with('t')) who.front() = 'T';
    if (who.starts_with('c')) who.front() = 'C';
    const auto& record = scenario.record();
    auto text = fmt::format("{} pass freely, {}, through {}", who, in_words(term.hours),
                            gate_names(record, gates_of(term, record)));
    if (term.goods_per_day) text += fmt::format("; at most {} of goods through each", in_words(*term.goods_per_day));
    if (term.fees) {
        text += *term.fees > 0
                    ? fmt::format("; traders pay {:g} % of what their goods are worth, and no more", *term.fees * 100)
                    : "; traders pay nothing";
    }
    return text + ".";
}

std::string breach(const FreeMovement& term, const Scenario& scenario) {
    auto text = kept_from_passing(term.passing, term.hours, gates_of(term, scenario.record()), scenario.record());
    if (!term.fees) return text;
    text.pop_back();  // its full stop
    return text + (*term.fees > 0 ? fmt::format(", or traders pay more than {:g} %.", *term.fees * 100)
                                  : ", or traders pay anything.");
}

}  // namespace aidway
