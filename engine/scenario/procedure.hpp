// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/fields/describe.hpp"

namespace aidway {

/// How a plan becomes a clearance.
enum class Procedure : std::uint8_t {
    two_step,           ///< an answer to the plan, then a letter, anew each cycle
    notification_only,  ///< neither; checkpoints and security remain
    standing,           ///< two steps once; the clearance does not expire with the cycle
};
const Type& describe(Tag<Procedure>);

/// Where answers come from.
enum class AnswerModel : std::uint8_t {
    independent,   ///< each answer is a coin flip of its own
    climate,       ///< coin flips too, with the chances of the decider's climate on the day
    common_shock,  ///< one coin flip a cycle for all requests and deciders
};
const Type& describe(Tag<AnswerModel>);

/// What no answer by the deadline means; `escalate`: one more round at a higher decider.
enum class Silence : std::uint8_t { refusal, consent, escalate };
const Type& describe(Tag<Silence>);

/// Chances of an answer, by the order full, part, silent; the rest is refused.
struct AnswersRecord {
    Probability full;
    Probability part;
    Probability silent;
    bool operator==(const AnswersRecord&) const = default;
};
const Type& describe(Tag<AnswersRecord>);

struct LetterRecord {
    Probability daily_chance;    ///< that the letter comes, each day after the answer
    Duration due = one_day * 3;  ///< the procedure's own promise; later letters count as late
    bool operator==(const LetterRecord&) const = default;
};
const Type& describe(Tag<LetterRecord>);

/// Places that are served together or not at all (tit for tat).
struct LinkedRecord {
    std::vector<Name> places;
    bool operator==(const LinkedRecord&) const = default;
};
const Type& describe(Tag<LinkedRecord>);

/// The permission pipeline without an agreement (model, section 3).
struct PermissionRecord {
    std::vector<Name> deciders;
    Procedure procedure = Procedure::two_step;
    Duration cycle = one_day * 30;
    Duration submitted_before = one_day * 10;
    Duration deadline = one_day * 7;
    Silence silence_means = Silence::refusal;
    std::optional<Name> escalates_to;  ///< the higher decider, where silence escalates
    AnswerModel answer_model = AnswerModel::independent;
    AnswersRecord answers;
    Chance<Duration> lag;                                         ///< from submission to answer
    Chance<Probability> part_people{Law{LawKind::beta, {2, 2}}};  ///< share of the people that a partial answer grants
    LetterRecord letter;
    Probability security_withheld;     ///< chance that a party withholds its guarantee for a day, from all
    std::vector<LinkedRecord> linked;  ///< places whose convoys depart only on the same day
    bool operator==(const PermissionRecord&) const = default;
};
const Type& describe(Tag<PermissionRecord>);

/// Daily hazards of a promise made (onset), unmade (break) and remade (repair).
struct ComplianceRecord {
    Hazard onset;
    Hazard breaking;
    Hazard repair;
    bool operator==(const ComplianceRecord&) const = default;
};
const Type& describe(Tag<ComplianceRecord>);

/// What the renewal of a term asks for.
enum class RenewalTest : std::uint8_t {
    nothing_broken,  ///< no obligation of the term was broken since the last renewal
    all_kept,        ///< every obligation of the term is kept; the first time, that nothing was broken
};
const Type& describe(Tag<RenewalTest>);

/// How a term that lasts only while it is renewed is renewed.
struct RenewalRecord {
    RenewalTest test = RenewalTest::nothing_broken;
    bool operator==(const RenewalRecord&) const = default;
};
const Type& describe(Tag<RenewalRecord>);

/// What happens to the history of control and gates after "no gain of ground" has held for a while.
enum class FrontResumes : std::uint8_t {
    shifted,    ///< it goes on from where it stood, later by the time that was kept
    unshifted,  ///< it jumps to where it was on that date
};
const Type& describe(Tag<FrontResumes>);

/// Chance that a convoy is turned back at a gate that inspects.
struct TurnBackRecord {
    Probability kept;      ///< where a kept term or an open road lets it pass
    Probability not_kept;  ///< where it passes by clearance alone
    bool operator==(const TurnBackRecord&) const = default;
};
const Type& describe(Tag<TurnBackRecord>);

}  // namespace aidway
