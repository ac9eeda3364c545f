// SPDX-License-Identifier: Apache-2.0
#include <utility>
#include <variant>

#include "agreement/notes/note_scope.hpp"
#include "agreement/words.hpp"

#include "scenario/drops.hpp"

namespace aidway {
namespace {

/// What is said of the places where this operation can drop nothing; "" where it can everywhere.
std::string told(const AirDeliveryTerm& term, const ScenarioRecord& record) {
    std::vector<std::string> without;
    bool too_high = false;
    const auto& operation = record.air_operations.at(term.operation.text);
    for (const auto& name : term.to) {
        const auto& place = record.communities.at(name.text);
        if (takes_drops(place.drop_zone, operation.altitude == DropAltitude::low)) continue;
        without.push_back(place.name);
        too_high = too_high || place.drop_zone == DropZone::low;
    }
    if (without.empty()) return {};
    const auto what = std::string(without.size() == 1 ? "has" : "have") + " no drop zone" +
                      (too_high ? " for drops from high altitude" : "");
    if (without.size() == term.to.size()) return "drops nothing: " + join_words(without) + " " + what;
    return "drops nothing at " + join_words(without, "or") + ", which " + what;
}

}  // namespace

void note_drop_zones(NoteScope& scope) {
    for (const auto& entry : scope.in_force()) {
        const auto* body = std::get_if<AirDeliveryTerm>(&entry.term.body);
        if (!body || body->method != AirMethod::drop || entry.spell.from >= entry.spell.until) continue;
        auto what = told(*body, scope.scenario().record());
        if (!what.empty()) scope.note(entry.term, std::move(what));
    }
}

}  // namespace aidway
