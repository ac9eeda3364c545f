// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "access/gate.hpp"
#include "routing/route.hpp"
#include "simulation/event.hpp"
#include "simulation/incident_candidates.hpp"
#include "simulation/ledgers.hpp"
#include "simulation/parameters.hpp"

namespace aidway {

/// At most so many lanes at a gate, or bays in a community.
inline constexpr std::size_t most_lanes = 16;

using Load = std::array<Mass, most_goods>;  ///< mass per class of goods

/// One plan for one community and cycle, on its way through permission and into convoys.
struct Request {
    bool live = false;
    std::uint16_t cycle = 0;
    std::uint16_t attempt = 0;
    std::int64_t from_s = 0;
    std::int64_t until_s = 0;
    std::int64_t people = 0;
    std::uint64_t deciders = 0;  ///< bits of the parties that are asked
    int answers_due = 0;         ///< deciders that have not answered
    bool escalated = false;      ///< the higher decider was asked
    bool refused = false;
    bool silent_above = false;  ///< refused by the silence of the higher decider
    bool consented = false;
    bool cleared = false;
    std::int64_t consented_s = 0;       ///< when the last decider had consented
    std::int64_t ready_from_s = 0;      ///< when it was cleared; before that, when it was submitted
    double share = 1.0;                 ///< of the people granted: the least of all answers
    std::uint32_t struck = 0;           ///< bits of goods struck out by any answer
    Load remaining{};                   ///< planned and not yet on the road or ended
    Load can_go{};                      ///< by road before the cycle ends, at most: what is asked for
    Load granted{};                     ///< what may still go by clearance
    Mass sent;                          ///< on convoys, of all classes, and not come back
    bool last_limited = false;          ///< whether, on that day, only what is granted could go
    Reason last_reason = Reason::none;  ///< why the remainder did not go, on the last day that was tried
};

/// Where the trucks of a convoy are.
enum class ConvoyStage : std::uint8_t { under_way, offloading, going_home };

/// Why air did not bring what it was to bring.
inline constexpr std::array air_causes{Reason::refused,     Reason::silent,  Reason::letter_never_came,
                                       Reason::not_granted, Reason::weather, Reason::no_aircraft,
                                       Reason::no_drop_zone};

/// What air was to bring of one plan and did not, by cause.
struct AirMissed {
    bool any = false;
    std::array<Load, air_causes.size()> by_cause{};
};

/// Trucks on the road with their load; after a split, the part that goes on.
struct Convoy {
    std::uint16_t fleet = 0;
    std::uint16_t community = 0;
    std::uint16_t cycle = 0;
    std::uint16_t attempt = 0;
    std::uint16_t number = 0;
    bool by_clearance = false;  ///< may pass gates that pass by clearance
    bool limited = false;       ///< carries what an answer granted
    EntityKey key;
    const Route* route = nullptr;
    const std::vector<double>* legs_m = nullptr;  ///< [leg * places + place]: how far places of incidents lie from it
    std::size_t step = 0;
    std::int64_t before_s = 0;    ///< driven before it took this route: it was sent another way at a gate
    bool recalled = false;        ///< a convoy to a linked place was turned back: this one turns back too
    std::int64_t departed_s = 0;  ///< when it left its depot
    std::int64_t limit_s = 0;     ///< when the crew must be back
    std::int64_t driven_s = 0;
    std::int64_t leaves_s = 0;  ///< when its first truck leaves the gate before this leg, or the depot
    std::int64_t comes_s = 0;   ///< when its first truck is at the end of this leg
    std::int64_t spread_s = 0;  ///< from its first truck to its last
    std::int64_t trucks = 0;
    Reason reason = Reason::none;  ///< why it returns, when it does
    ConvoyStage stage = ConvoyStage::under_way;
    std::uint32_t version = 0;  ///< what was to happen to it under an earlier one is void
    Load load{};
};

struct FleetState {
    std::int64_t trucks = 0;  ///< at the depot
    std::int64_t crews = 0;   ///< likewise
    std::int64_t week = -1;
    std::int64_t convoys = 0;  ///< sent in that week
};

/// Trucks of one day at one gate.
struct GateDay {
    std::int64_t day = -1;
    std::int64_t sent = 0;    ///< out, by a way that leads through it
    std::int64_t passed = 0;  ///< through
};

/// Where trucks are served one after another: the lanes of a gate, the bays of a community.
struct Station {
    std::array<std::int64_t, most_lanes> free_at_s{};  ///< per lane
};

/// Food of one enclave: what agencies hold, what homes hold, and the rates since `since_s`.
struct Stock {
    std::int64_t since_s = 0;
    Mass store, home;
    MassRate need;  ///< of the people now there
    MassRate out, diverted, eaten, informal, local, market;
    bool bakes = false;  ///< whether bread must be baked before it is handed out
    MassRate bakeries;   ///< flour that they bake at most
    Mass diesel;         ///< for them
    MassRate diesel_used;
    bool monitored = false;     ///< how it is handed out: less is diverted
    bool empty = false;         ///< as was last said in the log
    std::uint32_t version = 0;  ///< of the rates; a change that was scheduled for older ones is void
};

/// The market of one enclave.
struct Market {
    double level = 0;            ///< share of its target that traders bring, while they may
    int open_looks = 0;          ///< of the looks since midnight, those that saw goods pass
    MassRate at_most;            ///< what may pass since the last look; none while nothing may
    double fees = 0;             ///< what traders pay since the last look, as a share of what goods are worth
    MassRate at_most_before;     ///< of the look before
    double fees_before = 0;      ///< likewise
    const Route* way = nullptr;  ///< the way goods take, as the last look saw it; none while nothing may pass
    MassRate wanted;             ///< what traders would bring if nothing capped them
};

/// Medicine of one enclave, used at the rate of full need while there is any.
struct MedicineStore {
    std::int64_t since_s = 0;
    Mass left;
    MassRate need;              ///< of the people now there
    std::uint32_t version = 0;  ///< as of Stock
};

/// Gates as dispatchers believed them to be when they last looked; per gate as RouteCache::open_as says.
struct BelievedGates {
    std::uint32_t leaves = 0;              ///< version of what was granted then; 0: they never looked
    bool covers_opened_roads = false;      ///< likewise of the procedure
    std::vector<std::uint32_t> versions;   ///< likewise of each gate
    std::vector<std::uint8_t> as_granted;  ///< were none shut by an incident
    std::vector<std::uint8_t> open;
};

/// What may pass between an enclave and the places outside that it knows.
struct Reach {
    static constexpr MassRate unlimited = MassRate::grams_per_day(std::numeric_limits<std::int64_t>::max());
    bool passes = false;
    MassRate goods_per_day;      ///< at most; `unlimited` where no gate on the way says
    double fees = 0;             ///< of goods: those of the dearest gate on the way, a share of what they are worth
    const Route* way = nullptr;  ///< the way they take; good as long as the cache of ways
};

/// Gates as one class of traffic found them when it last looked, and what followed for those that it asked about since.
struct SeenGates {
    std::uint32_t leaves = 0;                 ///< version of what was granted then; 0: it never looked
    bool some_shut = false;                   ///< whether an incident had some gate shut then
    std::vector<std::uint8_t> open;           ///< per gate
    std::vector<std::optional<Reach>> reach;  ///< per enclave
};

/// A number of people who leave, and what it was drawn from: the same draw comes up again under every agreement that
/// has changed nothing for a community so far.
struct KnownLeaving {
    std::int64_t willing = -1;
    double chance = 0;
    double u = 0;
    std::int64_t leave = 0;
};

/// How a fleet could reach a community this morning.
struct Way {
    std::uint16_t fleet = 0;
    const Route* route = nullptr;
    bool by_clearance = false;                           ///< passes gates that pass by clearance
    const std::vector<double>* from_places_m = nullptr;  ///< distance of each place of incidents from the way
    const std::vector<double>* legs_m = nullptr;         ///< likewise from each leg of it
};

/// When something last happened at a place of incidents.
struct LastIncident {
    static constexpr std::int64_t never = std::numeric_limits<std::int64_t>::min() / 2;
    std::int64_t any_s = never;
    std::int64_t severe_s = never;
};

/// A convoy that is being offloaded, and the bays as it found them; kept where incidents may hit convoys.
struct Offloading {
    std::uint32_t convoy = 0;
    std::int64_t arrived_s = 0;
    std::int64_t spread_s = 0;  ///< from the first truck that came to the last
    std::int64_t trucks = 0;
    Station bays;
};

/// How much there is of late to answer, of one party in one theatre.
struct Unanswered {
    std::int64_t at_s = 0;   ///< of the latest incident
    double earlier = 0;      ///< incidents before that second, each by the share of its answers that was to come then
    std::int64_t fresh = 0;  ///< incidents of that second: they bring others from the next second on
};

/// What its promises leave of a source, as they were kept last.
struct PromisedShare {
    static constexpr std::uint32_t unknown = 0xffff'ffff;
    std::uint32_t kept_version = unknown;
    double left = 1.0;
};

/// Whether a promise that holds everywhere forbids what a source does, as long as no obligation begins, ends or lapses.
struct Forbidden {
    std::int64_t until_s = std::numeric_limits<std::int64_t>::min();
    bool everywhere = false;
};

/// One consequence against one party.
struct ConsequenceState {
    std::int64_t blocked_until_s = 0;  ///< it can be triggered again from then on
    std::int64_t triggered = 0;        ///< those that were applied, or should have been by now
    std::int64_t applied = 0;
};

/// What one monitor saw of an act, and will report.
struct Sighting {
    std::int64_t at_s = 0;
    EntityKey key;
    std::uint16_t monitor = 0;
    std::uint16_t blamed = 0;
};

/// What there is, whatever has been agreed: what a shared past leaves to each of its futures.
struct Situation {
    std::vector<ClimateState> climate;      ///< per chain
    std::vector<double> violence;           ///< per theatre: factor on the rates of incidents, by today's climate
    std::vector<double> unprovoked;         ///< per source: its rate in today's climate, nothing answered or promised
    std::vector<LastIncident> incidents;    ///< per place
    std::vector<Unanswered> unanswered;     ///< per theatre and party, where violence answers violence
    std::vector<double> most_to_answer;     ///< likewise: of all that it answers, until the next incident there
    std::vector<double> bands_enough_for;   ///< likewise: less than so much of that needs no further band today
    std::vector<IntensityBand> next_bands;  ///< per source: the lowest that is not open today
    std::uint32_t bands_used = 0;           ///< bands of the source that had most of them open in a day
    std::size_t first_out = 0;              ///< no convoy before this one is on its way out
    std::vector<Offloading> offloading;
    std::vector<double> restraint;                 ///< per party: what deterrence leaves of its incidents and breaks
    std::vector<double> backfire;                  ///< per party: factor on its breaks while a consequence lasts
    std::vector<std::int64_t> grounded_until_s;    ///< per party: its aircraft do not fly until then
    std::vector<int> consequences_lasting;         ///< per party
    std::int64_t suspended_until_s = 0;            ///< all convoys stand still until then
    std::vector<GateDay> gate_days;                ///< per gate
    std::vector<std::array<Request, 2>> requests;  ///< per community, by parity of the cycle
    std::vector<std::uint8_t> standing;            ///< per community: a clearance that does not expire
    std::vector<std::array<Request, 2>> air_requests;  ///< per air operation and community, likewise
    std::vector<std::uint8_t> air_standing;            ///< likewise
    std::vector<std::array<AirMissed, 2>> air_missed;  ///< per community, by parity of the cycle
    std::vector<Convoy> convoys;
    std::vector<FleetState> fleets;
    std::vector<Load> taken;                    ///< per depot: left on convoys and not brought back
    std::vector<std::uint16_t> convoy_numbers;  ///< next number: per community, parity of the cycle, fleet
    std::vector<Station> gates;
    std::vector<std::int64_t> shut_until_s;  ///< per gate: shut by an incident until then
    std::int64_t all_unshut_s = 0;           ///< no gate is shut by an incident from then on
    std::int64_t history_lag_s = 0;          ///< by so much history lags behind the clock: the front stood still
    std::int64_t frozen_since_s = -1;        ///< when the front began to stand still; -1 while it does not
    std::vector<std::int64_t> people;        ///< residents per community
    std::vector<Station> bays;               ///< per community
    std::vector<Stock> stocks;               ///< per enclave
    std::vector<Market> markets;             ///< per enclave
    std::vector<std::int64_t> willing;       ///< per community: people who would leave and are still there
    std::vector<MedicineStore> medicines;    ///< per enclave
    std::vector<std::uint8_t> evacuated;     ///< per evacuation: whether it has happened
    std::vector<std::uint16_t> holders;      ///< per community: the party that holds its place, or none
    std::vector<std::uint16_t> enclave_of;   ///< per community
    std::vector<std::vector<std::uint16_t>> members;  ///< per enclave: communities, ascending by key

    /// Numbers of the next convoys of a community's plan, per fleet; they start from 0 with every plan and attempt.
    [[nodiscard]] std::span<std::uint16_t> numbers(std::uint16_t community, std::uint16_t cycle);

    void reset(const Parameters& parameters);
};

/// The state of one replicate: a situation, what hangs on the agreement, and scratch. It keeps its memory, so a
/// replicate allocates nothing after the first.
struct World : Situation {
    std::vector<std::uint8_t> kept;  ///< per obligation; changed by `keep` alone
    std::uint32_t kept_version = 0;  ///< of what is kept
    std::vector<std::uint8_t> ever_kept;
    std::vector<std::uint8_t> lapsed;            ///< per obligation; changed by `lapse` alone
    std::vector<std::uint8_t> broken_lately;     ///< per obligation: since its term was last renewed
    Ledgers ledgers;                             ///< of the monitors
    std::vector<PromisedShare> promised;         ///< per source of incidents
    std::vector<Forbidden> forbidden;            ///< likewise
    std::vector<ConsequenceState> consequences;  ///< per consequence and party
    std::vector<Sighting> sightings;             ///< of one act: scratch
    std::vector<std::int64_t> review_times;      ///< scratch
    std::vector<std::uint16_t> serving_order;    ///< communities: scratch of the morning
    std::vector<std::uint8_t> gates_ahead;       ///< per gate: scratch of a convoy that looks for another way
    std::vector<Way> ways;                       ///< scratch of the morning's decision
    std::array<BelievedGates, 2> believed;       ///< without a clearance, and with one
    std::array<SeenGates, traffic_classes> seen;
    std::vector<KnownLeaving> known_leaving;  ///< per community and day: kept from run to run
    std::vector<std::uint8_t> some_gates;     ///< per gate: scratch of what asks which are open

    void keep(std::size_t obligation, bool is_kept) {
        kept[obligation] = is_kept ? 1 : 0;
        ++kept_version;
    }

    /// Its term was not renewed: it binds no more.
    void lapse(std::size_t obligation) {
        lapsed[obligation] = 1;
        forbidden.assign(forbidden.size(), {});
    }

    /// An agreement with so many obligations: nothing of it has begun, and nobody has looked at the gates under it.
    void agree_to(std::size_t obligations, const Parameters& parameters);
};

}  // namespace aidway
