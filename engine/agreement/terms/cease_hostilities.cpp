// SPDX-License-Identifier: Apache-2.0
#include "agreement/terms/cease_hostilities.hpp"

#include <fmt/format.h>

#include "agreement/violence_words.hpp"
#include "agreement/words.hpp"
#include "scenario/violence_bits.hpp"

namespace aidway {
namespace {

constexpr std::uint32_t every_kind = 0b11111;

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
         optional("kinds", &CeaseHostilities::kinds, "kinds of violence; without any, every kind"),
         optional("no_gain_of_ground", &CeaseHostilities::no_gain_of_ground,
                  "the front stands still while all parties keep it")});
    return type;
}

std::string object_of(const CeaseHostilities& term) { return joined_keys(term.parties); }

void resolve(const CeaseHostilities& term, Resolver& resolver) {
    for (const auto& party : term.parties) resolver.party(party);
    if (term.parties.empty()) {
        resolver.fault(resolver.at(), "cease_hostilities binds no 'parties'; expected one party or more");
    }
    if (!resolver.obliges().empty()) {
        resolver.fault(resolver.obliges().front().at,
                       "cease_hostilities obliges its 'parties', nobody else; leave 'obliges' out");
    }
    check_effect(term, resolver);
}

std::vector<PartyId> obliged_by_default(const CeaseHostilities& term, const Scenario& scenario) {
    return party_ids(scenario, term.parties);
}

void apply(const CeaseHostilities& term, const TermScope& scope, Rules& rules) {
    Cessation cessation{obliged_parties(scope, rules), scope.obligations, term.kinds.empty() ? every_kind : 0,
                        term.no_gain_of_ground};
    concerns_no_passage(scope, rules);
    for (const auto kind : term.kinds) cessation.kinds |= bit_of(kind);
    rules.cessations.push_back(std::move(cessation));
}

std::string sentence(const CeaseHostilities& term, const Scenario& scenario) {
    auto text = fmt::format("{} {} {}", party_names(scenario.record(), term.parties),
                            term.parties.size() == 1 ? "ends" : "end", in_words(term.kinds));
    if (term.no_gain_of_ground) text += "; nobody gains ground, and the front stays where it is while all keep this";
    return text + ".";
}

std::string breach(const CeaseHostilities& term, const Scenario& scenario) {
    std::vector<std::string> who;
    for (const auto& party : term.parties) who.push_back(scenario.record().parties.at(party.text).name);
    std::vector<std::string> kinds;
    for (const auto kind : term.kinds) kinds.push_back(in_words(kind));
    auto text =
        fmt::format("{} by {}", kinds.empty() ? "any act of violence" : join_words(kinds, "or"), join_words(who, "or"));
    if (term.no_gain_of_ground) text += ", and any gain of ground";
    return as_sentence(text);
}

}  // namespace aidway
