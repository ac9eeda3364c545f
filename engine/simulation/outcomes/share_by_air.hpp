// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "simulation/event.hpp"
#include "simulation/outcome.hpp"

namespace aidway {

/// Share of what was delivered, of all classes of goods by mass, that was dropped from the air; 0 where nothing was
/// delivered. What a bridge lands at a depot goes on by road, and counts there.
class ShareByAir {
public:
    static constexpr EventKinds sees = kinds(EventKind::delivered);
    static constexpr OutcomeInfo info{.name = "share_by_air",
                                      .label = "Share delivered by air",
                                      .unit = "share",
                                      .doc =
                                          "goods dropped from the air over all goods delivered, by mass; 0 where "
                                          "nothing was delivered",
                                      .shape = OutcomeShape::community,
                                      .better = Better::none,
                                      .safe = "beside rations delivered",
                                      .needs = OutcomeNeeds::air};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    struct Delivered {
        Mass by_air, whole;
    };
    std::vector<Delivered> delivered_;
};

}  // namespace aidway
