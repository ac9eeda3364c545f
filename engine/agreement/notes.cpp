// SPDX-License-Identifier: Apache-2.0
#include "agreement/notes.hpp"

#include <algorithm>
#include <array>
#include <variant>

#include "agreement/notes/note_scope.hpp"

namespace aidway {
namespace {

constexpr std::array checks{&note_times,         &note_switched_off,     &note_overridden,
                            &note_repeated,      &note_opened_twice,     &note_needless_notice,
                            &note_cargo,         &note_uninspected,      &note_turned_back,
                            &note_drop_zones,    &note_overlays,         &note_violence,
                            &note_holders,       &note_admission,        &note_companions,
                            &note_idle_monitors, &note_idle_consequences};

bool lays(const Agreement& agreement, const Name& overlay) {
    return std::any_of(agreement.terms.begin(), agreement.terms.end(), [&](const Term& term) {
        const auto* apply = std::get_if<ApplyOverlay>(&term.body);
        return apply && apply->overlay == overlay;
    });
}

}  // namespace

std::vector<Diagnostic> notes_on(const Scenario& scenario, const DatedAgreement& dated) {
    std::vector<Diagnostic> notes;
    NoteScope scope(scenario, dated, notes);
    for (const auto check : checks) check(scope);
    std::stable_sort(notes.begin(), notes.end());
    notes.erase(std::unique(notes.begin(), notes.end()), notes.end());
    return notes;
}

std::vector<Diagnostic> notes_on_overlays(const Scenario& scenario, const std::vector<DatedAgreement>& agreements) {
    std::vector<Diagnostic> notes;
    for (const auto& [name, overlay] : scenario.record().overlays) {
        const Name& wanted = name;  // clang 14 captures no structured binding
        const bool laid = std::any_of(agreements.begin(), agreements.end(),
                                      [&](const DatedAgreement& dated) { return lays(dated.agreement, wanted); });
        if (overlay.when == OverlayWhen::always || laid) continue;
        notes.push_back({"scenario.yaml", name.at, "",
                         "overlay '" + name.text + "' waits for an agreement, and no agreement lays it"});
    }
    return notes;
}

}  // namespace aidway
