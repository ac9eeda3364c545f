// SPDX-License-Identifier: Apache-2.0
#include "agreement/notes/note_scope.hpp"

#include <algorithm>
#include <utility>

namespace aidway {

NoteScope::NoteScope(const Scenario& scenario, const DatedAgreement& dated, std::vector<Diagnostic>& notes)
    : scenario_(scenario),
      dated_(dated),
      notes_(notes),
      rules_(compile_rules(scenario, dated.agreement, dated.effective_from)) {
    const auto& terms = dated.agreement.terms;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (!terms[i].on) continue;
        in_force_.push_back({terms[i],
                             {static_cast<std::uint32_t>(i) + 1},
                             spell_of(scenario, terms[i], dated.effective_from),
                             name_of(terms[i])});
    }
}

const TermInForce* NoteScope::of_origin(PassageOrigin origin) const {
    const auto found = std::find_if(in_force_.begin(), in_force_.end(),
                                    [&](const TermInForce& entry) { return entry.origin == origin; });
    return found == in_force_.end() ? nullptr : &*found;
}

const TermInForce* NoteScope::named(std::string_view name) const {
    const auto found =
        std::find_if(in_force_.begin(), in_force_.end(), [&](const TermInForce& entry) { return entry.name == name; });
    return found == in_force_.end() ? nullptr : &*found;
}

bool NoteScope::is_own(const Term& term) const {
    return term.place.agreement.empty() || term.place.agreement == dated_.agreement.name;
}

void NoteScope::note(const Term& term, std::string message) {
    notes_.push_back({term.place.file, term.place.at, "", "'" + name_of(term) + "' " + std::move(message)});
}

}  // namespace aidway
