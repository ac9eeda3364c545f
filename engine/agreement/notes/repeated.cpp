// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <variant>

#include "agreement/notes/note_scope.hpp"

namespace aidway {
namespace {

std::set<Name> as_set(const std::vector<Name>& names) { return {names.begin(), names.end()}; }

bool has_kinds(const CeaseHostilities& whole, const CeaseHostilities& part) {
    if (whole.kinds.empty()) return true;
    return !part.kinds.empty() && std::all_of(part.kinds.begin(), part.kinds.end(), [&](ViolenceKind kind) {
        return std::find(whole.kinds.begin(), whole.kinds.end(), kind) != whole.kinds.end();
    });
}

// Whether one term says all that another one says, times aside.
bool says(const CeaseHostilities& whole, const CeaseHostilities& part) {
    return as_set(whole.parties) == as_set(part.parties) && has_kinds(whole, part) &&
           (!whole.theatre || whole.theatre == part.theatre) && (whole.no_gain_of_ground || !part.no_gain_of_ground);
}

bool says(const NeedsBased& whole, const NeedsBased& part) { return whole.undo_links || !part.undo_links; }

/// Whether all that a term says is said by another one, in all its time.
template <class Body>
bool says(const TermInForce& whole, const TermInForce& part) {
    const auto* one = std::get_if<Body>(&whole.term.body);
    const auto* other = std::get_if<Body>(&part.term.body);
    return one && other && whole.spell.from <= part.spell.from && whole.spell.until >= part.spell.until &&
           part.spell.from < part.spell.until && says(*one, *other);
}

bool is_said_by(const TermInForce& part, const TermInForce& whole) {
    return says<CeaseHostilities>(whole, part) || says<NeedsBased>(whole, part);
}

}  // namespace

void note_repeated(NoteScope& scope) {
    const auto& terms = scope.in_force();
    for (const auto& entry : terms) {
        const auto found = std::find_if(terms.begin(), terms.end(), [&](const TermInForce& other) {
            if (entry.origin == other.origin || !is_said_by(entry, other)) return false;
            // Of two that are alike the earlier counts.
            return other.origin < entry.origin || !is_said_by(other, entry);
        });
        if (found != terms.end()) scope.note(entry.term, "says nothing new: '" + found->name + "' says it all");
    }
}

}  // namespace aidway
