// SPDX-License-Identifier: Apache-2.0
#include "agreement/agreement.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "agreement/consequence_checks.hpp"
#include "agreement/words.hpp"

namespace aidway {
namespace {

/// Whether the agreement wrote the term itself; the faults of inherited ones are told where they stand.
bool is_own(const Term& term, const Agreement& agreement) {
    return term.place.agreement.empty() || term.place.agreement == agreement.name;
}

std::string first_place(const Term& first, const Agreement& agreement) {
    if (!is_own(first, agreement)) return "the first comes from '" + first.place.agreement + "'";
    return "the first at line " + std::to_string(first.place.at.line);
}

std::string timing_of(const Term& term) {
    std::vector<std::string> words;
    if (term.after > Duration{0}) words.push_back("begins " + in_words(term.after) + " after the agreement");
    if (term.lasting) words.push_back("lasts " + in_words(*term.lasting));
    if (term.renewal) words.push_back("lapses unless it is renewed every " + in_words(*term.renewal));
    return words.empty() ? std::string() : "It " + join_words(words) + ".";
}

TermScope scope_of(const Scenario& scenario, const Term& term, std::size_t position, Instant effective_from) {
    const auto spell = spell_of(scenario, term, effective_from);
    return {scenario, {static_cast<std::uint32_t>(position) + 1}, {}, spell.from, spell.until, name_of(term)};
}

/// Of a kind that says nothing about breaches there is nothing to say.
std::string breach_of(const Term& term, const Scenario& scenario) {
    return std::visit(
        [&](const auto& body) -> std::string {
            if constexpr (requires { breach(body, scenario); }) {
                return breach(body, scenario);
            } else {
                return {};
            }
        },
        term.body);
}

void oblige(const Term& term, TermScope& scope, Rules& rules) {
    const auto name = name_of(term);
    for (const auto party : obliged(term, scope.scenario)) {
        const auto& party_name = scope.scenario.record().parties.name(party.index()).text;
        scope.obligations.push_back({static_cast<std::uint32_t>(rules.obligations.size())});
        rules.obligations.push_back(
            {name, party, entity_key({"obligation", name, party_name}), scope.from, scope.until});
    }
    if (term.renewal && scope.from < scope.until) {
        rules.renewals.push_back({name, scope.from, *term.renewal, scope.obligations});
    }
}

}  // namespace

const Type& describe(Tag<Agreement>) {
    static const auto type = record<Agreement>(
        "agreement", "An agreement: an ordered list of terms over an untouched scenario.",
        {required("agreement", &Agreement::name, "short name, that of the file"),
         required("title", &Agreement::title, "what it is, one line"),
         optional("question", &Agreement::question, "the question it answers"),
         optional("extends", &Agreement::extends, "another agreement of the scenario, whose terms come first"),
         optional("effective_from", &Agreement::effective_from,
                  "local time from which it holds; may only be left out where 'extends' gives it"),
         optional("without", &Agreement::without, "terms, inherited or own, that are switched off, by name"),
         optional("terms", &Agreement::terms, "its terms, applied in order")});
    return type;
}

void check_agreement(const Agreement& agreement, const ScenarioRecord& record, std::vector<Diagnostic>& faults) {
    std::map<std::string, const Term*> seen;
    for (const auto& term : agreement.terms) {
        Resolver resolver(record, term.place.file, faults);
        resolver.begin(term.place.at, term.obliges);
        const bool own = is_own(term, agreement);
        if (own) {
            std::visit([&](const auto& body) { resolve(body, resolver); }, term.body);
            for (const auto& party : term.obliges) resolver.party(party);
        }
        const auto [first, fresh] = seen.emplace(name_of(term), &term);
        if (fresh || !own) continue;
        resolver.fault(term.place.at, "two terms are named '" + first->first + "' (" +
                                          first_place(*first->second, agreement) +
                                          "); give one of them another 'name'");
    }
    check_consequences(agreement, record, faults);
}

void check_renewals(const Agreement& agreement, const Scenario& scenario, std::vector<Diagnostic>& faults) {
    for (const auto& term : agreement.terms) {
        if (!term.renewal || !is_own(term, agreement) || !obliged(term, scenario).empty()) continue;
        faults.push_back({term.place.file, term.place.at, "",
                          "'" + name_of(term) +
                              "' has a renewal and obliges nobody: no gate of it is held; name parties in 'obliges'"});
    }
}

void check_on_the_ground(const Agreement& agreement, const Scenario& scenario, std::vector<Diagnostic>& faults) {
    for (const auto& term : agreement.terms) {
        const auto* pull_back = std::get_if<Demilitarise>(&term.body);
        if (pull_back == nullptr || !is_own(term, agreement)) continue;
        if (auto fault = fault_on_the_ground(*pull_back, scenario)) {
            faults.push_back({term.place.file, term.place.at, "", std::move(*fault)});
        }
    }
}

Rules compile_rules(const Scenario& scenario, const Agreement& agreement, Instant effective_from) {
    Rules rules = baseline_rules(scenario, effective_from);
    for (std::size_t i = 0; i < agreement.terms.size(); ++i) {
        const auto& term = agreement.terms[i];
        if (!term.on) continue;
        auto scope = scope_of(scenario, term, i, effective_from);
        oblige(term, scope, rules);
        std::visit([&](const auto& body) { apply(body, scope, rules); }, term.body);
    }
    return rules;
}

TermSpell spell_of(const Scenario& scenario, const Term& term, Instant effective_from) {
    const auto end = scenario.calendar().until;
    const auto from = std::min(effective_from + term.after, end);
    const auto until = term.lasting ? std::min(from + *term.lasting, end) : end;
    return {from, std::max(from, until)};
}

std::vector<TermText> describe_terms(const Scenario& scenario, const Agreement& agreement) {
    std::vector<TermText> texts;
    for (const auto& term : agreement.terms) {
        TermText text{name_of(term),
                      std::string(kind_of(term)),
                      std::visit([&](const auto& body) { return sentence(body, scenario); }, term.body),
                      timing_of(term),
                      {},
                      term.cite,
                      term.on,
                      term.place.agreement.empty() ? agreement.name : term.place.agreement,
                      {}};
        for (const auto party : obliged(term, scenario)) text.obliges.push_back(scenario.party_name(party));
        if (!text.obliges.empty()) text.breach = breach_of(term, scenario);
        texts.push_back(std::move(text));
    }
    return texts;
}

}  // namespace aidway
