// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/food.hpp"

#include <algorithm>

#include "simulation/processes/bread.hpp"
#include "simulation/processes/food_rates.hpp"
#include "simulation/processes/shared_flow.hpp"

namespace aidway {
namespace {

enum What : std::uint8_t { change, cut };

constexpr std::int64_t week_s = std::int64_t{7} * 86'400;

std::uint16_t enclaves_of(const Context& context) {
    return static_cast<std::uint16_t>(context.parameters.enclaves.size());
}

/// What all communities of the enclave share of food.
void emit_food(Context& context, std::uint16_t enclave, EventKind kind, Mass mass, std::int64_t seconds) {
    emit_shared(
        context, enclave,
        {.mass = mass, .count = seconds, .kind = kind, .goods = static_cast<std::uint16_t>(context.parameters.food)});
}

void emit_empty(Context& context, std::uint16_t enclave) {
    for (const auto member : context.world.members[enclave]) say_whether_empty(context, member);
}

/// Says when nothing is left in stores and homes, and when something is again.
void note_empty(Context& context, std::uint16_t enclave) {
    Stock& stock = context.world.stocks[enclave];
    const bool empty = is_empty(stock);
    if (empty == stock.empty) return;
    stock.empty = empty;
    emit_empty(context, enclave);
}

}  // namespace

void say_whether_empty(Context& context, std::uint16_t community) {
    const bool empty = context.world.stocks[context.world.enclave_of[community]].empty;
    context.emit({.kind = empty ? EventKind::stock_emptied : EventKind::stock_refilled,
                  .community = community,
                  .goods = static_cast<std::uint16_t>(context.parameters.food)});
}

void settle_food(Context& context, std::uint16_t enclave) {
    Stock& stock = context.world.stocks[enclave];
    const std::int64_t seconds = context.now_s - stock.since_s;
    if (seconds == 0) return;
    const Duration time{seconds};
    stock.store -= stock.out * time;
    stock.home += net_to_homes(stock) * time;
    stock.since_s = context.now_s;
    burn_diesel(context, enclave, seconds);
    const auto flow = [&](EventKind kind, MassRate rate) {
        if (rate > MassRate{} || kind == EventKind::eaten) emit_food(context, enclave, kind, rate * time, seconds);
    };
    flow(EventKind::informal_inflow, stock.informal);
    flow(EventKind::local_inflow, stock.local);
    flow(EventKind::market_inflow, stock.market);
    flow(EventKind::handed_out, stock.out);
    flow(EventKind::diverted, stock.diverted);
    flow(EventKind::eaten, stock.eaten);
}

void renew_food(Context& context, std::uint16_t enclave) {
    const auto& p = context.parameters;
    Stock& stock = context.world.stocks[enclave];
    set_rates(p, stock);
    note_empty(context, enclave);
    const std::int64_t seconds = seconds_to_change(p, stock);
    if (seconds >= p.period_s - context.now_s) return;
    context.schedule({context.now_s + seconds, Phase::consumption, Food::stream, change, p.enclaves[enclave].key,
                      enclave, stock.version, 0});
}

void receive_food(Context& context, std::uint16_t community, Mass mass) {
    const auto enclave = context.world.enclave_of[community];
    settle_food(context, enclave);
    context.world.stocks[enclave].store += mass;
    renew_food(context, enclave);
}

void Food::start(Context& context) {
    const auto& p = context.parameters;
    for (std::uint16_t e = 0; e < enclaves_of(context); ++e) {
        context.world.stocks[e].store = p.enclaves[e].opening_store;
        context.world.stocks[e].home = p.enclaves[e].opening_home;
        follow_people(p, p.enclaves[e], context.world.members[e], context.world.people, context.world.stocks[e]);
        open_bakeries(context, e);
        emit_food(context, e, EventKind::opening_stock, p.enclaves[e].opening_store + p.enclaves[e].opening_home, 0);
        renew_food(context, e);
    }
    // Weeks are counted from the agreement's date: no stretch of eating may straddle two of them. Stretches that end
    // there are logged before anything else of that moment, so that all agreements log them in one order.
    const std::int64_t first_s = std::max<std::int64_t>(context.effective_s, 0);
    context.schedule({first_s, Phase::control, stream, cut, {}, 0, 0, 0});
}

void Food::on(const Due& due, Context& context) {
    if (due.what == change) {
        const auto enclave = static_cast<std::uint16_t>(due.a);
        if (context.world.stocks[enclave].version != due.b) return;
        settle_food(context, enclave);
        renew_food(context, enclave);
        return;
    }
    const bool first = context.now_s == std::max<std::int64_t>(context.effective_s, 0);
    for (std::uint16_t e = 0; e < enclaves_of(context); ++e) {
        settle_food(context, e);
        // Outcomes see nothing of what was before: what stands empty then is said again.
        if (first && context.now_s > 0 && context.world.stocks[e].empty) emit_empty(context, e);
    }
    context.schedule({context.now_s + week_s, Phase::control, stream, cut, {}, 0, 0, 0});
}

void Food::finish(Context& context) {
    for (std::uint16_t e = 0; e < enclaves_of(context); ++e) {
        settle_food(context, e);
        const Stock& stock = context.world.stocks[e];
        emit_food(context, e, EventKind::closing_stock, stock.store + stock.home, 0);
    }
}

}  // namespace aidway
