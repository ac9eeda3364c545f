// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <string>

#include "agreement/notes/note_scope.hpp"
#include "agreement/notes/watchers.hpp"
#include "agreement/words.hpp"

namespace aidway {
namespace {

/// By which reports a consequence can be triggered at all.
enum class Trigger : std::uint8_t { none, wrong_reports, any };

std::vector<PartyId> every_party(const Scenario& scenario) {
    std::vector<PartyId> parties;
    for (const auto& [name, party] : scenario.record().parties) parties.push_back(*scenario.find_party(name.text));
    return parties;
}

bool is_bound(const Rules& rules, PartyId party) {
    return std::any_of(rules.obligations.begin(), rules.obligations.end(),
                       [&](const Obligation& o) { return o.party == party && o.from < o.until; });
}

bool meets(const ConsequenceRule& rule, PartyId party) { return !rule.against || *rule.against == party; }

/// What a monitor that counts can bring about by one act.
Trigger trigger_by(const ConsequenceRule& rule, const Watcher& watcher, const BannedAct& act,
                   const std::vector<PartyId>& parties) {
    if (act.from >= rule.until || !watcher.may_see(act)) return Trigger::none;
    if (meets(rule, act.party) && watcher.may_blame(act.party, act.party)) return Trigger::any;
    const bool blames_another = std::any_of(parties.begin(), parties.end(), [&](PartyId party) {
        return meets(rule, party) && watcher.may_blame(act.party, party);
    });
    return blames_another ? Trigger::wrong_reports : Trigger::none;
}

Trigger trigger_of(const NoteScope& scope, const ConsequenceRule& rule, const std::vector<Watcher>& watchers,
                   const std::vector<BannedAct>& banned) {
    auto best = Trigger::none;
    const auto parties = every_party(scope.scenario());
    for (const auto& watcher : watchers) {
        for (const auto& act : banned) best = std::max(best, trigger_by(rule, watcher, act, parties));
        const bool invents = watcher.invents() && std::any_of(parties.begin(), parties.end(), [&](PartyId party) {
                                 return meets(rule, party) && is_bound(scope.rules(), party);
                             });
        if (invents) best = std::max(best, Trigger::wrong_reports);
    }
    return best;
}

std::string by_whom(const Scenario& scenario, const ConsequenceRule& rule) {
    return rule.against ? " by " + scenario.record().parties[rule.against->index()].name : std::string();
}

void note_trigger(NoteScope& scope, const Term& term, const ConsequenceRule& rule,
                  const std::vector<BannedAct>& banned) {
    const auto& scenario = scope.scenario();
    const auto watchers = watchers_for(scenario, scope.rules(), rule);
    const bool watched =
        std::any_of(watchers.begin(), watchers.end(), [](const Watcher& watcher) { return watcher.sees_acts(); });
    if (!watched) {
        // That nobody is there at all is told by its companions.
        if (!scope.rules().monitors.empty() || !scenario.record().monitors.empty()) {
            scope.note(term, "can never be triggered: nobody whose reports it counts watches for violence");
        }
        return;
    }
    const auto trigger = trigger_of(scope, rule, watchers, banned);
    if (trigger == Trigger::any) return;
    const bool bans =
        std::any_of(banned.begin(), banned.end(), [&](const auto& act) { return meets(rule, act.party); });
    const auto whose = by_whom(scenario, rule);
    const auto why = bans ? "of the violence" + whose +
                                " that terms ban, those whose reports it counts see none, name "
                                "nobody, or come too late"
                          : "no term bans violence" + whose + " that the scenario has, and monitors watch nothing else";
    scope.note(
        term,
        (trigger == Trigger::none ? "can never be triggered: " : "can be triggered by wrong reports alone: ") + why);
}

/// Whether it notes that what follows is never carried out.
bool note_never_applied(NoteScope& scope, const Term& term, const ConsequenceRule& rule) {
    if (!(rule.certainty > 0)) {
        scope.note(term, "is never applied: its certainty is 0");
        return true;
    }
    const auto left = scope.scenario().calendar().until - rule.from;
    if (rule.lag < left) return false;
    scope.note(term, "is never applied: it follows " + in_words(rule.lag) + " after the reports, and the period ends " +
                         in_words(left) + " after it begins to count them");
    return true;
}

bool strikes_from_the_air(const ScenarioRecord& record, const ConsequenceRule& rule) {
    if (!record.violence) return false;
    const auto& sources = record.violence->by;
    return std::any_of(sources.begin(), sources.end(), [&](const auto& entry) {
        const auto& source = entry.value;
        return source.kind == ViolenceKind::air_strikes &&
               (!rule.against || record.parties.name(rule.against->index()) == source.party);
    });
}

}  // namespace

void note_idle_consequences(NoteScope& scope) {
    const auto& scenario = scope.scenario();
    const auto banned = banned_acts(scenario, scope.rules());
    for (const auto& rule : scope.rules().consequences) {
        const auto* entry = scope.named(rule.term);
        if (!entry || rule.from >= rule.until || note_never_applied(scope, entry->term, rule)) continue;
        note_trigger(scope, entry->term, rule, banned);
        if (rule.effect != ConsequenceEffect::ground_aircraft || strikes_from_the_air(scenario.record(), rule))
            continue;
        scope.note(entry->term, "grounds the aircraft of " +
                                    (rule.against ? scenario.record().parties[rule.against->index()].name
                                                  : std::string("whoever is blamed")) +
                                    ", and the scenario has no air strikes by " +
                                    (rule.against ? "that party" : "anybody"));
    }
}

}  // namespace aidway
