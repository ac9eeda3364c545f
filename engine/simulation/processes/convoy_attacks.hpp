// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// Incidents that hit convoys (model, section 4). No process of its own: an incident sets it off.
struct ConvoyAttacks {
    static constexpr StreamId stream{20};
};

/// An incident that convoys may be in reach of; `key` and `number` are those of its candidate.
struct Attack {
    std::uint16_t place = 0;
    bool severe = false;
    EntityKey key;
    std::uint32_t number = 0;
};

/// Whether the incident has a convoy in its reach: at the gate that its trucks wait at or pass, on the leg that its
/// first truck drives, or at the destination while it is offloaded. Trucks on their way home are not followed.
[[nodiscard]] bool in_reach(const Context& context, const Convoy& convoy, std::uint16_t place);

/// Convoys in reach may be hit, each by its own draw. Trucks that are hit are lost with their load, and all convoys
/// stand still for a while; what is left of the convoy turns back, trucks whose offloading has begun when they are
/// done. Offloading is broken off in the same way, without a hit, by an incident in reach of the destination or a
/// severe one near it.
void strike_convoys(Context& context, const Attack& attack);

/// Keeps how many trucks came to the destination now, and the bays as they found them, so that offloading can be broken
/// off.
void note_offloading(Context& context, std::uint32_t convoy, std::int64_t trucks, const Station& bays);
void end_offloading(Context& context, std::uint32_t convoy);

}  // namespace aidway
