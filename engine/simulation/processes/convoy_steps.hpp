// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// What may fall due for a convoy; `Due::a` is its index in the world.
enum class ConvoyStep : std::uint8_t { morning, at_gate, at_destination, offloaded, home };

[[nodiscard]] Due convoy_due(std::int64_t at_s, Phase phase, ConvoyStep step, const Context& context,
                             std::uint32_t convoy);

/// An event about this convoy.
[[nodiscard]] Event about(EventKind kind, const Convoy& convoy);

/// The share of `mass` that `trucks` of `of` trucks carry: whole ticks, and the shares of all trucks add up exactly.
[[nodiscard]] Mass carried_by(Mass mass, std::int64_t trucks, std::int64_t of);

/// Sends some of a convoy's trucks home with their share of the load, for a reason: the last ones of those that stand
/// here or come after. They go home together when the last has come, and arrive after the driving done.
void turn_back(Context& context, std::uint32_t convoy, std::int64_t trucks, Reason reason);

/// Sends a whole convoy home, and with it what is under way today to places linked with its own.
void turn_all_back(Context& context, std::uint32_t convoy, Reason reason);

/// The convoy's first truck sets out at `from_s` for its next gate or its destination.
void drive_on(Context& context, std::uint32_t convoy, std::int64_t from_s);

/// How many trucks of a fleet could be there and back within the crew's day, were the way free: what a dispatcher
/// reckons with. Bounded by the slowest gate, the waiting limit, and the driving.
[[nodiscard]] std::int64_t trucks_in_a_day(const Context& context, const Route& route, std::uint16_t community,
                                           std::int64_t day_s);

/// Trucks that a load needs: by mass or by volume, whichever is more, rounded up.
[[nodiscard]] std::int64_t trucks_needed(const Parameters& parameters, const FleetParameters& fleet, const Load& load);

/// Go or no-go for every community, this morning.
void decide_morning(Context& context);

/// The convoy stands before the gate of its current step.
void arrive_at_gate(Context& context, std::uint32_t convoy);

/// Sends a whole convoy that stands before a gate another way, by gates believed open now, if the scenario has convoys
/// look for one and it can still be there and back in time; else home, for this reason.
void try_another_way(Context& context, std::uint32_t convoy, Reason reason);

/// The convoy is at its destination: which trucks can be offloaded in time.
void arrive_at_destination(Context& context, std::uint32_t convoy);

/// The trucks that could be offloaded have been: the load is delivered.
void deliver(Context& context, std::uint32_t convoy);

}  // namespace aidway
