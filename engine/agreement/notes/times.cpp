// SPDX-License-Identifier: Apache-2.0
#include "agreement/notes/note_scope.hpp"
#include "agreement/words.hpp"

namespace aidway {

void note_times(NoteScope& scope) {
    for (const auto& [term, origin, spell, name] : scope.in_force()) {
        if (spell.from >= spell.until) {
            // Inherited terms are told too: whether they come in time hangs on the date of who inherits them.
            scope.note(term, "never holds: the period ends before it begins");
        } else if (term.renewal && *term.renewal >= spell.until - spell.from) {
            scope.note(term, "is never asked to be renewed: it ends after " + in_words(spell.until - spell.from) +
                                 ", and its renewal is due every " + in_words(*term.renewal));
        } else if (term.lasting && spell.from + *term.lasting > spell.until) {
            scope.note(term,
                       "lasts longer than the period: it ends with it, after " + in_words(spell.until - spell.from));
        }
    }
}

void note_switched_off(NoteScope& scope) {
    for (const auto& term : scope.agreement().terms) {
        // What an agreement built on another switches off, it means to.
        if (!term.on && scope.is_own(term)) scope.note(term, "is switched off where it is written: it has no effect");
    }
}

}  // namespace aidway
