// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <variant>

#include "agreement/notes/note_scope.hpp"
#include "agreement/words.hpp"

namespace aidway {
namespace {

bool overlap(const TermSpell& spell, Instant from, Instant until) {
    return std::max(spell.from, from) < std::min(spell.until, until);
}

/// The terms that open a gate to aid while another one holds.
std::set<std::string> openers(const NoteScope& scope, GateId gate, const TermSpell& spell) {
    std::set<std::string> names;
    for (const auto& grant : scope.rules().passage.grants(gate, Traffic::aid)) {
        const auto* opener = scope.of_origin(grant.origin);
        if (opener && grant.access == Access::open && overlap(spell, grant.from, grant.until)) {
            names.insert("'" + opener->name + "'");
        }
    }
    return names;
}

/// Whether a term further down says how many are turned back there, as long as this one holds.
bool is_overridden(const NoteScope& scope, const TermInForce& entry, const Name& gate) {
    const auto& terms = scope.in_force();
    return std::any_of(terms.begin(), terms.end(), [&](const TermInForce& later) {
        const auto* body = std::get_if<Checkpoint>(&later.term.body);
        return body && entry.origin < later.origin && body->turn_back && later.spell.from <= entry.spell.from &&
               later.spell.until >= entry.spell.until &&
               std::find(body->gates.begin(), body->gates.end(), gate) != body->gates.end();
    });
}

}  // namespace

void note_turned_back(NoteScope& scope) {
    const auto& scenario = scope.scenario();
    for (const auto& entry : scope.in_force()) {
        const auto* body = std::get_if<Checkpoint>(&entry.term.body);
        if (!body || !body->turn_back || body->turn_back->value() < 1) continue;
        std::vector<Name> gates;
        std::set<std::string> by;
        for (const auto& gate : body->gates) {
            if (is_overridden(scope, entry, gate)) continue;
            const auto opened = openers(scope, *scenario.find_gate(gate.text), entry.spell);
            if (!opened.empty()) gates.push_back(gate);
            by.insert(opened.begin(), opened.end());
        }
        if (gates.empty()) continue;
        scope.note(entry.term, "turns every convoy back at " + gate_names(scenario.record(), gates) +
                                   ", open to aid by " + join_words({by.begin(), by.end()}));
    }
}

}  // namespace aidway
