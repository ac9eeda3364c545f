// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields/describe.hpp"
#include "scenario/procedure.hpp"

namespace aidway {

/// What a decider does while its climate is in one state.
struct ClimateStateRecord {
    AnswersRecord answers;
    Probability letter_daily_chance;  ///< that the letter comes, each day after the answer
    Probability security_withheld;    ///< as in `permission`
    double violence = 1.0;            ///< factor on the rates of incidents
    bool operator==(const ClimateStateRecord&) const = default;
};
const Type& describe(Tag<ClimateStateRecord>);

/// The climate of access: per decider and region one of three ordered states, a Markov chain from day to day
/// (model, section 3). A hypothesis, rival to independent answers.
struct ClimateRecord {
    ClimateStateRecord closed;
    ClimateStateRecord restricted;
    ClimateStateRecord open;
    Probability starts_closed;  ///< at the start of the period; with the next, the rest starts open
    Probability starts_restricted;
    Hazard closed_to_restricted;
    Hazard restricted_to_open;
    Hazard restricted_to_closed;
    Hazard open_to_restricted;
    double cessation_lifts = 1.0;  ///< factor on the hazards upward while a cessation is kept by all its parties
    bool operator==(const ClimateRecord&) const = default;
};
const Type& describe(Tag<ClimateRecord>);

}  // namespace aidway
