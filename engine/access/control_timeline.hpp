// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "core/lon_lat.hpp"

namespace aidway {

/// What is said of some ground: that a party holds it, that it is fought over, or that nobody knows.
enum class Ground : std::uint8_t { held, contested, unknown };

/// Ground that one party holds from one instant until another, the last not included; or that is contested or unknown.
/// Rings in any order and direction: what lies within an odd number of them is inside, so holes and several parts are
/// rings alike. The last point of a ring may repeat its first.
struct ControlArea {
    PartyId party;  ///< where the ground is held
    Instant from = Instant::min();
    Instant until = Instant::max();
    std::vector<std::vector<LonLat>> rings;
    Ground ground = Ground::held;
    std::vector<PartyId> claimants = {};  ///< ascending: between whom it is contested; empty where nobody is named
    std::int64_t priority = 0;            ///< where areas overlap, the highest decides

    /// Whether it gives way to `other` where both hold, as the earlier of two in a list.
    [[nodiscard]] bool yields_to(const ControlArea& other) const {
        return priority != other.priority ? priority < other.priority : from <= other.from;
    }
};

/// Who holds what ground when. Where areas overlap in place and time, that of the higher priority decides; of equal
/// ones the one that began later, and of those that began together the later in the list. Immutable; share it freely
/// between threads. Edges are straight in longitude and latitude; areas across the 180th meridian are to be cut there.
class ControlTimeline {
public:
    ControlTimeline() = default;
    explicit ControlTimeline(std::vector<ControlArea> areas);

    /// In the order in which they decide: the last that holds, wins.
    [[nodiscard]] const std::vector<ControlArea>& areas() const noexcept { return areas_; }

    /// The area that decides on the place; null where there is none. A point on an edge belongs to the area east of it,
    /// on a level edge to the area north of it: of areas that share an edge exactly one holds it.
    /// Cost: linear in the areas, and in the points of those whose frame holds the place.
    [[nodiscard]] const ControlArea* area_at(LonLat place, Instant at) const;
    /// Who holds the place; nothing where no area says, and on contested or unknown ground.
    [[nodiscard]] std::optional<PartyId> holder_at(LonLat place, Instant at) const;

    /// A part of a line, and who holds it all along; nobody on contested or unknown ground.
    struct Stretch {
        std::optional<PartyId> party;
        LonLat begin;
        bool operator==(const Stretch&) const = default;
    };
    /// Who holds a line of straight pieces at `at`, from its first point on; neighbouring stretches differ. What is
    /// shorter than about 10 cm is passed over: borders are not drawn so finely. Empty for fewer than two points.
    [[nodiscard]] std::vector<Stretch> along(std::span<const LonLat> line, Instant at) const;

    /// The instants after `from` and before `until` at which anything changes, ascending.
    [[nodiscard]] std::vector<Instant> changes(Instant from, Instant until) const;

private:
    /// The least box of longitude and latitude round an area.
    struct Frame {
        LonLat low;
        LonLat high;
    };
    void add_crossings(LonLat a, LonLat b, Instant at, std::vector<double>& shares) const;

    std::vector<ControlArea> areas_;
    std::vector<Frame> frames_;
};

}  // namespace aidway
