// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "simulation/event.hpp"
#include "simulation/outcome.hpp"

namespace aidway {

/// Base of outcomes on stores and homes that stand empty: a stock-out is complete after 24 hours on end.
class EmptyStock {
public:
    using Reader = EmptyStock;
    static constexpr EventKinds sees = kinds(EventKind::stock_emptied, EventKind::stock_refilled);
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);

protected:
    /// When the first stock-out was complete; -1 when none was until the end.
    [[nodiscard]] std::int64_t complete_s(std::size_t community, const OutcomeScope& scope) const;

private:
    struct Empty {
        std::int64_t since_s = -1;  ///< -1: not empty
        std::int64_t complete_s = -1;
    };
    std::vector<Empty> stocks_;
};

/// Whether, for 24 hours on end, there was nothing in stores and homes; the mean over replicates is the chance.
class StockOut : public EmptyStock {
public:
    static constexpr OutcomeInfo info{.name = "stock_out",
                                      .label = "Chance of a stock-out",
                                      .unit = "share",
                                      .doc = "chance that stores and homes stand empty for 24 hours on end",
                                      .shape = OutcomeShape::community,
                                      .better = Better::lower,
                                      .safe = "yes"};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

/// Days until the first such 24 hours are over, at most until the end: the mean is the restricted mean time.
class DaysBeforeStockOut : public EmptyStock {
public:
    static constexpr OutcomeInfo info{
        .name = "days_before_stock_out",
        .label = "Days before a stock-out",
        .unit = "d",
        .doc = "days until stores and homes have stood empty for 24 hours; the whole time where they never do",
        .shape = OutcomeShape::community,
        .better = Better::higher,
        .safe = "yes"};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

}  // namespace aidway
