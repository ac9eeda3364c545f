// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/draw.hpp"
#include "core/fields/slot.hpp"
#include "simulation/context.hpp"
#include "simulation/model.hpp"
#include "simulation/own_obligations.hpp"
#include "simulation/parameter_points.hpp"

namespace aidway {

/// What lies before the day of the agreements: simulated once per replicate for all of them, or by each run for itself,
/// under its own agreement. The logs are the same; tests compare them.
enum class PastIs : std::uint8_t { shared, own };

/// Runs replicates of a model, one at a time, reusing its memory; a shared past is kept until another replicate is
/// asked for. One per thread; the model must outlive it.
class Runner {
public:
    explicit Runner(const Model& model, PastIs past = PastIs::shared);

    /// The complete log of one replicate under one agreement and arm, in order of time. Pure: the same key, variant
    /// and arm give the same log, whatever ran before. Valid until the next call.
    std::span<const Event> run(ReplicateKey key, std::size_t variant, Arm arm);

    /// How many things fell due in the replicate that ran last, whether they were worth a line of its log or not; fewer
    /// where violence followed a course that was known already.
    [[nodiscard]] std::int64_t fell_due() const { return now_.agenda.handed_out(); }

    /// What outcomes must know of the replicate that ran last.
    [[nodiscard]] const OutcomeScope& scope() const { return scope_; }

    /// In that replicate, where violence answers violence: how many bands of intensity ([0, 1), [1, 2), [2, 4) ...
    /// incidents a day) candidates were drawn for on the worst day of the worst source.
    [[nodiscard]] std::uint32_t bands_used() const { return now_.world.bands_used; }

private:
    /// Whether the point is another one than before.
    bool use_point(std::uint64_t seed, std::uint32_t point);
    /// What hangs on no agreement.
    void draw_beforehand(ReplicateKey key, bool new_point);
    [[nodiscard]] DueObligation due_of(const Obligation& obligation) const;

    struct Scene {
        World world;
        Agenda agenda;
    };
    [[nodiscard]] Context context_of(ReplicateKey key, Arm arm, const Rules& rules, GateLeaves& leaves,
                                     std::span<const OwnObligation> own_obligations, Scene& scene);
    /// Does all that falls due before `until_s`.
    void run_until(std::int64_t until_s, Scene& scene, Context& context);
    void live_through_past(ReplicateKey key);

    const Model& model_;
    ScenarioRecord record_;    ///< with the values of the current parameter point
    std::vector<Slot> slots_;  ///< of the uncertain values
    ParameterPoints points_;
    std::uint64_t seed_ = 0;
    std::uint32_t point_ = 0;
    bool has_point_ = false;
    Parameters parameters_;
    OutcomeScope scope_;
    RouteCache routes_;
    ReachCache reach_;
    std::vector<GateLeaves> leaves_;  ///< per variant
    IncidentCandidates candidates_;
    ViolenceCourse course_;
    DailyDraws climate_draws_, compliance_draws_;
    OwnObligations obligations_;
    Scene now_;
    EventLog log_;  ///< the past first

    /// A replicate as it stands at the midnight of the agreements' day.
    struct Past {
        std::optional<ReplicateKey> key;
        Scene scene;
        std::size_t logged = 0;
    };
    std::int64_t agreed_s_;  ///< that midnight, within the period; its beginning where each run has a past of its own
    Rules rules_before_;
    GateLeaves leaves_before_;
    Past past_;
};

/// Whether an event belongs to the time that outcomes count: for what flows, the whole of its stretch.
[[nodiscard]] inline bool counts(const Event& event, std::int64_t from_s) {
    const bool flows =
        (event.kind >= EventKind::informal_inflow && event.kind <= EventKind::eaten) || event.kind == EventKind::used;
    return (flows ? event.at_s - event.count : event.at_s) >= from_s;
}

}  // namespace aidway
