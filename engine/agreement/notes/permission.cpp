// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <variant>

#include "agreement/notes/note_scope.hpp"

namespace aidway {
namespace {

/// Whether some gate lets aid pass by clearance while the term holds: there it matters how clearance is given.
bool clearance_matters(const PassageTable& passage, const TermSpell& spell) {
    for (std::uint32_t gate = 0; gate < passage.gates(); ++gate) {
        const auto grants = passage.grants({gate}, Traffic::aid);
        const bool here = std::any_of(grants.begin(), grants.end(), [&](const Passage& grant) {
            return grant.access == Access::by_clearance && grant.from < spell.until && grant.until > spell.from;
        });
        if (here) return true;
    }
    return false;
}

}  // namespace

void note_needless_notice(NoteScope& scope) {
    for (const auto& entry : scope.in_force()) {
        const auto* body = std::get_if<PermissionTerm>(&entry.term.body);
        if (!body || body->procedure != Procedure::notification_only || entry.spell.from >= entry.spell.until) continue;
        if (clearance_matters(scope.rules().passage, entry.spell)) continue;
        scope.note(entry.term,
                   "changes nothing: no gate lets aid pass by clearance, and at open ones notice is enough without it");
    }
}

}  // namespace aidway
