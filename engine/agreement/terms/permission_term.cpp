// SPDX-License-Identifier: Apache-2.0
#include "agreement/terms/permission_term.hpp"

#include <fmt/format.h>

#include "agreement/words.hpp"

namespace aidway {
namespace {

const std::vector<Name>& deciders_of(const PermissionTerm& term, const ScenarioRecord& record) {
    return term.deciders.empty() ? record.permission.deciders : term.deciders;
}

Silence silence_of(const PermissionTerm& term, const ScenarioRecord& record) {
    return term.silence_means.value_or(record.permission.silence_means);
}

const std::optional<Name>& higher_of(const PermissionTerm& term, const ScenarioRecord& record) {
    return term.escalates_to ? term.escalates_to : record.permission.escalates_to;
}

std::string silence_in_words(const PermissionTerm& term, const ScenarioRecord& record) {
    switch (silence_of(term, record)) {
        case Silence::refusal: return "silence means refusal";
        case Silence::consent: return "silence means consent";
        case Silence::escalate: return "after silence " + party_names(record, {*higher_of(term, record)}) + " is asked";
    }
    return {};
}

}  // namespace

const Type& describe(Tag<PermissionTerm>) {
    static const auto type = record<PermissionTerm>(
        "permission", "How aid is permitted; what is not said stays as in the scenario.",
        {required("procedure", &PermissionTerm::procedure, "two_step, notification_only or standing"),
         optional("deciders", &PermissionTerm::deciders, "parties that must all consent"),
         optional("deadline", &PermissionTerm::deadline, "an answer is due so long after submission", more_than(0)),
         optional("silence_means", &PermissionTerm::silence_means, "what no answer by the deadline means"),
         optional("escalates_to", &PermissionTerm::escalates_to, "the party that is asked when silence escalates")});
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
    if (term.escalates_to) resolver.party(*term.escalates_to);
    const bool escalates = silence_of(term, resolver.record()) == Silence::escalate;
    if (term.escalates_to && !escalates) {
        resolver.fault(term.escalates_to->at,
                       "'escalates_to' is asked nothing: silence does not escalate; write silence_means: escalate");
    } else if (escalates && !higher_of(term, resolver.record())) {
        resolver.fault(resolver.at(), "silence escalates to nobody: give 'escalates_to', here or in scenario.yaml");
    }
}

std::vector<PartyId> obliged_by_default(const PermissionTerm& term, const Scenario& scenario) {
    return party_ids(scenario, deciders_of(term, scenario.record()));
}

void apply(const PermissionTerm& term, const TermScope& scope, Rules& rules) {
    auto& permission = rules.permission;
    permission.procedure = term.procedure;
    if (!term.deciders.empty()) permission.deciders = party_ids(scope.scenario, term.deciders);
    permission.deadline = term.deadline.value_or(permission.deadline);
    permission.silence = term.silence_means.value_or(permission.silence);
    if (term.escalates_to) permission.higher = scope.scenario.find_party(term.escalates_to->text);
    permission.while_kept = scope.obligations;
    permission.covers_opened_roads = term.procedure != Procedure::notification_only;
    rules.asks_anew = true;
}

std::string sentence(const PermissionTerm& term, const Scenario& scenario) {
    const auto& record = scenario.record();
    const auto who = party_names(record, deciders_of(term, record));
    if (term.procedure == Procedure::notification_only) {
        return fmt::format("Aid convoys are notified to {}; no permission is asked.", who);
    }
    const auto& process = record.permission;
    const auto lasting = term.procedure == Procedure::standing
                             ? "One clearance stands for good"
                             : fmt::format("A plan for {} is asked for anew each time", in_words(process.cycle));
    return fmt::format("Aid convoys need the consent of {}, then a letter. An answer is due within {}; {}. {}.", who,
                       in_words(term.deadline.value_or(process.deadline)), silence_in_words(term, record), lasting);
}

std::string breach(const PermissionTerm& term, const Scenario& /*scenario*/) {
    switch (term.procedure) {
        case Procedure::two_step:
            return "Aid is permitted by another procedure than this one; an answer that comes late is silence, and no "
                   "breach.";
        case Procedure::notification_only: return "Aid convoys are asked for more than notice.";
        case Procedure::standing: return "A clearance that stands is asked for anew.";
    }
    return {};
}

}  // namespace aidway
