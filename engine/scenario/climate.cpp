// SPDX-License-Identifier: Apache-2.0
#include "scenario/climate.hpp"

namespace aidway {

const Type& describe(Tag<ClimateStateRecord>) {
    using C = ClimateStateRecord;
    static const auto type = record<C>(
        "climate_state", "What a decider does while its climate is in this state.",
        {required("answers", &C::answers, "chances of an answer"),
         required("letter_daily_chance", &C::letter_daily_chance, "that the letter comes, each day after the answer"),
         required("security_withheld", &C::security_withheld,
                  "chance that it withholds its guarantee of security for a day, from all convoys to the region"),
         optional("violence", &C::violence, "factor on the rates of incidents", at_least(0))});
    return type;
}

const Type& describe(Tag<ClimateRecord>) {
    using C = ClimateRecord;
    static const auto type = record<C>(
        "climate", "The climate of access: per decider and region one of three ordered states, from day to day.",
        {required("closed", &C::closed, "the worst state"), required("restricted", &C::restricted, "the middle state"),
         required("open", &C::open, "the best state"),
         required("starts_closed", &C::starts_closed, "chance of that state on the first day"),
         required("starts_restricted", &C::starts_restricted, "likewise; the rest starts open"),
         required("closed_to_restricted", &C::closed_to_restricted, "hazard of this move"),
         required("restricted_to_open", &C::restricted_to_open, "hazard of this move"),
         required("restricted_to_closed", &C::restricted_to_closed, "hazard of this move"),
         required("open_to_restricted", &C::open_to_restricted, "hazard of this move"),
         optional("cessation_lifts", &C::cessation_lifts,
                  "factor on the two moves upward while a cessation of hostilities is kept by all its parties",
                  at_least(0))});
    return type;
}

}  // namespace aidway
