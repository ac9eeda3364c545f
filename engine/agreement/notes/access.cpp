// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <type_traits>
#include <variant>

#include "agreement/notes/note_scope.hpp"
#include "agreement/words.hpp"

namespace aidway {
namespace {

/// Kinds that only who holds the gates can keep.
template <class Body>
constexpr bool is_about_gates =
    std::is_same_v<Body, OpenRoad> || std::is_same_v<Body, OpenCrossing> || std::is_same_v<Body, FreeMovement> ||
    std::is_same_v<Body, LiftSiege> || std::is_same_v<Body, ProtectCargo>;

/// Everybody who holds one of the term's gates at some time; empty for terms that are not about gates.
std::vector<PartyId> holders(const Term& term, const Scenario& scenario) {
    return std::visit(
        [&](const auto& body) -> std::vector<PartyId> {
            // Who runs a checkpoint may be another than who holds the gate.
            if constexpr (std::is_same_v<std::decay_t<decltype(body)>, Checkpoint>) {
                return holders_of(scenario, body.gates);
            } else if constexpr (is_about_gates<std::decay_t<decltype(body)>>) {
                return obliged_by_default(body, scenario);
            } else {
                return {};
            }
        },
        term.body);
}

/// Those of the parties that are not among the holders.
std::vector<Name> others(const Scenario& scenario, const std::vector<Name>& parties,
                         const std::vector<PartyId>& holding) {
    std::vector<Name> found;
    std::copy_if(parties.begin(), parties.end(), std::back_inserter(found), [&](const Name& party) {
        return std::find(holding.begin(), holding.end(), *scenario.find_party(party.text)) == holding.end();
    });
    return found;
}

bool has(const std::vector<Name>& names, const Name& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void note_holders(NoteScope& scope) {
    const auto& scenario = scope.scenario();
    for (const auto& [term, origin, spell, name] : scope.in_force()) {
        const auto holding = holders(term, scenario);
        if (holding.empty()) continue;
        const auto obliged = others(scenario, term.obliges, holding);
        if (!obliged.empty()) {
            scope.note(term,
                       "obliges " + party_names(scenario.record(), obliged) + ", and they hold none of its gates");
        }
        const auto* checkpoint = std::get_if<Checkpoint>(&term.body);
        if (!checkpoint || !checkpoint->by || others(scenario, {*checkpoint->by}, holding).empty()) continue;
        scope.note(term, "is run by " + party_names(scenario.record(), {*checkpoint->by}) +
                             ", and they hold none of its gates");
    }
}

void note_admission(NoteScope& scope) {
    const auto& record = scope.scenario().record();
    for (const auto& entry : scope.in_force()) {
        const auto* body = std::get_if<Monitor>(&entry.term.body);
        if (!body) continue;
        const auto* standing = record.monitors.find(body->by.text);
        if (entry.term.obliges.empty()) {
            // One of the scenario obliges by itself whoever must admit it.
            if (!standing) {
                scope.note(entry.term,
                           "obliges nobody to admit it: it sees all that it can from its first day; name "
                           "under 'obliges' who must let it work");
            }
            continue;
        }
        if (!standing) continue;
        std::vector<Name> missing;
        std::copy_if(standing->admitted_by.begin(), standing->admitted_by.end(), std::back_inserter(missing),
                     [&](const Name& party) { return !has(entry.term.obliges, party); });
        if (missing.empty()) continue;
        scope.note(entry.term,
                   "needs the access of " + party_names(record, missing) + ", and does not oblige them to give it");
    }
}

}  // namespace aidway
