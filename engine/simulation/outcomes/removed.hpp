// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "simulation/event.hpp"
#include "simulation/outcome.hpp"

namespace aidway {

/// Goods of any class taken off convoys at gates.
class Removed {
public:
    static constexpr OutcomeInfo info{.name = "removed_kg",
                                      .label = "Goods removed",
                                      .unit = "kg",
                                      .doc = "goods of any class taken off convoys at gates",
                                      .shape = OutcomeShape::community,
                                      .better = Better::lower,
                                      .safe = "beside rations delivered"};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    std::vector<Mass> removed_;
};

}  // namespace aidway
