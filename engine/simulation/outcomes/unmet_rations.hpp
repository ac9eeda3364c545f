// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "simulation/event.hpp"
#include "simulation/outcome.hpp"

namespace aidway {

/// Full daily rations that people needed and did not eat: the sum over people of (1 - intake/need) dt.
class UnmetRations {
public:
    static constexpr OutcomeInfo info{.name = "unmet_rations",
                                      .label = "Rations missing",
                                      .unit = "rations",
                                      .doc = "full daily rations that people needed and did not eat",
                                      .shape = OutcomeShape::community,
                                      .better = Better::lower,
                                      .safe = "only beside closing stock: food in store at the end is not yet eaten"};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    std::vector<Mass> missing_;
};

}  // namespace aidway
