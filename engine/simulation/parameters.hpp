// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/draw.hpp"
#include "core/law.hpp"
#include "core/quantity.hpp"
#include "scenario/scenario.hpp"
#include "simulation/climate_parameters.hpp"
#include "simulation/deterrence.hpp"
#include "simulation/violence_parameters.hpp"

namespace aidway {

/// At most so many classes of goods: a convoy's load is a fixed array.
inline constexpr std::size_t most_goods = 8;

struct GoodsParameters {
    double kilograms_per_cubic_metre = 0;
    MassRate per_person_day;
    double removal_chance = 0;
    Law removal_share;
    double struck_out = 0;
};

struct CommunityParameters {
    EntityKey key;
    std::int64_t population = 0;
    std::int64_t bays = 1;
    std::int64_t offload_s = 0;
    bool aid = true;  ///< whether convoys are planned for it
};

struct CopingStep {
    std::int64_t cover_s = 0;  ///< seconds of full need
    double eaten = 1.0;
};

struct EnclaveParameters {
    EntityKey key;
    std::vector<std::uint16_t> members;  ///< communities, ascending by key
    MassRate need;                       ///< all members together, at the start
    double informal = 0;                 ///< inflow as a share of need
    double local = 0;                    ///< production as a share of need
    double trade_at_start = 0;           ///< level of the market, as a share of its target
    double willing = 0;                  ///< share of the people at the start who would leave
    bool has_outside = false;            ///< whether traders and people have somewhere to come from and go to
    Mass opening_store;
    Mass opening_home;
};

/// The markets of enclaves; a scenario may have none.
struct TradeParameters {
    bool exists = false;
    std::int64_t refill_to_s = 0;    ///< cover, in seconds of full need
    std::int64_t refill_over_s = 1;  ///< time over which what is missing is refilled
    double daily_climb = 0;          ///< of the target, a day open
    double daily_decay = 0;          ///< of the level, a day shut
};

/// What a depot has of one class of goods.
struct DepotStock {
    bool limited = false;  ///< else there is always enough
    Mass at_start;
    Mass per_week;
    std::int64_t first_s = 0;  ///< when the first week's comes in
};

struct FleetParameters {
    EntityKey key;
    std::uint16_t depot = 0;
    std::uint16_t vehicle = 0;
    std::int64_t trucks = 0;
    double payload_kg = 0;
    double space_m3 = 0;
    std::int64_t convoy_trucks = 0;
    std::int64_t convoys_per_week = 0;
    std::int64_t announced_per_truck = 0;
};

struct GateParameters {
    EntityKey key;
    std::int64_t lanes = 1;
    std::int64_t inspection_s = 0;
};

/// A monitor of the scenario.
struct StandingMonitor {
    EntityKey key;
    MonitorSight sight;
};

/// Everything a replicate needs as plain numbers, once the uncertain values of its parameter point are drawn.
/// Deterministic in the record: only +, -, *, /, sqrt and core's own exp.
struct Parameters {
    std::int64_t period_s = 0;
    std::vector<GoodsParameters> goods;
    std::size_t food = 0;  ///< index of the goods that are eaten
    MassRate need_per_person;
    std::vector<CopingStep> coping;
    double diverted = 0;
    double diverted_monitored = 0;
    std::vector<EntityKey> parties;
    std::vector<std::uint16_t> party_order;  ///< ascending by key
    std::vector<CommunityParameters> communities;
    std::vector<std::uint16_t> community_order;  ///< ascending by key: the order in which they are served
    std::vector<std::uint16_t> enclave_of;
    std::vector<EnclaveParameters> enclaves;
    std::vector<FleetParameters> fleets;
    std::vector<std::array<DepotStock, most_goods>> depots;
    std::vector<GateParameters> gates;
    Hours movement;
    std::int64_t crew_s = 0;
    std::int64_t wait_limit_s = 0;
    std::int64_t cycle_s = 0;
    std::int64_t submitted_before_s = 0;
    AnswerChances answers;
    bool answers_by_climate = false;  ///< the decider's climate decides, in place of `answers` and the two below
    Law lag, part_people;
    double letter_daily = 0;
    double security_withheld = 0;
    std::vector<std::uint16_t> group_of;         ///< per community: of linked places; `no_group` for none
    double onset = 0, breaking = 0, repair = 0;  ///< chances a day
    double break_hazard = 0;                     ///< a day: that of `breaking`
    RenewalTest renewal_test = RenewalTest::nothing_broken;
    FrontResumes front_resumes = FrontResumes::shifted;
    std::optional<ClimateParameters> climate;
    std::optional<ViolenceParameters> violence;
    std::vector<StandingMonitor> monitors;
    std::optional<DeterrenceParameters> deterrence;
    double turn_back_kept = 0, turn_back_not_kept = 0;
    TradeParameters trade;
    double leaving_daily = 0;  ///< chance a day that one who would leave does, while civilians may pass
};

/// Plain numbers of a record. `record` may be a copy of the scenario's with drawn values put in.
[[nodiscard]] Parameters parameters_of(const Scenario& scenario, const ScenarioRecord& record);

}  // namespace aidway
