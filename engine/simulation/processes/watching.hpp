// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

// Monitors by one number: first those of the scenario, then those that the agreement brings, in the order of its terms.

/// An act of violence that monitors may see.
struct Act {
    EntityKey key;  ///< with `number` it names the act
    std::uint32_t number = 0;
    std::uint32_t party = 0;
    std::uint32_t kind = 0;                 ///< bit of ViolenceKind
    std::uint16_t place = Event::no_index;  ///< of incidents
};

[[nodiscard]] std::size_t monitors_of(const Context& context);
[[nodiscard]] const MonitorSight& sight_of(const Context& context, std::size_t monitor);
[[nodiscard]] EntityKey key_of(const Context& context, std::size_t monitor);

/// Whether it is at work: always, or while its term holds.
[[nodiscard]] bool is_at_work(const Context& context, std::size_t monitor);

/// Whether a party lets it see. One that the agreement brings is admitted while the obligation is kept; one that stood
/// there before is shut out only by a break of what was kept.
[[nodiscard]] bool is_admitted(const Context& context, std::size_t monitor, std::uint32_t party);

/// The chance that it sees the act; 0 while the party hides it.
[[nodiscard]] double chance_to_see(const Context& context, std::size_t monitor, const Act& act);

/// The chance that it sees what a party does, over its kinds of violence by rate and over places by weight.
[[nodiscard]] double usual_chance_to_see(const Context& context, std::size_t monitor, std::uint32_t party);

/// Whether a consequence counts the reports of this monitor now.
[[nodiscard]] bool counts_for(const Context& context, const ConsequenceRule& consequence, std::size_t monitor);

}  // namespace aidway
