// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "routing/traveller.hpp"

namespace aidway {

/// How far a search for the fewest gates goes.
struct OpeningOptions {
    std::int64_t most_tries = 50'000;  ///< sets of gates looked at before it settles for bounds
    std::size_t most_sets = 200;       ///< sets of the least size whose times are compared
};

/// The fewest gates to open, and what is then reached.
struct Openings {
    /// A place once they are open.
    struct Place {
        std::uint32_t time_ms;       ///< driving and delays of who is there first; `no_way_ms`: no road leads there
        std::uint32_t traveller;     ///< who that is, the first of those at one time; 0 where nobody comes
        std::vector<GateId> opened;  ///< those of the gates that he passes, by name
        bool served_before = false;  ///< whether somebody comes there with no gate opened
        bool operator==(const Place&) const = default;
    };
    std::vector<GateId> gates;    ///< by name; each of them is needed
    std::size_t lower_bound = 0;  ///< no set of fewer gates is enough; the number of gates where that is exact
    std::vector<Place> places;    ///< as asked
    [[nodiscard]] bool exact() const noexcept { return lower_bound == gates.size(); }
    bool operator==(const Openings&) const = default;
};

/// The fewest closed gates whose opening lets some traveller come to each place; places that no road leads to,
/// whatever opens, ask for nothing. Among sets of one size the one with the least sum of travel times (delays as the
/// travellers' states have them), then the one whose names come first. It answers about openings only.
///
/// Iterative deepening over a branch and bound: one gate of a cut must open; disjoint cuts, which no gate serves twice,
/// bound from below (dual ascent; Wong, Mathematical Programming 28, 1984). The problem is NP-hard for several places:
/// after `most_tries` sets it gives the set that opens the shortest ways one by one, and the bound that was proved.
/// Deterministic; relabelling changes nothing. Throws as `check_travellers`.
[[nodiscard]] Openings minimum_openings(std::span<const Traveller> travellers, const OpeningOptions& options = {});

}  // namespace aidway
