// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "access/passage_table.hpp"
#include "core/id.hpp"
#include "core/instant.hpp"
#include "scenario/overlay_record.hpp"

namespace aidway {

/// Sets of overlays are kept as bits.
inline constexpr std::size_t most_overlays = 64;

/// Where and when an overlay of the scenario may lie.
struct LaidOverlay {
    Instant from;  ///< half open
    Instant until;
    std::vector<GateId> gates;  ///< that it opens or narrows, ascending
    std::vector<ArcId> arcs;    ///< that it slows, ascending
    bool operator==(const LaidOverlay&) const = default;
};

/// How an overlay comes to lie there.
struct Laying {
    Instant from;  ///< half open; within these the overlay's own dates count
    Instant until;
    std::vector<ObligationId> while_kept;
    PassageOrigin origin;
};

/// What overlay `number` grants and forbids at its gates; nothing where it slows a road.
void lay(const OverlayRecord& overlay, std::size_t number, const LaidOverlay& where, const Laying& laying,
         PassageTable& passage);

/// While an overlay slows roads.
struct Slowing {
    std::size_t overlay = 0;
    Instant from;  ///< half open
    Instant until;
    bool operator==(const Slowing&) const = default;
};
/// Bits of the overlays that slow roads at a moment.
[[nodiscard]] std::uint64_t slowed_by(const std::vector<Slowing>& slowings, Instant at);
/// Every such set that occurs at some time, ascending; the empty one is always among them.
[[nodiscard]] std::vector<std::uint64_t> sets_of(const std::vector<Slowing>& slowings);

}  // namespace aidway
