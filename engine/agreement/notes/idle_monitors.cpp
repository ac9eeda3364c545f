// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "agreement/notes/note_scope.hpp"
#include "agreement/notes/watchers.hpp"
#include "agreement/words.hpp"

namespace aidway {
namespace {

std::string where_it_is(const Monitor& term, const ScenarioRecord& record) {
    std::vector<std::string> places;
    for (const auto& road : term.where->roads) places.push_back(record.roads.at(road.text).name);
    for (const auto& place : term.where->communities) places.push_back(record.communities.at(place.text).name);
    return fmt::format("within {:g} km of {}", term.where->within.metres() / 1000, join_words(places, "or"));
}

/// Why it reports of no breach; "" where it may.
std::string why_idle(const Monitor& term, const Watcher& watcher, const std::vector<BannedAct>& banned,
                     const ScenarioRecord& record) {
    if (watcher.is_blind()) return "sees nothing: its coverage is 0";
    if (watcher.is_out_of_reach()) {
        return "sees nothing: no place where violence happens lies " + where_it_is(term, record);
    }
    if (banned.empty()) {
        return "sees no breach: no term bans violence that the scenario has, and monitors watch nothing else";
    }
    if (std::any_of(banned.begin(), banned.end(), [&](const BannedAct& act) { return watcher.may_see(act); }))
        return {};
    return "sees no breach: what the terms ban is done elsewhere, at other times, or by parties or in ways that it "
           "does not see";
}

}  // namespace

void note_idle_monitors(NoteScope& scope) {
    const auto& scenario = scope.scenario();
    const auto banned = banned_acts(scenario, scope.rules());
    for (const auto& rule : scope.rules().monitors) {
        const auto* entry = scope.named(rule.term);
        const auto* body = entry ? std::get_if<Monitor>(&entry->term.body) : nullptr;
        // Where it watches distribution too, its coverage of violence may well be nought.
        if (!body || !rule.sees_acts || rule.distribution || rule.from >= rule.until) continue;
        const Watcher watcher(scenario, rule);
        auto why = why_idle(*body, watcher, banned, scenario.record());
        if (why.empty()) continue;
        scope.note(entry->term, std::move(why) + (watcher.invents() ? "; all that it reports is false" : ""));
    }
}

}  // namespace aidway
