// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "routing/route_program.hpp"
#include "simulation/nearness.hpp"
#include "simulation/parameters.hpp"
#include "simulation/route_programs.hpp"

namespace aidway {

/// How trucks are served at a gate.
struct GateService {
    std::int64_t each_s = 0;  ///< per truck; 0: nobody stops there
    std::int64_t lanes = 1;
    bool operator==(const GateService&) const = default;
};

/// A best way, and how far each place of incidents lies from it. Leg 0 leads to the first gate, the next one on through
/// it to the second; the last one ends at the destination.
struct KnownRoute {
    Route route;
    std::vector<double> from_places_m;
    std::vector<double> legs_m;  ///< [leg * places + place]
};

/// Trucks of a fleet before a gate on their way to a community.
struct Standing {
    std::uint16_t fleet = 0;
    std::uint16_t community = 0;
    const Route* way = nullptr;
    std::size_t step = 0;
};

/// The best ways from every fleet to every community, for each set of open gates, and of how they are run, that has
/// come up. One per thread. Gates are few and their states recur, so nearly every morning is a look-up. Exact: the
/// same gates run in the same way always give the same routes. Routes stay where they are until `use` is called with
/// other fleets or gates.
class RouteCache {
public:
    /// Terminals of the programs are the depots, then the communities. `programs` and `nearness` must outlive the
    /// cache.
    RouteCache(const RoutePrograms& programs, std::size_t depots, const Nearness& nearness);

    void use(const Parameters& parameters);

    /// What to say of an open gate that is run like this: never 0, which stands for a closed one. The expected delay
    /// is the inspection of a full convoy over the gate's lanes. Throws std::length_error when one gate is run in more
    /// than 255 ways.
    [[nodiscard]] std::uint8_t open_as(std::size_t gate, const GateService& service);

    /// Routes of fleet f to community c at index f * communities + c. `open` has one entry per gate: 0 where it is
    /// closed, else what `open_as` says. `slowed` are the overlays that slow roads then.
    [[nodiscard]] std::span<const KnownRoute> routes(const std::vector<std::uint8_t>& open, std::uint64_t slowed = 0);

    /// The best way on for trucks of a fleet that stand before the gate of a step of their way, to its community, by
    /// gates as above.
    [[nodiscard]] const KnownRoute& onward(const Standing& trucks, const std::vector<std::uint8_t>& open,
                                           std::uint64_t slowed);

    [[nodiscard]] const Nearness& nearness() const { return nearness_; }

private:
    using Known = std::map<std::vector<std::uint8_t>, std::vector<KnownRoute>>;      // by how gates are
    using Onward = std::tuple<std::uint64_t, std::uint16_t, std::uint16_t, NodeId>;  // slowed, fleet, community, from
    [[nodiscard]] TerminalId there(std::size_t community) const;
    [[nodiscard]] KnownRoute known_route(const RouteProgram& program, Route route);
    void load_states(const std::vector<std::uint8_t>& open, const FleetParameters& fleet);
    std::vector<KnownRoute> find(const std::vector<std::uint8_t>& open, std::uint64_t slowed);

    const RoutePrograms& programs_;
    std::size_t depots_;
    const Nearness& nearness_;
    RouteProgram::Scratch scratch_;
    std::size_t communities_ = 0;
    std::vector<FleetParameters> fleets_;
    std::vector<GateParameters> gates_;
    std::vector<std::vector<GateService>> services_;  ///< per gate: those that came up
    std::vector<GateState> states_;                   ///< scratch
    std::map<std::uint64_t, Known> known_;            ///< by what slows roads
    std::map<Onward, std::map<std::vector<std::uint8_t>, KnownRoute>> onward_;
    /// How far places lie from the legs of a way, by its gates and arcs: the same whatever the parameters.
    std::map<std::pair<std::vector<GateId>, std::vector<ArcId>>, std::vector<double>> legs_m_;
    std::uint64_t last_slowed_ = 0;
    const std::vector<std::uint8_t>* last_open_ = nullptr;
    const std::vector<KnownRoute>* last_ = nullptr;
};

}  // namespace aidway
