// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "scenario/rules.hpp"

namespace aidway {

/// Violence of one source at one place that a term bans for a while: what monitors may report.
struct BannedAct {
    PartyId party;
    ViolenceKind kind = ViolenceKind::shelling;
    std::optional<std::size_t> place;  ///< index of `violence/where`; nothing where the source's theatre has no places
    Instant from;                      ///< half open
    Instant until;
    std::uint16_t theatre = 0;  ///< its index
};

/// All of them, as the engine tells breaches: a promise in force, by the party that acts, which speaks of the act.
/// Empty where the scenario has no violence.
[[nodiscard]] std::vector<BannedAct> banned_acts(const Scenario& scenario, const Rules& rules);

}  // namespace aidway
