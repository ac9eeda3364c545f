// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/market.hpp"

#include <algorithm>
#include <cmath>

#include "core/real_math.hpp"
#include "simulation/processes/food.hpp"
#include "simulation/processes/shared_gates.hpp"
#include "simulation/reach.hpp"

namespace aidway {
namespace {

constexpr std::int64_t half_day_s = 43'200;
constexpr int looks_a_day = 2;

/// What the day that ends has made of the level.
void end_day(const TradeParameters& trade, Market& market) {
    if (market.open_looks == looks_a_day) market.level = std::min(1.0, market.level + trade.daily_climb);
    if (market.open_looks == 0) market.level *= 1.0 - trade.daily_decay;
    market.open_looks = 0;
}

bool is_midnight(const Context& context) { return context.second_of_day() == 0; }

/// What traders would bring by a way.
MassRate brought_by(const Context& context, std::uint16_t enclave, const Reach& reach) {
    const Market& market = context.world.markets[enclave];
    const auto& stock = context.world.stocks[enclave];
    return std::min(market_wish(context.parameters.trade, market.level, reach.fees, stock), reach.goods_per_day);
}

/// The way by which traders bring most; of ways that are alike in this the one with the lowest fees.
Reach best_way(Context& context, std::uint16_t enclave) {
    Reach best = reach_of(context, enclave, Traffic::goods);
    if (best.fees == 0) return best;
    settle_food(context, enclave);
    for (Reach next = best; next.passes && next.fees > 0;) {
        // All ways that are dearer than the widest are narrower or as wide.
        next = goods_reach_below(context, enclave, next.fees);
        if (next.passes && brought_by(context, enclave, next) >= brought_by(context, enclave, best)) best = next;
    }
    return best;
}

/// What the look sees of one enclave, as if it were the only one on its way.
void look(Context& context, std::uint16_t enclave) {
    Market& market = context.world.markets[enclave];
    if (is_midnight(context) && context.now_s > 0) end_day(context.parameters.trade, market);
    const Reach reach = best_way(context, enclave);
    market.at_most_before = market.at_most;
    market.fees_before = market.fees;
    market.at_most = reach.passes ? reach.goods_per_day : MassRate{};
    market.fees = reach.fees;
    market.way = reach.way;
    if (reach.passes) ++market.open_looks;
}

/// What the market brings from this look on.
void bring(Context& context, std::uint16_t enclave) {
    const Market& market = context.world.markets[enclave];
    // The target is set for a day; at noon only what may pass, and for what, can have changed.
    const bool as_before = market.at_most == market.at_most_before && market.fees == market.fees_before;
    if (!is_midnight(context) && as_before) return;
    const bool nothing_flows = market.level == 0.0 || market.at_most == MassRate{};
    if (nothing_flows && context.world.stocks[enclave].market == MassRate{}) return;
    settle_food(context, enclave);
    set_market_flow(context, enclave);
    renew_food(context, enclave);
}

template <class Do>
void for_trading(const Context& context, const Do& act) {
    const auto count = static_cast<std::uint16_t>(context.parameters.enclaves.size());
    for (std::uint16_t e = 0; e < count; ++e) {
        if (context.parameters.enclaves[e].has_outside) act(e);
    }
}

}  // namespace

MassRate market_target(const TradeParameters& trade, const Stock& stock, double fees) {
    const MassRate missing_need = stock.need - stock.informal - stock.local;
    const Mass missing_stock = std::max(Mass{}, stock.need * Duration{trade.refill_to_s} - stock.store - stock.home);
    // Ticks a second are grams a day.
    const auto refill = MassRate::grams_per_day(missing_stock.ticks() / trade.refill_over_s);
    const auto target = std::max(MassRate{}, missing_need + refill);
    if (fees == 0) return target;
    const auto inflow = static_cast<double>((target + stock.informal).grams_per_day());
    const double left = inflow * real_exp(-real_log(1.0 + fees) / trade.elasticity);
    return std::max(MassRate{}, MassRate::grams_per_day(std::llround(left)) - stock.informal);
}

MassRate market_wish(const TradeParameters& trade, double level, double fees, const Stock& stock) {
    const auto target = market_target(trade, stock, fees).grams_per_day();
    return MassRate::grams_per_day(std::llround(static_cast<double>(target) * level));
}

void set_market_flow(Context& context, std::uint16_t enclave) {
    if (!context.parameters.trade.exists) return;
    const Market& market = context.world.markets[enclave];
    Stock& stock = context.world.stocks[enclave];
    stock.market = std::min(market_wish(context.parameters.trade, market.level, market.fees, stock), market.at_most);
}

void MarketTrade::start(Context& context) {
    const auto& p = context.parameters;
    if (!p.trade.exists) return;
    for (std::size_t e = 0; e < p.enclaves.size(); ++e) context.world.markets[e].level = p.enclaves[e].trade_at_start;
    context.schedule({0, Phase::market, stream, 0, {}, 0, 0, 0});
}

void MarketTrade::on(const Due&, Context& context) {
    look_at_gates(context, Traffic::goods);
    for_trading(context, [&](std::uint16_t e) { look(context, e); });
    share_gates(context);
    for_trading(context, [&](std::uint16_t e) { bring(context, e); });
    context.schedule({context.now_s + half_day_s, Phase::market, stream, 0, {}, 0, 0, 0});
}

}  // namespace aidway
