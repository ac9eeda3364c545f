// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>
#include <vector>

#include "simulation/event.hpp"
#include "simulation/outcome.hpp"

namespace aidway {

/// Where every planned ration ended: delivered, removed, lost, or not sent for a reason. The parts of one community add
/// up to what was planned, exactly; rations that left before the agreement's date are no part of it.
class WhereRationsEnded {
public:
    static constexpr EventKinds sees =
        kinds(EventKind::delivered, EventKind::removed, EventKind::lost, EventKind::ended);
    static constexpr OutcomeInfo info{.name = "reasons",
                                      .label = "Where planned rations ended",
                                      .unit = "rations",
                                      .doc = "planned daily rations by what became of them",
                                      .shape = OutcomeShape::community_reason,
                                      .better = Better::none,
                                      .safe = "yes"};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    /// Cells: community-major, then reason.
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    std::vector<std::array<Mass, reasons>> ended_;
};

}  // namespace aidway
