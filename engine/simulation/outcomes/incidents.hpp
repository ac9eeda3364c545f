// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "simulation/event.hpp"
#include "simulation/outcome.hpp"

namespace aidway {

/// Acts of violence in the whole theatre, by any party.
class Incidents {
public:
    static constexpr EventKinds sees = kinds(EventKind::incident);
    static constexpr OutcomeInfo info{.name = "incidents",
                                      .label = "Incidents",
                                      .unit = "incidents",
                                      .doc = "acts of violence, of any party and kind",
                                      .shape = OutcomeShape::scenario,
                                      .better = Better::lower,
                                      .safe = "yes",
                                      .needs = OutcomeNeeds::violence};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    std::int64_t incidents_ = 0;
};

}  // namespace aidway
