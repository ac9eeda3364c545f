// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "agreement/agreement.hpp"
#include "scenario/scenario.hpp"

namespace aidway::test {

/// Free passage at a gate for some days, by the baseline.
struct OpenFor {
    std::uint32_t gate = 0;  ///< 0: a, 1: b
    Traffic traffic = Traffic::goods;
    double from_day = 0;
    double until_day = 0;
    Access access = Access::open;
    std::optional<MassRate> goods_per_day{};
};

/// A scenario small enough to work out by hand, made in memory. 7 July 2016, 00:00 UTC, is its first midnight.
///
///     north depot --24 km-- [gate a] --12 km-- one --6 km-- two
///                                               |
///     south depot --42 km-- [gate b] --12 km----+
///
/// Trucks go 10 m/s: north to one in 3,600 s (2,400 s to gate a), south to one in 5,400 s (4,200 s to gate b), from
/// one to two in 600 s. Everything is certain and favourable: the answer is yes after a day, the letter comes the day
/// after, nobody turns a convoy back. Gate a, held by gov, passes by clearance; gate b, held by opp, is closed to aid.
/// One has 10,000 people; a fleet of 20 trucks at each depot, convoys of 10, 3 a week. A test changes what it is about.
struct SmallScenario {
    SmallScenario();
    std::int64_t days = 60;
    Access aid_at_a = Access::by_clearance;
    Access aid_at_b = Access::closed;
    std::optional<double> a_closes_on_day;  ///< history closes gate a to aid then, for good
    bool hold_gates = true;                 ///< else nobody holds any
    bool has_detour = false;                ///< a way round gate a by gate c, 6 km to the east: 24 km from its near end
    std::vector<OpenFor> open_for;
    std::vector<ControlArea> areas;  ///< of control; none: the scenario does not say who holds what
    ScenarioRecord record;
    std::vector<Uncertain> uncertain;

    /// Traders and people on their own account come and go by the places of both depots, where gates let them.
    void add_outside();
    /// Markets with a climb of 28 % a week, so 4 % of the target a day, a decay of 10 % a day, and no refilling.
    void add_trade();
    /// Half the people would leave, with a hazard of 1/14 a day.
    void add_departures();
    /// Community `two` with 5,000 people, in an enclave of its own.
    void add_second_community();
    /// A party holds all ground from a day on; later calls take it over.
    void hold_ground(std::uint32_t party, double from_day);
    /// Only the fleet at the north depot.
    void without_south_fleet();
    /// Chances well inside (0, 1) everywhere: answers, letters, security, turn-backs, removals, promises.
    void make_chancy();
    /// A value given as a law, drawn once per parameter point.
    void add_uncertain(const std::string& path, Law law);

    [[nodiscard]] std::shared_ptr<const Scenario> build() const;
};

/// A place north and east of community one, in kilometres.
[[nodiscard]] LonLat small_place(double north_km, double east_km = 0);
/// The first midnight of every small scenario.
[[nodiscard]] Instant small_start();
[[nodiscard]] std::int64_t seconds_of_days(double days);

/// An agreement that begins `day` days after the first midnight.
[[nodiscard]] DatedAgreement agreement_from(double day, const std::string& name, std::vector<Term> terms);
/// Aid passes `road` ("a" or "b") from 06:00 to 18:00; obliges both parties.
[[nodiscard]] Term open_road(const std::string& road);
[[nodiscard]] Term permission_by(Procedure procedure);

}  // namespace aidway::test
