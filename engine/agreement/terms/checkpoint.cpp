// SPDX-License-Identifier: Apache-2.0
#include "agreement/terms/checkpoint.hpp"

#include <fmt/format.h>

#include "agreement/words.hpp"

namespace aidway {

const Type& describe(Tag<Checkpoint>) {
    static const auto type = record<Checkpoint>(
        "checkpoint", "How named gates are run, while the obliged keep it; what is not said stays as it was.",
        {required("gates", &Checkpoint::gates, "gates of the scenario"),
         optional("by", &Checkpoint::by, "the party that runs them"),
         optional("inspection", &Checkpoint::inspection, "service time per truck", at_least(0)),
         optional("lanes", &Checkpoint::lanes, "trucks inspected at a time", between(1, 16)),
         optional("turn_back", &Checkpoint::turn_back, "chance that a convoy is turned back"),
         optional("seals_honoured", &Checkpoint::seals_honoured, "nothing is removed from a sealed convoy")});
    return type;
}

std::string object_of(const Checkpoint& term) { return joined_keys(term.gates); }

void resolve(const Checkpoint& term, Resolver& resolver) {
    for (const auto& gate : term.gates) resolver.gate(gate);
    if (term.by) resolver.party(*term.by);
    if (term.gates.empty()) {
        resolver.fault(resolver.at(), "checkpoint is at no 'gates'; expected one gate or more");
    } else if (!term.inspection && !term.lanes && !term.turn_back && !term.seals_honoured) {
        resolver.fault(resolver.at(),
                       "checkpoint changes nothing; expected inspection, lanes, turn_back or seals_honoured");
    }
}

std::vector<PartyId> obliged_by_default(const Checkpoint& term, const Scenario& scenario) {
    return term.by ? party_ids(scenario, {*term.by}) : holders_of(scenario, term.gates);
}

void apply(const Checkpoint& term, const TermScope& scope, Rules& rules) {
    GateCheck check{scope.from, scope.until, scope.obligations, term.inspection, {}, term.turn_back, 0, scope.origin};
    if (term.lanes) check.lanes = term.lanes->value;
    if (term.seals_honoured) check.untouchable = (1U << scope.scenario.record().goods.size()) - 1;
    for (const auto gate : gate_ids(scope.scenario, term.gates)) rules.passage.check(gate, check);
}

std::string sentence(const Checkpoint& term, const Scenario& scenario) {
    const auto& record = scenario.record();
    std::vector<std::string> said;
    if (term.inspection) said.push_back(fmt::format("each truck is inspected for {}", in_words(*term.inspection)));
    if (term.lanes) said.push_back(counted(term.lanes->value, "truck is", "trucks are") + " inspected at a time");
    if (term.turn_back) {
        said.push_back(fmt::format("a convoy is turned back with a chance of {:g} %", 100 * term.turn_back->value()));
    }
    if (term.seals_honoured) said.emplace_back("nothing is removed from sealed aid convoys");
    const auto where = gate_names(record, term.gates);
    const auto who = term.by ? fmt::format(", run by {},", party_names(record, {*term.by})) : std::string();
    return fmt::format("At {}{} {}.", where, who, join_words(said));
}

std::string breach(const Checkpoint& term, const Scenario& scenario) {
    std::vector<std::string> done;
    if (term.inspection) {
        done.push_back(fmt::format("a truck is inspected for longer than {}", in_words(*term.inspection)));
    }
    if (term.lanes) done.push_back(fmt::format("trucks are inspected otherwise than {} at a time", term.lanes->value));
    if (term.turn_back) done.emplace_back("convoys are turned back more often");
    if (term.seals_honoured) done.emplace_back("something is removed from a sealed aid convoy");
    return as_sentence(
        fmt::format("at {} {}", gate_names(scenario.record(), term.gates, "or"), join_words(done, "or")));
}

}  // namespace aidway
