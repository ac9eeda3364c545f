// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// Acts of violence: per source a point process by Poisson embedding (model, sections 2 and 4). A candidate happens
/// where the rate of its source then is above its height, so a higher rate keeps every incident of a lower one. Where
/// violence answers violence, bands above those that were drawn beforehand are opened as rates ask for them: when a day
/// begins and when something has happened; in between rates only fall.
struct Incidents {
    static constexpr StreamId stream = IncidentCandidates::stream;
    static void start(Context& context);
    static void agree(Context& context);
    static void on(const Due& due, Context& context);
    static void finish(Context&) {}
};

/// Whether what happened lately keeps convoys off this way: a severe incident near it or near the community, or any
/// incident on it.
[[nodiscard]] bool incident_stops(const Context& context, const Way& way, std::uint16_t community);

}  // namespace aidway
