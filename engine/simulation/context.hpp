// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/draw.hpp"
#include "scenario/rules.hpp"
#include "simulation/agenda.hpp"
#include "simulation/daily_draws.hpp"
#include "simulation/event_log.hpp"
#include "simulation/gate_leaves.hpp"
#include "simulation/holdings.hpp"
#include "simulation/incident_candidates.hpp"
#include "simulation/own_obligations.hpp"
#include "simulation/parameters.hpp"
#include "simulation/reach_cache.hpp"
#include "simulation/route_cache.hpp"
#include "simulation/violence_course.hpp"
#include "simulation/world.hpp"

namespace aidway {

/// What an agreement is worth as a text, or as it would be kept; always reported together.
enum class Arm : std::uint8_t { as_signed, as_kept };
inline constexpr int arms = 2;
[[nodiscard]] std::string_view name_of(Arm arm);

/// What a process may see and do within one replicate.
struct Context {
    ReplicateKey key;
    Arm arm = Arm::as_kept;
    const Parameters& parameters;
    const Rules& rules;
    Instant start;             ///< of the period
    std::int64_t effective_s;  ///< the agreement's date, since the start; may lie before or after the period
    World& world;
    Agenda& agenda;
    EventLog& log;
    RouteCache& routes;
    ReachCache& reach;
    GateLeaves& leaves;
    IncidentCandidates& candidates;
    ViolenceCourse& course;
    DailyDraws& climate_draws;                       ///< per chain
    DailyDraws& compliance_draws;                    ///< per obligation of any agreement
    std::span<const OwnObligation> own_obligations;  ///< those of this agreement
    const Holdings& holdings;
    std::int64_t now_s = 0;

    [[nodiscard]] Instant now() const { return start + Duration{now_s}; }
    /// The date whose history of control and gates holds now.
    [[nodiscard]] Instant history() const {
        const std::int64_t clock_s = world.frozen_since_s >= 0 ? world.frozen_since_s : now_s;
        return start + Duration{clock_s - world.history_lag_s};
    }
    /// What is granted at a gate now, hours aside; nothing while an incident has it shut.
    [[nodiscard]] const Leave& leave(GateId gate, Traffic traffic) const {
        static constexpr Leave none;
        if (now_s < world.shut_until_s[gate.index()]) return none;
        return leaves.leave(gate, traffic, now(), history(), world);
    }
    /// How terms have a gate run now.
    [[nodiscard]] const CheckInForce& check(GateId gate) const { return leaves.check(gate, now(), history(), world); }
    /// How trucks are served at a gate now.
    [[nodiscard]] GateService service(GateId gate) const;
    /// Overlays that slow roads now.
    [[nodiscard]] std::uint64_t slowed() const { return slowed_by(rules.slowings, now()); }
    [[nodiscard]] std::int64_t day() const { return now_s / 86'400; }
    [[nodiscard]] std::int32_t second_of_day() const { return static_cast<std::int32_t>(now_s % 86'400); }
    [[nodiscard]] Draw draw(StreamId stream, EntityKey entity, std::uint32_t slot) const {
        return {key, stream, entity, slot};
    }
    void emit(Event event) {
        event.at_s = now_s;
        log.add(event);
    }
    /// Adds to the agenda unless it lies beyond the period.
    void schedule(const Due& due) {
        if (due.at_s < parameters.period_s) agenda.add(due);
    }
    /// Whether the agreement holds now and these obligations of it are kept.
    [[nodiscard]] bool in_force(const std::vector<ObligationId>& obligations) const {
        return now_s >= effective_s && all_kept(obligations, world.kept);
    }
    /// The permission procedure in force now.
    [[nodiscard]] const PermissionRules& permission() const {
        return in_force(rules.permission.while_kept) ? rules.permission : rules.permission_before;
    }
};

/// Of gates that are open, those that an incident has shut now are not: they become 0. One entry per gate.
void close_shut(const Context& context, std::vector<std::uint8_t>& open);

}  // namespace aidway
