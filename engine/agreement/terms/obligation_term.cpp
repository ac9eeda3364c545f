// SPDX-License-Identifier: Apache-2.0
#include "agreement/terms/obligation_term.hpp"

#include <fmt/format.h>

#include "agreement/words.hpp"

namespace aidway {

const Type& describe(Tag<ObligationTerm>) {
    static const auto type = record<ObligationTerm>(
        "obligation", "Anything else that parties must do: tracked in the ledger, and not simulated.",
        {required("text", &ObligationTerm::text, "what they must do, after their names: 'release all detainees'"),
         required("by", &ObligationTerm::by, "who; these are obliged")});
    return type;
}

std::string object_of(const ObligationTerm& term) { return joined_keys(term.by); }

void resolve(const ObligationTerm& term, Resolver& resolver) {
    for (const auto& party : term.by) resolver.party(party);
    if (term.by.empty()) resolver.fault(resolver.at(), "obligation binds nobody; expected one party or more in 'by'");
    if (term.text.empty()) resolver.fault(resolver.at(), "obligation asks for nothing; expected words in 'text'");
    if (resolver.obliges().empty()) return;
    resolver.fault(resolver.obliges().front().at, "obligation obliges those in 'by', nobody else; leave 'obliges' out");
}

std::vector<PartyId> obliged_by_default(const ObligationTerm& term, const Scenario& scenario) {
    return party_ids(scenario, term.by);
}

void apply(const ObligationTerm&, const TermScope& scope, Rules& rules) { concerns_no_passage(scope, rules); }

std::string sentence(const ObligationTerm& term, const Scenario& scenario) {
    return fmt::format("{} must {}. Whether they do is tracked; it changes nothing that is simulated.",
                       party_names(scenario.record(), term.by), term.text);
}

std::string breach(const ObligationTerm& term, const Scenario& scenario) {
    std::vector<std::string> who;
    for (const auto& party : term.by) who.push_back(scenario.record().parties.at(party.text).name);
    return as_sentence(fmt::format("{} fails to {}", join_words(who, "or"), term.text));
}

}  // namespace aidway
