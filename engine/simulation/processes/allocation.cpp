// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/allocation.hpp"

#include <algorithm>

#include "core/ratio.hpp"
#include "simulation/processes/food_rates.hpp"
#include "simulation/processes/morning.hpp"

namespace aidway {
namespace {

/// A ratio of two whole numbers: whose is least goes first.
struct Ratio {
    std::int64_t part = 0;
    std::int64_t of = 0;
};

/// What an enclave has now, without writing down what flowed until now.
Mass stock_now(const Context& context, const Stock& stock) {
    const Duration time{context.now_s - stock.since_s};
    return stock.store + stock.home + (net_to_homes(stock) - stock.out) * time;
}

Ratio cover_of(const Context& context, std::uint16_t community) {
    const auto& stock = context.world.stocks[context.world.enclave_of[community]];
    return {stock_now(context, stock).ticks(), stock.need.grams_per_day()};
}

/// What was sent so far over what it is held against.
Ratio sent_of(Context& context, AllocationRule rule, std::uint16_t community) {
    const Request* plan = plan_of(context, community);
    if (plan == nullptr) return {0, 1};
    std::int64_t against = 1;
    if (rule == AllocationRule::proportional) against = context.world.people[community];
    if (rule == AllocationRule::as_permitted) {
        against = static_cast<std::int64_t>(static_cast<double>(plan->people) * plan->share);
    }
    return {plan->sent.ticks(), against};
}

Ratio ratio_of(Context& context, AllocationRule rule, std::uint16_t community) {
    return rule == AllocationRule::by_need ? cover_of(context, community) : sent_of(context, rule, community);
}

bool holds(const Context& context, const NeedsFirst& term) {
    return context.now() >= term.from && context.now() < term.until && context.in_force(term.obligations);
}

}  // namespace

AllocationRule allocation_now(const Context& context) {
    const auto& terms = context.rules.needs_first;
    const bool by_need =
        std::any_of(terms.begin(), terms.end(), [&](const NeedsFirst& term) { return holds(context, term); });
    return by_need ? AllocationRule::by_need : context.parameters.allocation;
}

bool links_undone(const Context& context) {
    const auto& terms = context.rules.needs_first;
    return std::any_of(terms.begin(), terms.end(),
                       [&](const NeedsFirst& term) { return term.undoes_links && holds(context, term); });
}

bool goes_before(Context& context, AllocationRule rule, std::uint16_t a, std::uint16_t b) {
    if (rule != AllocationRule::in_turn) {
        const auto of_a = ratio_of(context, rule, a);
        const auto of_b = ratio_of(context, rule, b);
        if (is_less_ratio(of_a.part, of_a.of, of_b.part, of_b.of)) return true;
        if (is_less_ratio(of_b.part, of_b.of, of_a.part, of_a.of)) return false;
    }
    return context.parameters.communities[a].key < context.parameters.communities[b].key;
}

std::span<const std::uint16_t> serving_order(Context& context) {
    const auto rule = allocation_now(context);
    if (rule == AllocationRule::in_turn) return context.parameters.community_order;
    auto& order = context.world.serving_order;
    order = context.parameters.community_order;
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return goes_before(context, rule, a, b); });
    return order;
}

}  // namespace aidway
