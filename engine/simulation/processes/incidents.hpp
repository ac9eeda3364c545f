// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// Acts of violence: per source a point process by Poisson embedding (model, sections 2 and 4). The rate of a source is
/// its own, times `while_kept` while its party keeps a cessation that ends this kind (0 as signed), times the factor of
/// the climate. A candidate happens where the rate then is above its height, so a higher rate keeps every incident of a
/// lower one.
struct Incidents {
    static constexpr StreamId stream = IncidentCandidates::stream;
    static void start(Context& context);
    static void on(const Due& due, Context& context);
    static void finish(Context&) {}
};

/// Incidents a day of a source now.
[[nodiscard]] double incident_rate(const Context& context, std::uint32_t source);

/// Whether what happened lately keeps convoys off this way: a severe incident near it or near the community, or any
/// incident on it.
[[nodiscard]] bool incident_stops(const Context& context, const Way& way, std::uint16_t community);

}  // namespace aidway
