// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// Trade into the enclaves (model, section 5). Every midnight and noon it looks whether goods may pass; what it sees
/// holds until it looks again. A day on which both looks saw goods pass is open: the level climbs by a seventh of
/// `climb`, up to 1. A day on which neither did is shut: the level falls by the share `decay`. Any other day leaves it.
struct MarketTrade {
    static constexpr StreamId stream{5};
    static void start(Context& context);
    static void on(const Due& due, Context& context);
    static void finish(Context&) {}
};

/// What traders bring at full level: need beyond informal inflow and local production, and what refills the stock.
/// Fees, a share of what goods are worth, are paid by those who buy, who buy less: as much less as makes goods, market
/// and informal ones together, that much dearer by the scenario's own prices. So the inflow I shrinks to I (1 +
/// fees)^(-1 / elasticity).
[[nodiscard]] MassRate market_target(const TradeParameters& trade, const Stock& stock, double fees = 0);

/// What traders would bring at a level of the market, for some fees, if nothing capped them.
[[nodiscard]] MassRate market_wish(const TradeParameters& trade, double level, double fees, const Stock& stock);

/// Sets what the market brings from now on, for the people and the stock there are; the stock must be settled.
void set_market_flow(Context& context, std::uint16_t enclave);

}  // namespace aidway
