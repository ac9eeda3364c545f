// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "access/passage_table.hpp"
#include "core/draw.hpp"
#include "scenario/monitor_sight.hpp"
#include "scenario/overlay.hpp"
#include "scenario/scenario.hpp"

namespace aidway {

/// The permission procedure in force.
struct PermissionRules {
    Procedure procedure = Procedure::two_step;
    std::vector<PartyId> deciders;
    Duration deadline{0};
    Silence silence = Silence::refusal;
    std::vector<ObligationId> while_kept;  ///< of an agreement; when broken, the procedure before it returns
    bool covers_opened_roads = false;      ///< whether aid on an opened road needs this clearance too
    std::optional<PartyId> higher;         ///< who is asked when silence escalates
    bool operator==(const PermissionRules&) const = default;
};

/// Something a party must do; kept or not, from moment to moment.
struct Obligation {
    std::string term;  ///< unique name of the term
    PartyId party;
    EntityKey key;  ///< of term and party: the same in every agreement that has the term
    Instant from;   ///< half open
    Instant until;
    bool passage = true;  ///< of aid, goods or people: what a consequence may make its party break
    bool operator==(const Obligation&) const = default;
};

/// Kinds of violence that parties end. Each party answers for itself: its incidents of these kinds become fewer while
/// it keeps its obligation.
struct Cessation {
    std::vector<PartyId> parties;
    std::vector<ObligationId> obligations;   ///< one per party, in the same order
    std::uint32_t kinds = 0;                 ///< bits of ViolenceKind
    bool no_gain_of_ground = false;          ///< while all parties keep it, the front stands still
    std::optional<std::uint16_t> theatre{};  ///< its index; else it holds in all of them
    bool operator==(const Cessation&) const = default;
    /// Whether it speaks of what a source of such a kind does in a theatre.
    [[nodiscard]] bool covers(std::uint32_t kind, std::uint16_t in) const {
        return (kinds & kind) != 0 && theatre.value_or(in) == in;
    }
};

/// Aircraft that stay on the ground: the air strikes of each party end while it keeps this.
struct Grounding {
    std::vector<PartyId> parties;
    std::vector<ObligationId> obligations;  ///< one per party, in the same order
    bool operator==(const Grounding&) const = default;
};

/// Kinds of violence that parties keep away from a road; each party answers for itself.
struct PullBack {
    std::vector<PartyId> parties;
    std::vector<ObligationId> obligations;  ///< one per party, in the same order
    std::vector<std::uint32_t> kinds_at;    ///< per place of incidents: bits of ViolenceKind that end there
    bool operator==(const PullBack&) const = default;
};

/// A term that lapses unless it is renewed every so often; what lapses are its obligations, and with them all that
/// hangs on them.
struct Renewal {
    std::string term;
    Instant from;
    Duration every{0};
    std::vector<ObligationId> obligations;
    bool operator==(const Renewal&) const = default;
};

/// How aid goes by air.
enum class AirMethod : std::uint8_t {
    drop,    ///< dropped at communities
    bridge,  ///< landed at a depot, from which convoys go on
};

/// Flights of one operation of the scenario. Of two that hold at one time the later term counts.
struct AirDelivery {
    std::size_t operation = 0;  ///< index of the scenario's `air_operations`
    AirMethod method = AirMethod::drop;
    std::vector<CommunityId> to;     ///< of drops, in an order that does not depend on how the file has them
    std::optional<DepotId> depot{};  ///< of a bridge
    bool asks = true;                ///< whether each plan is asked for; else days may be denied
    std::optional<std::int64_t> sorties_per_day{};  ///< promised; else all that can be flown
    std::vector<ObligationId> obligations;
    Instant from;  ///< half open
    Instant until;
    bool operator==(const AirDelivery&) const = default;
};

/// Aid goes first where least is left, while this is kept.
struct NeedsFirst {
    bool undoes_links = false;  ///< linked places are served each by itself
    std::vector<ObligationId> obligations;
    Instant from;  ///< half open
    Instant until;
    bool operator==(const NeedsFirst&) const = default;
};

/// A monitor that counts for an agreement: one of the scenario, or one that the agreement brings.
struct MonitorRule {
    std::string term;
    EntityKey key;                          ///< of its name; all its draws hang on it
    std::optional<std::uint32_t> standing;  ///< index of a monitor of the scenario
    MonitorSight sight;                     ///< of its own, where it is none of those
    bool sees_acts = true;                  ///< else it watches distribution alone
    bool everywhere = true;                 ///< else near the gates and communities below
    std::vector<GateId> gates;
    std::vector<CommunityId> communities;
    double within_m = 0;
    bool distribution = false;              ///< it watches distribution in the enclaves of `communities`, or in all
    std::vector<ObligationId> admitted_by;  ///< whoever breaks his hides his acts from it
    Instant from;                           ///< half open
    Instant until;
    bool operator==(const MonitorRule&) const = default;
};

/// What follows when a monitor's ledger shows so many reports against a party.
struct ConsequenceRule {
    std::string term;
    EntityKey key;
    std::optional<EntityKey> by;  ///< key of a monitor; else any that counts for the agreement, each by itself
    ReportTrigger after;
    double share = 0;                ///< least share of the party in what was attributed meanwhile
    std::optional<PartyId> against;  ///< else whoever is blamed
    ConsequenceEffect effect = ConsequenceEffect::sanctions;
    Duration lag{0};
    Duration lasting{0};
    double certainty = 1;           ///< chance that it is applied once triggered
    std::optional<bool> published;  ///< else whether the terms are
    Instant from;                   ///< half open
    Instant until;
    bool operator==(const ConsequenceRule&) const = default;
};

/// While this holds, the terms are public.
struct Publication {
    std::vector<ObligationId> while_kept;
    Instant from;  ///< half open
    Instant until;
    bool operator==(const Publication&) const = default;
};

/// What an agreement makes of a scenario. One plain struct per domain; the scenario itself is never touched.
struct Rules {
    Instant effective_from;
    PassageTable passage;
    PermissionRules permission_before;
    PermissionRules permission;  ///< from `effective_from`
    std::vector<Obligation> obligations;
    std::vector<Cessation> cessations;
    std::vector<Renewal> renewals;
    std::vector<Slowing> slowings;  ///< overlays that slow roads, those of the scenario first
    std::vector<Grounding> groundings;
    std::vector<PullBack> pull_backs;
    std::vector<AirDelivery> air;  ///< in the order of terms
    std::vector<NeedsFirst> needs_first;
    std::vector<MonitorRule> monitors;
    std::vector<ConsequenceRule> consequences;
    std::vector<Publication> publications;
    bool asks_anew = false;  ///< a term bears on aid: one request at once for the rest of the cycle
    bool operator==(const Rules&) const = default;
};

/// The rules without any agreement; equal, value for value, to those of an agreement without terms.
[[nodiscard]] Rules baseline_rules(const Scenario& scenario, Instant effective_from);

/// Whether all of `obligations` are kept.
[[nodiscard]] bool all_kept(std::span<const ObligationId> obligations, std::span<const std::uint8_t> kept);

}  // namespace aidway
