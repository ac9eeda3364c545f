// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "simulation/residents.hpp"

namespace aidway {

/// Base of outcomes on the price of food. A week's index is ((informal inflow and market over need, floored) / (the
/// same before the siege, floored))^-elasticity: it follows what comes in, not what is in store (model, section 5).
class PriceIndex {
public:
    using Reader = PriceIndex;
    static constexpr EventKinds sees =
        Residents::sees | kinds(EventKind::informal_inflow, EventKind::market_inflow, EventKind::eaten);
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    void end(const OutcomeScope& scope);

protected:
    /// Natural logarithm of the index of a cell: community-major, then week. 0 where the scenario has no price.
    [[nodiscard]] double log_index(std::size_t cell) const { return log_index_[cell]; }
    [[nodiscard]] const Residents& residents() const { return residents_; }

private:
    Residents residents_;
    std::vector<Mass> inflow_;
    std::vector<Mass> needed_;
    std::vector<double> log_index_;
};

/// The index week by week; its mean over replicates is geometric.
class WeeklyPrice : public PriceIndex {
public:
    static constexpr OutcomeInfo info{
        .name = "weekly_price",
        .label = "Price index, by week",
        .unit = "index",
        .doc = "price of food relative to the week before the siege, in each week from the agreement's date",
        .shape = OutcomeShape::community_week,
        .better = Better::lower,
        .safe = "direction only",
        .low = 0.1,
        .high = 1000,
        .geometric = true,
        .needs = OutcomeNeeds::price};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

/// Geometric mean of the index over the time that outcomes count.
class PriceMean : public PriceIndex {
public:
    static constexpr OutcomeInfo info{
        .name = "price_mean",
        .label = "Price index",
        .unit = "index",
        .doc = "geometric mean over time of the price of food relative to the week before the siege",
        .shape = OutcomeShape::community,
        .better = Better::lower,
        .safe = "direction only",
        .needs = OutcomeNeeds::price};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

}  // namespace aidway
