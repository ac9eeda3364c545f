// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// The climate of access: per party and region one of three ordered states, a Markov chain with a step at every
/// midnight (model, section 3). While all parties of some cessation keep it, the hazards upward are lifted: of every
/// region, or, where it holds in one theatre, of the region that bears its name. Runs where the scenario has a climate,
/// whoever asks for it: answers, letters, security, incidents.
struct Climate {
    static constexpr StreamId stream{7};
    static void start(Context& context);
    static void on(const Due& due, Context& context);
    static void finish(Context&) {}
};

/// What `party` does in the region of `community` in today's climate. The scenario must have a climate.
[[nodiscard]] const ClimateStateParameters& climate_of(const Context& context, PartyId party, std::uint16_t community);

}  // namespace aidway
