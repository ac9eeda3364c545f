// SPDX-License-Identifier: Apache-2.0
#include "agreement/terms/ground_aircraft.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "agreement/words.hpp"

namespace aidway {
namespace {

/// A term that would change nothing is a mistake of whoever wrote it, or of the scenario.
void check_effect(const GroundAircraft& term, Resolver& resolver) {
    const auto& violence = resolver.record().violence;
    const bool some_strike = violence && std::any_of(violence->by.begin(), violence->by.end(), [&](const auto& entry) {
                                 const auto& by = entry.value;
                                 return by.kind == ViolenceKind::air_strikes &&
                                        std::any_of(term.parties.begin(), term.parties.end(),
                                                    [&](const Name& party) { return party.text == by.party.text; });
                             });
    if (some_strike || term.parties.empty()) return;
    resolver.fault(resolver.at(), violence ? "ground_aircraft changes nothing: none of its parties commits air_strikes "
                                             "under 'violence' in scenario.yaml"
                                           : "ground_aircraft changes nothing: scenario.yaml has no 'violence'");
}

}  // namespace

const Type& describe(Tag<GroundAircraft>) {
    static const auto type = record<GroundAircraft>(
        "ground_aircraft", "The aircraft of parties do not fly: their air strikes end while they keep it.",
        {required("parties", &GroundAircraft::parties, "whose aircraft; these are obliged")});
    return type;
}

std::string object_of(const GroundAircraft& term) { return joined_keys(term.parties); }

void resolve(const GroundAircraft& term, Resolver& resolver) {
    for (const auto& party : term.parties) resolver.party(party);
    if (term.parties.empty()) {
        resolver.fault(resolver.at(), "ground_aircraft binds no 'parties'; expected one party or more");
    }
    if (!resolver.obliges().empty()) {
        resolver.fault(resolver.obliges().front().at,
                       "ground_aircraft obliges its 'parties', nobody else; leave 'obliges' out");
    }
    check_effect(term, resolver);
}

std::vector<PartyId> obliged_by_default(const GroundAircraft& term, const Scenario& scenario) {
    return party_ids(scenario, term.parties);
}

void apply(const GroundAircraft&, const TermScope& scope, Rules& rules) {
    concerns_no_passage(scope, rules);
    rules.groundings.push_back({obliged_parties(scope, rules), scope.obligations});
}

std::string sentence(const GroundAircraft& term, const Scenario& scenario) {
    return fmt::format("The military aircraft of {} stay on the ground.", party_names(scenario.record(), term.parties));
}

std::string breach(const GroundAircraft& term, const Scenario& scenario) {
    std::vector<std::string> who;
    for (const auto& party : term.parties) who.push_back(scenario.record().parties.at(party.text).name);
    return as_sentence(fmt::format("any air strike by {}", join_words(who, "or")));
}

}  // namespace aidway
