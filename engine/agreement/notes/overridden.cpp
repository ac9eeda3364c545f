// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <variant>

#include "agreement/notes/note_scope.hpp"
#include "agreement/words.hpp"

namespace aidway {
namespace {

bool covers(const TermSpell& whole, const TermSpell& part) {
    return part.from < part.until && whole.from <= part.from && whole.until >= part.until;
}

/// The last permission that an agreement states is the one it has, whenever that begins.
void note_permissions(NoteScope& scope) {
    const TermInForce* earlier = nullptr;
    for (const auto& entry : scope.in_force()) {
        if (!std::holds_alternative<PermissionTerm>(entry.term.body)) continue;
        if (earlier) scope.note(earlier->term, "is overridden by '" + entry.name + "', which comes after it");
        earlier = &entry;
    }
}

/// What both state of a gate, in the words of their fields.
std::vector<std::string> stated_by_both(const Checkpoint& earlier, const Checkpoint& later) {
    std::vector<std::string> keys;
    if (earlier.inspection && later.inspection) keys.emplace_back("inspection");
    if (earlier.lanes && later.lanes) keys.emplace_back("lanes");
    if (earlier.turn_back && later.turn_back) keys.emplace_back("turn_back");
    return keys;
}

void note_checkpoints(NoteScope& scope, const TermInForce& earlier, const TermInForce& later) {
    const auto* first = std::get_if<Checkpoint>(&earlier.term.body);
    const auto* second = std::get_if<Checkpoint>(&later.term.body);
    if (!first || !second || !covers(later.spell, earlier.spell)) return;
    std::vector<Name> both;
    std::copy_if(first->gates.begin(), first->gates.end(), std::back_inserter(both), [&](const Name& gate) {
        return std::find(second->gates.begin(), second->gates.end(), gate) != second->gates.end();
    });
    const auto keys = stated_by_both(*first, *second);
    if (both.empty() || keys.empty()) return;
    scope.note(earlier.term, "is overridden in " + join_words(keys) + " at " +
                                 gate_names(scope.scenario().record(), both) + " by '" + later.name +
                                 "', which comes after it");
}

/// Of two that hold at one time the later one flies.
void note_flights(NoteScope& scope, const TermInForce& earlier, const TermInForce& later) {
    const auto* first = std::get_if<AirDeliveryTerm>(&earlier.term.body);
    const auto* second = std::get_if<AirDeliveryTerm>(&later.term.body);
    if (!first || !second || first->operation != second->operation || !covers(later.spell, earlier.spell)) return;
    scope.note(earlier.term, "is overridden by '" + later.name + "', which comes after it and sends the same aircraft");
}

}  // namespace

void note_overridden(NoteScope& scope) {
    note_permissions(scope);
    const auto& terms = scope.in_force();
    for (std::size_t i = 0; i < terms.size(); ++i) {
        for (std::size_t j = i + 1; j < terms.size(); ++j) {
            note_checkpoints(scope, terms[i], terms[j]);
            note_flights(scope, terms[i], terms[j]);
        }
    }
}

}  // namespace aidway
