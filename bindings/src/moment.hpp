// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "programs.hpp"
#include "register.hpp"
#include "routing/earliest_arrival.hpp"
#include "routing/route_program.hpp"
#include "routing/traveller.hpp"
#include "scenario/rules.hpp"

namespace aidway::python {

/// Roads and gates for aid as an agreement leaves them at a moment with every obligation kept: what trucks meet.
class Moment {
public:
    /// Throws ScenarioError if there is no such agreement.
    Moment(const ScenarioFolder& folder, const std::string& agreement, std::int64_t at_s);

    [[nodiscard]] const Scenario& scenario() const { return scenario_; }
    [[nodiscard]] const RouteProgram& program(const FleetRecord& fleet) const;
    [[nodiscard]] TerminalId depot(const FleetRecord& fleet) const;
    /// Throws ScenarioError if there is no such community.
    [[nodiscard]] TerminalId community(const std::string& name) const;
    [[nodiscard]] TerminalId community(std::size_t place) const;
    /// The junction at which a fleet's trucks are at a terminal.
    [[nodiscard]] NodeId junction(const FleetRecord& fleet, TerminalId terminal) const;
    /// One per gate: by clearance counts as open. Delays are those of the fleet's full convoy, inspected as the
    /// agreement has it.
    [[nodiscard]] std::vector<GateState> states(const FleetRecord& fleet) const;

    /// The same gates over the day: open within their own hours and those in which convoys move. Offsets are counted
    /// from midnight, as `departure`.
    [[nodiscard]] std::vector<GateWindow> windows(const FleetRecord& fleet) const;

    /// When convoys begin to move.
    [[nodiscard]] Duration departure() const { return Duration{scenario_.record().movement.hours.from_s}; }

    /// One per fleet, in the order of their names, with communities to come to.
    [[nodiscard]] std::vector<Traveller> travellers(const std::vector<std::string>& to) const;
    /// How many trucks of aid a gate lets through on a day, and what decides it: nothing where it counts none.
    struct Limit {
        std::optional<std::int64_t> trucks_per_day;
        std::string by;    ///< "cap" of a term or of the baseline, or "inspection"
        std::string term;  ///< that grants passage; empty: the baseline
    };
    /// One per gate. Inspection takes trucks one by one in each lane, while gate and movement hours last.
    [[nodiscard]] std::vector<Limit> limits() const;

private:
    const ScenarioFolder& folder_;
    const Scenario& scenario_;
    const Agreement& agreement_;
    Rules rules_;
    Instant at_;
    VehiclePrograms programs_;
};

/// Names of gates, in the order given.
std::vector<std::string> gate_names(const Scenario& scenario, const std::vector<GateId>& ids);

/// Longitudes and latitudes in degrees along arcs, none of them twice in a row.
std::vector<std::pair<double, double>> points_along(const RoadNetwork& network, const std::vector<ArcId>& arcs);

}  // namespace aidway::python
