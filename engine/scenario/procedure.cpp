// SPDX-License-Identifier: Apache-2.0
#include "scenario/procedure.hpp"

#include "core/fields/leaf.hpp"

namespace aidway {

const Type& describe(Tag<Procedure>) {
    static const auto type =
        enum_type<Procedure>("procedure", "a procedure", {"two_step", "notification_only", "standing"});
    return type;
}

const Type& describe(Tag<Silence>) {
    static const auto type = enum_type<Silence>("silence", "a meaning of silence", {"refusal", "consent", "escalate"});
    return type;
}

const Type& describe(Tag<AnswerModel>) {
    static const auto type =
        enum_type<AnswerModel>("answer_model", "a model of answers", {"independent", "climate", "common_shock"});
    return type;
}

const Type& describe(Tag<AnswersRecord>) {
    static const auto type = record<AnswersRecord>(
        "answers", "Chances of a decider's answer; what is left to 1 is refused.",
        {required("full", &AnswersRecord::full, "all people and goods granted"),
         required("part", &AnswersRecord::part, "a share of the people granted, some goods struck out"),
         required("silent", &AnswersRecord::silent, "no answer")});
    return type;
}

const Type& describe(Tag<LetterRecord>) {
    static const auto type = record<LetterRecord>(
        "letter", "The letter that turns an answer into a clearance.",
        {required("daily_chance", &LetterRecord::daily_chance, "chance that it comes, each day after the answer"),
         optional("due", &LetterRecord::due, "when the procedure promises it; a later letter is late but counts",
                  at_least(0))});
    return type;
}

const Type& describe(Tag<LinkedRecord>) {
    static const auto type =
        record<LinkedRecord>("linked", "Places that are served together or not at all.",
                             {required("places", &LinkedRecord::places, "communities; two or more")});
    return type;
}

const Type& describe(Tag<RenewalTest>) {
    static const auto type =
        enum_type<RenewalTest>("renewal_test", "a test for renewal", {"nothing_broken", "all_kept"});
    return type;
}

const Type& describe(Tag<RenewalRecord>) {
    static const auto type = record<RenewalRecord>(
        "renewal", "How terms that last only while they are renewed are renewed.",
        {optional("test", &RenewalRecord::test,
                  "nothing_broken: no obligation of the term broke since the last renewal; all_kept: all are kept, and "
                  "the first time that nothing was broken")});
    return type;
}

const Type& describe(Tag<FrontResumes>) {
    static const auto type =
        enum_type<FrontResumes>("front_resumes", "how a frozen front goes on", {"shifted", "unshifted"});
    return type;
}

const Type& describe(Tag<PermissionRecord>) {
    static const auto type = record<PermissionRecord>(
        "permission_process", "How aid is permitted without an agreement.",
        {required("deciders", &PermissionRecord::deciders, "parties that must all consent"),
         optional("procedure", &PermissionRecord::procedure, "how a plan becomes a clearance"),
         optional("cycle", &PermissionRecord::cycle, "length of a plan", at_least(86400)),
         optional("submitted_before", &PermissionRecord::submitted_before, "a plan is submitted so long before",
                  at_least(0)),
         optional("deadline", &PermissionRecord::deadline, "an answer is due so long after submission", more_than(0)),
         optional("silence_means", &PermissionRecord::silence_means, "what no answer by the deadline means"),
         optional("escalates_to", &PermissionRecord::escalates_to, "the higher decider, where silence escalates"),
         optional("answer_model", &PermissionRecord::answer_model,
                  "independent: each answer a chance of its own; climate: chances by the decider's climate on the day; "
                  "common_shock: one chance a cycle for all requests and deciders"),
         required("answers", &PermissionRecord::answers, "chances of each answer"),
         required("lag", &PermissionRecord::lag, "time from submission to answer", at_least(0)),
         optional("part_people", &PermissionRecord::part_people, "share of the people that a partial answer grants"),
         required("letter", &PermissionRecord::letter, "the letter after the answer"),
         optional("security_withheld", &PermissionRecord::security_withheld,
                  "chance that a party that is asked withholds its security guarantee for a day, from all convoys"),
         optional("linked", &PermissionRecord::linked, "groups of places whose convoys depart only on the same day")});
    return type;
}

const Type& describe(Tag<ComplianceRecord>) {
    static const auto type = record<ComplianceRecord>(
        "compliance", "Daily hazards by which an obliged party keeps or breaks what it signed.",
        {required("onset", &ComplianceRecord::onset, "it begins to keep it"),
         required("break", &ComplianceRecord::breaking, "it stops keeping it"),
         required("repair", &ComplianceRecord::repair, "it keeps it again")});
    return type;
}

const Type& describe(Tag<TurnBackRecord>) {
    static const auto type = record<TurnBackRecord>(
        "turn_back", "Chances that a convoy is turned back at a gate that inspects.",
        {required("kept", &TurnBackRecord::kept, "where a kept term or an open road lets it pass"),
         required("not_kept", &TurnBackRecord::not_kept, "where it passes by clearance alone")});
    return type;
}

}  // namespace aidway
