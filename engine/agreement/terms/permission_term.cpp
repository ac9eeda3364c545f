// SPDX-License-Identifier: Apache-2.0
#include "agreement/terms/permission_term.hpp"

#include <fmt/format.h>

namespace aidway {
namespace {

std::string days(Duration time) {
    if (time % one_day == Duration{0}) return fmt::format("{} days", time / one_day);
    return fmt::format("{} hours", time / std::chrono::hours{1});
}

const std::vector<Name>& deciders_of(const PermissionTerm& term, const Scenario& scenario) {
    return term.deciders.empty() ? scenario.record().permission.deciders : term.deciders;
}

}  // namespace

const Type& describe(Tag<PermissionTerm>) {
    static const auto type = record<PermissionTerm>(
        "permission", "How aid is permitted; what is not said stays as in the scenario.",
        {required("procedure", &PermissionTerm::procedure, "two_step, notification_only or standing"),
         optional("deciders", &PermissionTerm::deciders, "parties that must all consent"),
         optional("deadline", &PermissionTerm::deadline, "an answer is due so long after submission", more_than(0)),
         optional("silence_means", &PermissionTerm::silence_means, "what no answer by the deadline means")});
    return type;
}

std::string object_of(const PermissionTerm& term) {
    switch (term.procedure) {
        case Procedure::two_step: return "two_step";
        case Procedure::notification_only: return "notification_only";
        case Procedure::standing: return "standing";
    }
    return {};
}

void resolve(const PermissionTerm& term, Resolver& resolver) {
    for (const auto& decider : term.deciders) resolver.party(decider);
}

std::vector<PartyId> obliged_by_default(const PermissionTerm& term, const Scenario& scenario) {
    std::vector<PartyId> parties;
    for (const auto& decider : deciders_of(term, scenario)) parties.push_back(*scenario.find_party(decider.text));
    return parties;
}

void apply(const PermissionTerm& term, const TermScope& scope, Rules& rules) {
    auto& permission = rules.permission;
    permission.procedure = term.procedure;
    if (!term.deciders.empty()) {
        permission.deciders.clear();
        for (const auto& d : term.deciders) permission.deciders.push_back(*scope.scenario.find_party(d.text));
    }
    permission.deadline = term.deadline.value_or(permission.deadline);
    permission.silence = term.silence_means.value_or(permission.silence);
    permission.while_kept = scope.obligations;
    permission.covers_opened_roads = term.procedure != Procedure::notification_only;
    rules.asks_anew = true;
}

std::string sentence(const PermissionTerm& term, const Scenario& scenario) {
    std::vector<std::string> names;
    for (const auto& d : deciders_of(term, scenario)) names.push_back(scenario.record().parties.at(d.text).name);
    const auto who = join_words(names);
    if (term.procedure == Procedure::notification_only) {
        return fmt::format("Aid convoys are notified to {}; no permission is asked.", who);
    }
    const auto& process = scenario.record().permission;
    const auto deadline = days(term.deadline.value_or(process.deadline));
    const auto silence = term.silence_means.value_or(process.silence_means) == Silence::consent ? "consent" : "refusal";
    const auto lasting = term.procedure == Procedure::standing
                             ? "One clearance stands for good"
                             : fmt::format("A plan for {} is asked for anew each time", days(process.cycle));
    return fmt::format(
        "Aid convoys need the consent of {}, then a letter. An answer is due within {}; silence means {}. {}.", who,
        deadline, silence, lasting);
}

}  // namespace aidway
