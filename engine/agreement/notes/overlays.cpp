// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <variant>

#include "agreement/notes/note_scope.hpp"

namespace aidway {

void note_overlays(NoteScope& scope) {
    const auto& scenario = scope.scenario();
    for (const auto& entry : scope.in_force()) {
        const auto* body = std::get_if<ApplyOverlay>(&entry.term.body);
        if (!body || entry.spell.from >= entry.spell.until) continue;
        const auto& laid = scenario.overlays()[*scenario.record().overlays.index_of(body->overlay.text)];
        if (std::max(entry.spell.from, laid.from) < std::min(entry.spell.until, laid.until)) continue;
        scope.note(entry.term, "lays overlay '" + body->overlay.text + "', whose own dates lie outside it");
    }
}

}  // namespace aidway
