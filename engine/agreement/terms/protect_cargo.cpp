// SPDX-License-Identifier: Apache-2.0
#include "agreement/terms/protect_cargo.hpp"

#include <fmt/format.h>

#include "agreement/words.hpp"

namespace aidway {
namespace {

std::string goods_names(const ProtectCargo& term, const ScenarioRecord& record, std::string_view last) {
    std::vector<std::string> names;
    for (const auto& goods : term.goods) names.push_back(record.goods.at(goods.text).name);
    return join_words(names, last);
}

std::vector<Name> gates_of(const ProtectCargo& term, const ScenarioRecord& record) {
    return term.gates.empty() ? every_gate(record) : term.gates;
}

}  // namespace

const Type& describe(Tag<ProtectCargo>) {
    static const auto type =
        record<ProtectCargo>("protect_cargo", "Goods that may not be removed from convoys, while the obliged keep it.",
                             {required("goods", &ProtectCargo::goods, "classes of goods"),
                              optional("gates", &ProtectCargo::gates, "where; without any, at every gate")});
    return type;
}

std::string object_of(const ProtectCargo& term) { return joined_keys(term.goods); }

void resolve(const ProtectCargo& term, Resolver& resolver) {
    for (const auto& goods : term.goods) resolver.goods(goods);
    for (const auto& gate : term.gates) resolver.gate(gate);
    if (term.goods.empty()) {
        resolver.fault(resolver.at(), "protect_cargo protects no 'goods'; expected one class of goods or more");
    }
}

std::vector<PartyId> obliged_by_default(const ProtectCargo& term, const Scenario& scenario) {
    return holders_of(scenario, gates_of(term, scenario.record()));
}

void apply(const ProtectCargo& term, const TermScope& scope, Rules& rules) {
    GateCheck check{scope.from, scope.until, scope.obligations, {}, {}, {}, 0, scope.origin};
    for (const auto& goods : term.goods) check.untouchable |= 1U << scope.scenario.find_goods(goods.text)->index();
    for (const auto gate : gate_ids(scope.scenario, gates_of(term, scope.scenario.record()))) {
        rules.passage.check(gate, check);
    }
}

std::string sentence(const ProtectCargo& term, const Scenario& scenario) {
    const auto& record = scenario.record();
    return fmt::format("Nothing of {} may be removed from aid convoys at {}.", goods_names(term, record, "and"),
                       term.gates.empty() ? "any gate" : gate_names(record, term.gates));
}

std::string breach(const ProtectCargo& term, const Scenario& scenario) {
    const auto& record = scenario.record();
    return fmt::format("Something of {} is removed from an aid convoy at {}.", goods_names(term, record, "or"),
                       term.gates.empty() ? "any gate" : gate_names(record, term.gates, "or"));
}

}  // namespace aidway
