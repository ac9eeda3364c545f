// SPDX-License-Identifier: Apache-2.0
#include "agreement/notes/banned_acts.hpp"

#include <string>

#include "scenario/theatre.hpp"
#include "scenario/violence_bits.hpp"

namespace aidway {
namespace {

/// What each source of violence can do, for all time.
std::vector<BannedAct> possible_acts(const Scenario& scenario) {
    std::vector<BannedAct> acts;
    const auto& violence = *scenario.record().violence;
    const auto theatres = theatres_of(violence);
    for (const auto& [name, source] : violence.by) {
        BannedAct act{*scenario.find_party(source.party.text), source.kind, {}, {}, {},
                      theatre_index(theatres, source.theatre)};
        const auto before = acts.size();
        for (std::size_t p = 0; p < violence.where.size(); ++p) {
            if (theatre_of(violence.where[p].theatre) != theatre_of(source.theatre)) continue;
            act.place = p;
            acts.push_back(act);
        }
        if (acts.size() == before) acts.push_back(act);
    }
    return acts;
}

}  // namespace

std::vector<BannedAct> banned_acts(const Scenario& scenario, const Rules& rules) {
    std::vector<BannedAct> banned;
    if (!scenario.record().violence) return banned;
    const auto acts = possible_acts(scenario);
    const auto add = [&](const auto& promise, const auto& covers) {
        for (std::size_t i = 0; i < promise.parties.size(); ++i) {
            const auto& obligation = rules.obligations[promise.obligations[i].index()];
            if (obligation.from >= obligation.until) continue;
            for (const auto& act : acts) {
                if (act.party != promise.parties[i] || !covers(act)) continue;
                banned.push_back({act.party, act.kind, act.place, obligation.from, obligation.until, act.theatre});
            }
        }
    };
    for (const auto& cessation : rules.cessations) {
        add(cessation, [&](const BannedAct& act) { return cessation.covers(bit_of(act.kind), act.theatre); });
    }
    for (const auto& grounding : rules.groundings) {
        add(grounding, [](const BannedAct& act) { return act.kind == ViolenceKind::air_strikes; });
    }
    for (const auto& back : rules.pull_backs) {
        add(back,
            [&](const BannedAct& act) { return act.place && (back.kinds_at[*act.place] & bit_of(act.kind)) != 0; });
    }
    return banned;
}

}  // namespace aidway
