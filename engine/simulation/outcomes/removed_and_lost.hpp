// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "simulation/event.hpp"
#include "simulation/outcome.hpp"

namespace aidway {

/// What was taken off at gates or destroyed under way, over that and what was delivered: of goods of any class that
/// left for a community and did not come back. 0 where nothing left.
class RemovedAndLost {
public:
    static constexpr EventKinds sees = kinds(EventKind::delivered, EventKind::removed, EventKind::lost);
    static constexpr OutcomeInfo info{
        .name = "removed_and_lost",
        .label = "Share removed and lost",
        .unit = "share",
        .doc = "mass of goods removed or lost under way, over that and what was delivered",
        .shape = OutcomeShape::community,
        .better = Better::lower,
        .safe = "beside rations delivered"};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    struct Ends {
        Mass delivered, gone;
    };
    std::vector<Ends> ends_;
};

}  // namespace aidway
