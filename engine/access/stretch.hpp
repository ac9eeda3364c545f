// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/gate.hpp"
#include "core/quantity.hpp"
#include "network/road_network.hpp"

namespace aidway {

/// A part of the roads, said in one of three ways.
struct Stretch {
    std::optional<std::string> gate;  ///< every arc of a gate
    std::optional<std::string> road;  ///< every arc of the roads of that name
    std::optional<LonLat> at;         ///< the piece of road from junction to junction that passes nearest, both ways
    Distance within = Distance::metres(200);  ///< of that place
};

/// What a stretch is on a network.
struct FoundStretch {
    std::vector<ArcId> arcs;    ///< ascending
    std::vector<GateId> gates;  ///< that have one of these arcs, ascending
    std::string fault;          ///< why there are none; else empty
};

/// Finds stretches on one network with its gates, which must outlive it.
class StretchFinder {
public:
    /// Every arc of a gate must exist and belong to one gate.
    StretchFinder(const RoadNetwork& network, const std::vector<Gate>& gates);

    /// Of two pieces at one distance the one with the lesser stable key is taken, so no numbering shows.
    /// Cost: linear in the arcs, with their shapes where a place is given.
    [[nodiscard]] FoundStretch find(const Stretch& stretch) const;
    /// The gates that have one of these arcs, ascending.
    [[nodiscard]] std::vector<GateId> gates_on(const std::vector<ArcId>& arcs) const;
    /// Those of a stretch's arcs that lie in no gate.
    [[nodiscard]] std::vector<ArcId> free_arcs(const FoundStretch& found) const;

private:
    [[nodiscard]] FoundStretch gate(const std::string& name) const;
    [[nodiscard]] FoundStretch road(const std::string& name) const;
    [[nodiscard]] FoundStretch nearest(LonLat at, Distance within) const;
    [[nodiscard]] FoundStretch with_gates(std::vector<ArcId> arcs) const;

    const RoadNetwork& network_;
    const std::vector<Gate>& gates_;
    std::vector<std::uint32_t> gate_of_;  ///< per arc; the number of gates where it lies in none
};

}  // namespace aidway
