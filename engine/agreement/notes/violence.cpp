// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <variant>

#include "agreement/notes/note_scope.hpp"
#include "agreement/violence_words.hpp"
#include "agreement/words.hpp"

namespace aidway {
namespace {

bool is_committed(const ScenarioRecord& record, const std::vector<Name>& by, ViolenceKind kind) {
    const auto& sources = record.violence->by;
    return std::any_of(sources.begin(), sources.end(), [&](const auto& entry) {
        return entry.value.kind == kind && std::find(by.begin(), by.end(), entry.value.party) != by.end();
    });
}

bool commits(const ScenarioRecord& record, const Name& party) {
    const auto& sources = record.violence->by;
    return std::any_of(sources.begin(), sources.end(), [&](const auto& entry) { return entry.value.party == party; });
}

void note_cessation(NoteScope& scope, const Term& term, const CeaseHostilities& body) {
    const auto& record = scope.scenario().record();
    for (const auto& party : body.parties) {
        if (commits(record, party)) continue;
        scope.note(term, "has " + record.parties.at(party.text).name +
                             " end violence, and the scenario has none by that party");
    }
    std::vector<std::string> kinds;
    for (const auto kind : body.kinds) {
        if (!is_committed(record, body.parties, kind)) kinds.push_back(in_words(kind));
    }
    if (kinds.empty()) return;
    scope.note(term, "ends " + join_words(kinds) + ", and the scenario has none by " +
                         (body.parties.size() == 1 ? "that party" : "these parties"));
}

}  // namespace

void note_violence(NoteScope& scope) {
    if (!scope.scenario().record().violence) return;
    for (const auto& entry : scope.in_force()) {
        if (const auto* body = std::get_if<CeaseHostilities>(&entry.term.body))
            note_cessation(scope, entry.term, *body);
    }
}

}  // namespace aidway
