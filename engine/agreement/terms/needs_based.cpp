// SPDX-License-Identifier: Apache-2.0
#include "agreement/terms/needs_based.hpp"

namespace aidway {

const Type& describe(Tag<NeedsBased>) {
    static const auto type = record<NeedsBased>(
        "needs_based", "Aid goes first where stock lasts for the fewest days, while the obliged keep it.",
        {optional("undo_links", &NeedsBased::undo_links,
                  "places under `permission/linked` are served each by itself too")});
    return type;
}

std::string object_of(const NeedsBased& term) { return term.undo_links ? "undo_links" : "by_need"; }

void resolve(const NeedsBased& term, Resolver& resolver) {
    const auto& record = resolver.record();
    if (term.undo_links && record.permission.linked.empty()) {
        resolver.fault(resolver.at(), "'undo_links' undoes nothing: no places are 'linked' in scenario.yaml");
    } else if (!term.undo_links && record.allocation.rule == AllocationRule::by_need) {
        resolver.fault(resolver.at(), "needs_based changes nothing: allocation in scenario.yaml goes by_need anyway");
    }
}

std::vector<PartyId> obliged_by_default(const NeedsBased& /*term*/, const Scenario& scenario) {
    return party_ids(scenario, scenario.record().permission.deciders);
}

void apply(const NeedsBased& term, const TermScope& scope, Rules& rules) {
    rules.needs_first.push_back({term.undo_links, scope.obligations, scope.from, scope.until});
}

std::string sentence(const NeedsBased& term, const Scenario& /*scenario*/) {
    std::string text = "Aid goes by need: each morning first where stock lasts for the fewest days";
    if (term.undo_links) text += "; no place waits for another to be served";
    return text + ".";
}

std::string breach(const NeedsBased& term, const Scenario&) {
    return term.undo_links ? "Aid is sent by another order than need, or made to wait for another place."
                           : "Aid is sent by another order than need.";
}

}  // namespace aidway
