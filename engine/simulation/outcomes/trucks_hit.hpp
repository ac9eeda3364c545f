// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "simulation/event.hpp"
#include "simulation/outcome.hpp"

namespace aidway {

/// Trucks lost in attacks, for every thousand truck-days on the road. A truck that leaves its depot counts one
/// truck-day, as none stays out overnight. 0 where no truck left.
class TrucksHit {
public:
    static constexpr EventKinds sees = kinds(EventKind::trucks_hit, EventKind::convoy_departed);
    static constexpr OutcomeInfo info{
        .name = "trucks_hit",
        .label = "Trucks hit",
        .unit = "trucks per 1,000 truck-days",
        .doc = "trucks lost in attacks with their crews, for every 1,000 that left a depot, each for a day",
        .shape = OutcomeShape::scenario,
        .better = Better::lower,
        .safe = "beside rations delivered",
        .needs = OutcomeNeeds::violence};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    std::int64_t hit_ = 0;
    std::int64_t departed_ = 0;
};

}  // namespace aidway
