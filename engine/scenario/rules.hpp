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
    std::vector<ObligationId> obligations;  ///< one per party, in the same order
    std::uint32_t kinds = 0;                ///< bits of ViolenceKind
    bool no_gain_of_ground = false;         ///< while all parties keep it, the front stands still
    bool operator==(const Cessation&) const = default;
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
    std::vector<MonitorRule> monitors;
    std::vector<ConsequenceRule> consequences;
    std::vector<Publication> publications;
    bool links_undone = false;  ///< linked places are served each by itself
    bool asks_anew = false;     ///< a term bears on aid: one request at once for the rest of the cycle
    bool operator==(const Rules&) const = default;
};

/// The rules without any agreement; equal, value for value, to those of an agreement without terms.
[[nodiscard]] Rules baseline_rules(const Scenario& scenario, Instant effective_from);

/// Whether all of `obligations` are kept.
[[nodiscard]] bool all_kept(std::span<const ObligationId> obligations, std::span<const std::uint8_t> kept);

}  // namespace aidway
