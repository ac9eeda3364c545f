// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <variant>

#include "agreement/notes/note_scope.hpp"
#include "agreement/violence_words.hpp"
#include "agreement/words.hpp"
#include "scenario/theatre.hpp"

namespace aidway {
namespace {

bool strikes_where(const CeaseHostilities& body, const IncidentSourceRecord& source) {
    return !body.theatre || body.theatre == source.theatre;
}

bool is_committed(const ScenarioRecord& record, const CeaseHostilities& body, ViolenceKind kind) {
    const auto& sources = record.violence->by;
    return std::any_of(sources.begin(), sources.end(), [&](const auto& entry) {
        return entry.value.kind == kind && strikes_where(body, entry.value) &&
               std::find(body.parties.begin(), body.parties.end(), entry.value.party) != body.parties.end();
    });
}

bool commits(const ScenarioRecord& record, const CeaseHostilities& body, const Name& party) {
    const auto& sources = record.violence->by;
    return std::any_of(sources.begin(), sources.end(), [&](const auto& entry) {
        return entry.value.party == party && strikes_where(body, entry.value);
    });
}

void note_cessation(NoteScope& scope, const Term& term, const CeaseHostilities& body) {
    const auto& record = scope.scenario().record();
    const auto there = body.theatre ? " in that theatre" : "";
    for (const auto& party : body.parties) {
        if (commits(record, body, party)) continue;
        scope.note(term, "has " + record.parties.at(party.text).name +
                             " end violence, and the scenario has none by that party" + there);
    }
    std::vector<std::string> kinds;
    for (const auto kind : body.kinds) {
        if (!is_committed(record, body, kind)) kinds.push_back(in_words(kind));
    }
    if (!kinds.empty()) {
        scope.note(term, "ends " + join_words(kinds) + ", and the scenario has none by " +
                             (body.parties.size() == 1 ? "that party" : "these parties") + there);
    }
    if (body.theatre && body.no_gain_of_ground && theatres_of(*record.violence).size() > 1) {
        scope.note(term, "holds the whole front still, not only that of its theatre: a scenario has one front");
    }
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
