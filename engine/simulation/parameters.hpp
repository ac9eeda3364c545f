// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "core/draw.hpp"
#include "core/law.hpp"
#include "core/quantity.hpp"
#include "scenario/scenario.hpp"
#include "simulation/air_parameters.hpp"
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
    DropZone drop_zone = DropZone::none;
    std::vector<std::pair<std::uint16_t, std::uint16_t>> joins;  ///< party that takes it, enclave it is counted in then
};

struct CopingStep {
    std::int64_t cover_s = 0;  ///< seconds of full need
    double eaten = 1.0;
};

/// No community: who goes there is followed no further.
inline constexpr std::uint16_t nowhere = 0xffff;

/// Flour that bakeries bake at most from a date on.
struct BakeriesFrom {
    std::int64_t at_s = 0;
    MassRate capacity;
};

struct EnclaveParameters {
    EntityKey key;
    std::vector<std::uint16_t> members;   ///< communities at the start, ascending by key
    MassRate need;                        ///< all members together, at the start
    double informal = 0;                  ///< inflow as a share of need
    double local = 0;                     ///< production as a share of need
    double trade_at_start = 0;            ///< level of the market, as a share of its target
    double willing = 0;                   ///< share of the people at the start who would leave
    bool has_outside = false;             ///< whether traders and people have somewhere to come from and go to
    std::uint16_t leave_to = nowhere;     ///< community that takes in who leaves
    std::int64_t opening_medicine_s = 0;  ///< seconds of full need
    Mass opening_store;
    Mass opening_home;
    std::vector<BakeriesFrom> bakeries;  ///< by date; none where bread is no bottleneck
    Mass opening_diesel;
};

/// People moved by force.
struct EvacuationParameters {
    EntityKey key;
    std::uint16_t from = 0;
    std::uint16_t to = nowhere;
    std::int64_t at_s = 0;  ///< of history, since the start of the period
    std::int64_t people = 0;
    double share = 0;  ///< of those there, where `people` is 0
};

/// Medicine that is used up; a scenario may have none.
struct MedicineParameters {
    bool exists = false;
    std::size_t goods = 0;
    double grams_per_person_day = 0;
};

/// Bread as a part of what is handed out; nothing where the scenario has none.
struct BreadParameters {
    double share = 0;                   ///< of the ration
    std::optional<std::size_t> diesel;  ///< goods that bakeries burn; else they lack no fuel
    double diesel_per_flour = 0;        ///< mass over mass
};

/// The markets of enclaves; a scenario may have none.
struct TradeParameters {
    bool exists = false;
    std::int64_t refill_to_s = 0;    ///< cover, in seconds of full need
    std::int64_t refill_over_s = 1;  ///< time over which what is missing is refilled
    double daily_climb = 0;          ///< of the target, a day open
    double daily_decay = 0;          ///< of the level, a day shut
    double elasticity = 0;           ///< of prices, per cent for one per cent of inflow; it tells what fees do
};

/// What a depot has of one class of goods.
struct DepotStock {
    bool limited = false;  ///< else there is always enough
    Mass at_start;
    Mass per_week;
    std::int64_t first_s = 0;  ///< when the first week's comes in
};

/// How long goods are loaded over at a depot once they are cleared.
struct CrossLoading {
    EntityKey key;  ///< of the depot
    std::optional<Law> time;
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
    std::int64_t crews = 0;
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
    std::vector<std::uint16_t> enclave_of;       ///< at the start
    std::vector<EnclaveParameters> enclaves;
    std::vector<FleetParameters> fleets;
    std::vector<std::array<DepotStock, most_goods>> depots;
    std::vector<CrossLoading> cross_loading;  ///< per depot
    std::vector<AirOperationParameters> air;
    AllocationRule allocation = AllocationRule::in_turn;
    std::vector<GateParameters> gates;
    Hours movement;
    std::int64_t crew_s = 0;
    std::int64_t wait_limit_s = 0;
    bool reroute = false;  ///< convoys look for another way at a gate that is shut or full
    std::int64_t cycle_s = 0;
    std::int64_t submitted_before_s = 0;
    AnswerChances answers;
    bool answers_by_climate = false;         ///< the decider's climate decides, in place of `answers` and the two below
    std::optional<EntityKey> common_answer;  ///< where one draw a cycle decides all answers
    Law lag, part_people;
    double letter_daily = 0;
    std::int64_t letter_due_s = 0;
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
    std::vector<EvacuationParameters> evacuations;
    MedicineParameters medicine;
    BreadParameters bread;
};

/// Plain numbers of a record. `record` may be a copy of the scenario's with drawn values put in.
[[nodiscard]] Parameters parameters_of(const Scenario& scenario, const ScenarioRecord& record);

}  // namespace aidway
