// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <variant>

#include "agreement/notes/note_scope.hpp"
#include "agreement/words.hpp"

namespace aidway {
namespace {

/// Whether a value is nought and stays so: none that is drawn.
bool never(const Scenario& scenario, const std::string& path, bool nought) {
    const auto& drawn = scenario.uncertain();
    return nought && std::none_of(drawn.begin(), drawn.end(), [&](const Uncertain& u) { return u.path == path; });
}

/// The longest inspection of a truck at a gate, in the scenario or by a term.
bool is_inspected(const NoteScope& scope, const Name& gate) {
    const auto& record = scope.scenario().record();
    if (!never(scope.scenario(), "gates/" + gate.text + "/inspection",
               record.gates.at(gate.text).inspection == Duration{0})) {
        return true;
    }
    return std::any_of(scope.in_force().begin(), scope.in_force().end(), [&](const TermInForce& entry) {
        const auto* checkpoint = std::get_if<Checkpoint>(&entry.term.body);
        if (!checkpoint || !checkpoint->inspection || *checkpoint->inspection == Duration{0}) return false;
        return std::find(checkpoint->gates.begin(), checkpoint->gates.end(), gate) != checkpoint->gates.end();
    });
}

bool nobody_inspects(const NoteScope& scope, const std::vector<Name>& gates) {
    return std::none_of(gates.begin(), gates.end(), [&](const Name& gate) { return is_inspected(scope, gate); });
}

void note_protection(NoteScope& scope, const Term& term, const ProtectCargo& body) {
    const auto& scenario = scope.scenario();
    for (const auto& name : body.goods) {
        const auto& goods = scenario.record().goods.at(name.text);
        if (never(scenario, "goods/" + name.text + "/per_person_day", goods.per_person_day == MassRate{})) {
            scope.note(term, "protects " + goods.name + ", which nobody sends: no plan asks for any");
        } else if (never(scenario, "goods/" + name.text + "/removed/chance", goods.removed.chance.value() == 0)) {
            scope.note(term, "protects " + goods.name + ", of which nothing is ever removed");
        }
    }
    const auto gates = body.gates.empty() ? every_gate(scenario.record()) : body.gates;
    if (nobody_inspects(scope, gates)) {
        scope.note(term, "protects nothing: goods are removed where trucks are inspected, and none is at these gates");
    }
}

}  // namespace

void note_cargo(NoteScope& scope) {
    for (const auto& entry : scope.in_force()) {
        if (const auto* body = std::get_if<ProtectCargo>(&entry.term.body)) note_protection(scope, entry.term, *body);
    }
}

void note_uninspected(NoteScope& scope) {
    for (const auto& entry : scope.in_force()) {
        const auto* body = std::get_if<Checkpoint>(&entry.term.body);
        if (!body || !(body->lanes || body->seals_honoured)) continue;
        std::vector<Name> idle;
        std::copy_if(body->gates.begin(), body->gates.end(), std::back_inserter(idle),
                     [&](const Name& gate) { return !is_inspected(scope, gate); });
        if (idle.empty()) continue;
        scope.note(entry.term, "speaks of lanes or seals at " + gate_names(scope.scenario().record(), idle) +
                                   ", where no truck is inspected");
    }
}

}  // namespace aidway
