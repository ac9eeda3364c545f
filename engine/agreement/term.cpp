// SPDX-License-Identifier: Apache-2.0
#include "agreement/term.hpp"

#include <algorithm>

namespace aidway {

const Type& describe(Tag<Term>) {
    static const auto type = record<Term>(
        "term", "One term of an agreement.",
        {choice(&Term::body, "what the term says"),
         optional("name", &Term::name, "unique name; else kind/object, e.g. open_road/castello"),
         optional("on", &Term::on, "a term that is switched off has no effect"),
         optional("obliges", &Term::obliges, "parties that must keep it; else those that its kind names"),
         optional("cite", &Term::cite, "where the term is taken from"),
         optional("after", &Term::after, "it begins so long after effective_from", at_least(0)),
         optional("lasting", &Term::lasting, "it ends so long after it began; else with the period", more_than(0)),
         optional("renewal", &Term::renewal, "it lapses unless it is renewed every so often", more_than(0))});
    return type;
}

std::string_view kind_of(const Term& term) {
    return std::visit([](const auto& body) { return body.kind; }, term.body);
}

std::string name_of(const Term& term) {
    if (term.name) return term.name->text;
    return std::string(kind_of(term)) + "/" + std::visit([](const auto& body) { return object_of(body); }, term.body);
}

std::vector<PartyId> obliged(const Term& term, const Scenario& scenario) {
    std::vector<PartyId> parties;
    for (const auto& name : term.obliges) parties.push_back(*scenario.find_party(name.text));
    if (parties.empty()) {
        parties = std::visit([&](const auto& body) { return obliged_by_default(body, scenario); }, term.body);
    }
    std::sort(parties.begin(), parties.end());
    parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
    return parties;
}

}  // namespace aidway
