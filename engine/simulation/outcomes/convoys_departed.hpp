// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "simulation/event.hpp"
#include "simulation/outcome.hpp"

namespace aidway {

/// Convoys that left their depot.
class ConvoysDeparted {
public:
    static constexpr OutcomeInfo info{.name = "convoys_departed",
                                      .label = "Convoys that left",
                                      .unit = "convoys",
                                      .doc = "convoys that left their depot",
                                      .shape = OutcomeShape::community,
                                      .better = Better::none,
                                      .safe = "beside convoys delivered"};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    std::vector<std::int64_t> convoys_;
};

}  // namespace aidway
