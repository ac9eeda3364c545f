// SPDX-License-Identifier: Apache-2.0
#include "agreement/terms/cease_hostilities.hpp"

#include <fmt/format.h>

#include "agreement/violence_words.hpp"
#include "agreement/words.hpp"
#include "scenario/theatre.hpp"
#include "scenario/violence_bits.hpp"

namespace aidway {
namespace {

constexpr std::uint32_t every_kind = 0b11111;

std::string where(const CeaseHostilities& term) {
    return term.theatre ? fmt::format(" in the theatre '{}'", term.theatre->text) : std::string();
}

/// A term that would change nothing is a mistake of whoever wrote it, or of the scenario.
void check_effect(const CeaseHostilities& term, Resolver& resolver) {
    const auto& record = resolver.record();
    if (record.violence || record.climate || term.no_gain_of_ground) return;
    resolver.fault(resolver.at(),
                   "cease_hostilities changes nothing: scenario.yaml has neither 'violence' nor 'climate', and "
                   "'no_gain_of_ground' is not set");
}

}  // namespace

const Type& describe(Tag<CeaseHostilities>) {
    static const auto type = record<CeaseHostilities>(
        "cease_hostilities", "Parties end kinds of violence; incidents become fewer while they keep it.",
        {required("parties", &CeaseHostilities::parties, "who ends them; these are obliged"),
         optional("theatre", &CeaseHostilities::theatre,
                  "the theatre of the scenario's violence where they end; without it, everywhere"),
         optional("kinds", &CeaseHostilities::kinds, "kinds of violence; without any, every kind"),
         optional("no_gain_of_ground", &CeaseHostilities::no_gain_of_ground,
                  "the front, one for all theatres, stands still while all parties keep it")});
    return type;
}

std::string object_of(const CeaseHostilities& term) {
    auto all = term.parties;
    if (term.theatre) all.push_back(*term.theatre);
    return joined_keys(all);
}

void resolve(const CeaseHostilities& term, Resolver& resolver) {
    for (const auto& party : term.parties) resolver.party(party);
    if (term.parties.empty()) {
        resolver.fault(resolver.at(), "cease_hostilities binds no 'parties'; expected one party or more");
    }
    if (!resolver.obliges().empty()) {
        resolver.fault(resolver.obliges().front().at,
                       "cease_hostilities obliges its 'parties', nobody else; leave 'obliges' out");
    }
    if (term.theatre) resolver.theatre(*term.theatre);
    check_effect(term, resolver);
}

std::vector<PartyId> obliged_by_default(const CeaseHostilities& term, const Scenario& scenario) {
    return party_ids(scenario, term.parties);
}

void apply(const CeaseHostilities& term, const TermScope& scope, Rules& rules) {
    Cessation cessation{obliged_parties(scope, rules),
                        scope.obligations,
                        term.kinds.empty() ? every_kind : 0,
                        term.no_gain_of_ground,
                        {}};
    if (term.theatre) {
        cessation.theatre = theatre_index(theatres_of(*scope.scenario.record().violence), term.theatre);
    }
    concerns_no_passage(scope, rules);
    for (const auto kind : term.kinds) cessation.kinds |= bit_of(kind);
    rules.cessations.push_back(std::move(cessation));
}

std::string sentence(const CeaseHostilities& term, const Scenario& scenario) {
    auto text = fmt::format("{} {} {}{}", party_names(scenario.record(), term.parties),
                            term.parties.size() == 1 ? "ends" : "end", in_words(term.kinds), where(term));
    if (term.no_gain_of_ground) {
        text += fmt::format("; nobody gains ground{}, and the {}front stays where it is while all keep this",
                            term.theatre ? " anywhere" : "", term.theatre ? "whole " : "");
    }
    return text + ".";
}

std::string breach(const CeaseHostilities& term, const Scenario& scenario) {
    std::vector<std::string> who;
    for (const auto& party : term.parties) who.push_back(scenario.record().parties.at(party.text).name);
    std::vector<std::string> kinds;
    for (const auto kind : term.kinds) kinds.push_back(in_words(kind));
    auto text = fmt::format("{} by {}{}", kinds.empty() ? "any act of violence" : join_words(kinds, "or"),
                            join_words(who, "or"), where(term));
    if (term.no_gain_of_ground) text += term.theatre ? ", and any gain of ground anywhere" : ", and any gain of ground";
    return as_sentence(text);
}

}  // namespace aidway
