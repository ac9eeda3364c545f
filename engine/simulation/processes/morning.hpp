// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

[[nodiscard]] bool anything_left(const Request& request);

/// The plan that runs now and has something left; null when there is none.
[[nodiscard]] Request* plan_of(Context& context, std::uint16_t community);

/// Logs that no convoy left for a community this morning, and why.
void say_no_go(Context& context, std::uint16_t community, const Request& request, Reason reason);

/// Whether a convoy could leave now: `none`, or the first failing cause on the fastest way. `among`: so many
/// communities, this one included, share the trucks, the week's convoys and the room at gates evenly.
[[nodiscard]] Reason can_go(Context& context, std::uint16_t community, Request& request, std::int64_t among);

/// Sends what can go, one convoy a fleet, or says why nothing goes. Where `can_go` found a way for each of several
/// linked communities, `decide` for one after the other, among ever fewer, sends something to each.
void decide(Context& context, std::uint16_t community, Request& request, std::int64_t among);

/// Turns back what else is under way today to places linked with that of this convoy, which was turned back whole:
/// each turns at the next gate or at its destination, before offloading.
void recall_linked(Context& context, const Convoy& turned_back);

}  // namespace aidway
