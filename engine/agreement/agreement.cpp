// SPDX-License-Identifier: Apache-2.0
#include "agreement/agreement.hpp"

#include <map>

namespace aidway {

const Type& describe(Tag<Agreement>) {
    static const auto type =
        record<Agreement>("agreement", "An agreement: an ordered list of terms over an untouched scenario.",
                          {required("agreement", &Agreement::name, "short name, that of the file"),
                           required("title", &Agreement::title, "what it is, one line"),
                           optional("question", &Agreement::question, "the question it answers"),
                           required("effective_from", &Agreement::effective_from, "local time from which it holds"),
                           optional("terms", &Agreement::terms, "its terms, applied in order")});
    return type;
}

void check_agreement(const Agreement& agreement, const ScenarioRecord& record, const AgreementPlace& place,
                     std::vector<Diagnostic>& faults) {
    Resolver resolver(record, place.file, faults);
    std::map<std::string, Mark> seen;
    for (std::size_t i = 0; i < agreement.terms.size(); ++i) {
        const auto& term = agreement.terms[i];
        const auto at = i < place.terms.size() ? place.terms[i] : Mark{};
        std::visit([&](const auto& body) { resolve(body, resolver); }, term.body);
        for (const auto& party : term.obliges) resolver.party(party);
        const auto [first, fresh] = seen.emplace(name_of(term), at);
        if (fresh) continue;
        resolver.fault(at, "two terms are named '" + first->first + "' (the first at line " +
                               std::to_string(first->second.line) + "); give one of them another 'name'");
    }
}

Rules compile_rules(const Scenario& scenario, const Agreement& agreement, Instant effective_from) {
    Rules rules = baseline_rules(scenario, effective_from);
    for (std::size_t i = 0; i < agreement.terms.size(); ++i) {
        const auto& term = agreement.terms[i];
        if (!term.on) continue;
        TermScope scope{scenario, {static_cast<std::uint32_t>(i) + 1}, {}, effective_from, scenario.calendar().until};
        const auto name = name_of(term);
        for (const auto party : obliged(term, scenario)) {
            const auto& party_name = scenario.record().parties.name(party.index()).text;
            scope.obligations.push_back({static_cast<std::uint32_t>(rules.obligations.size())});
            rules.obligations.push_back(
                {name, party, entity_key({"obligation", name, party_name}), scope.from, scope.until});
        }
        std::visit([&](const auto& body) { apply(body, scope, rules); }, term.body);
    }
    return rules;
}

std::vector<TermText> describe_terms(const Scenario& scenario, const Agreement& agreement) {
    std::vector<TermText> texts;
    for (const auto& term : agreement.terms) {
        if (!term.on) continue;
        TermText text{name_of(term),
                      std::string(kind_of(term)),
                      std::visit([&](const auto& body) { return sentence(body, scenario); }, term.body),
                      {},
                      term.cite};
        for (const auto party : obliged(term, scenario)) text.obliges.push_back(scenario.party_name(party));
        texts.push_back(std::move(text));
    }
    return texts;
}

}  // namespace aidway
