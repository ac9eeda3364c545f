// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>
#include <vector>

#include "simulation/residents.hpp"

namespace aidway {

/// What became of the need of those entitled, in rations: P0 times the time that outcomes count, split without a rest.
///
/// - `displaced`: need of people who had left.
/// - `delivered`: food delivered by road or air, eaten by now or still in store.
/// - `met_locally`: what else the entitled ate, from stock, informal inflow, market and local production.
/// - The gap that is left is unmet need, less what lies delivered in store. It is shared out over the reasons for which
///   planned rations did not arrive, in proportion to them; where plans asked for less than the gap, the rest of it is
///   `never_planned`.
///
/// A plan asks for what people need whether or not they can eat from their stock, so more may be planned than is
/// missing: that is why each reason is cut in proportion. Decision record 9 weighs other ways.
class NeedWaterfall {
public:
    static constexpr EventKinds sees =
        Residents::sees | kinds(EventKind::eaten, EventKind::delivered, EventKind::closing_stock, EventKind::removed,
                                EventKind::lost, EventKind::ended);
    static constexpr OutcomeInfo info{.name = "need_waterfall",
                                      .label = "What became of the need",
                                      .unit = "rations",
                                      .doc = "rations needed by those entitled, by what met them or why nothing did",
                                      .shape = OutcomeShape::community_reason,
                                      .better = Better::none,
                                      .safe = "yes"};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    /// Cells: community-major, then reason.
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    using Parts = std::array<Mass, reasons>;
    struct Flows {
        Mass eaten;
        Mass delivered;
        Mass in_store;        ///< at the end
        Parts not_arrived{};  ///< planned rations, by reason
    };
    [[nodiscard]] Parts parts_of(std::size_t community, const OutcomeScope& scope) const;
    Residents residents_;
    std::vector<Flows> flows_;
};

}  // namespace aidway
