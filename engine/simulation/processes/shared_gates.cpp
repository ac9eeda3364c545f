// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/shared_gates.hpp"

#include <algorithm>
#include <optional>

#include "simulation/processes/food.hpp"
#include "simulation/processes/market.hpp"
#include "simulation/reach.hpp"

namespace aidway {
namespace {

/// Products of two rates in grams a day do not fit into 64 bits.
__extension__ using Wide = unsigned __int128;

bool leads_through(const Route* way, GateId gate) {
    if (way == nullptr) return false;
    return std::any_of(way->steps.begin(), way->steps.end(), [&](const RouteStep& step) { return step.gate == gate; });
}

/// One gate and the enclaves whose goods pass it.
class SharedGate {
public:
    SharedGate(Context& context, GateId gate) : context_(context), gate_(gate) {
        for (std::uint16_t e = 0; e < count(); ++e) {
            if (!passes(e)) continue;
            ++enclaves_;
            wanted_ += markets()[e].wanted.grams_per_day();
        }
    }
    [[nodiscard]] bool is_shared() const { return enclaves_ > 1; }

    void share(MassRate cap) {
        std::int64_t left = cap.grams_per_day();
        for (std::uint16_t e = 0; e < count(); ++e) {
            if (passes(e)) left -= whole_part(e, cap);
        }
        // What whole grams leave over is less than a gram for each.
        std::optional<std::uint16_t> last;
        for (; left > 0; --left) last = next_by_remainder(cap, last);
        for (std::uint16_t e = 0; e < count(); ++e) {
            if (!passes(e)) continue;
            const bool more = last && !before(*last, e, cap);
            cut(e, MassRate::grams_per_day(whole_part(e, cap) + (more ? 1 : 0)));
        }
    }

private:
    [[nodiscard]] std::vector<Market>& markets() const { return context_.world.markets; }
    [[nodiscard]] std::uint16_t count() const { return static_cast<std::uint16_t>(markets().size()); }
    [[nodiscard]] bool passes(std::uint16_t enclave) const { return leads_through(markets()[enclave].way, gate_); }
    /// Where nobody wants anything yet, all count alike.
    [[nodiscard]] Wide weight(std::uint16_t enclave) const {
        return wanted_ == 0 ? 1 : static_cast<Wide>(markets()[enclave].wanted.grams_per_day());
    }
    [[nodiscard]] Wide weights() const { return static_cast<Wide>(wanted_ == 0 ? enclaves_ : wanted_); }
    [[nodiscard]] Wide product(std::uint16_t enclave, MassRate cap) const {
        return weight(enclave) * static_cast<Wide>(cap.grams_per_day());
    }
    [[nodiscard]] std::int64_t whole_part(std::uint16_t enclave, MassRate cap) const {
        return static_cast<std::int64_t>(product(enclave, cap) / weights());
    }
    [[nodiscard]] Wide remainder(std::uint16_t enclave, MassRate cap) const {
        return product(enclave, cap) % weights();
    }
    /// Whether `a` comes before `b` where single grams are given out.
    [[nodiscard]] bool before(std::uint16_t a, std::uint16_t b, MassRate cap) const {
        const Wide of_a = remainder(a, cap);
        const Wide of_b = remainder(b, cap);
        const auto& enclaves = context_.parameters.enclaves;
        return of_a != of_b ? of_a > of_b : enclaves[a].key < enclaves[b].key;
    }
    [[nodiscard]] std::optional<std::uint16_t> next_by_remainder(MassRate cap,
                                                                 std::optional<std::uint16_t> last) const {
        std::optional<std::uint16_t> best;
        for (std::uint16_t e = 0; e < count(); ++e) {
            if (!passes(e) || (last && !before(*last, e, cap))) continue;
            if (!best || before(e, *best, cap)) best = e;
        }
        return best;
    }
    void cut(std::uint16_t enclave, MassRate part) const {
        auto& at_most = markets()[enclave].at_most;
        at_most = std::min(at_most, part);
    }

    Context& context_;
    GateId gate_;
    std::int64_t enclaves_ = 0;
    std::int64_t wanted_ = 0;
};

/// Only a gate that caps the goods of two enclaves at least is shared.
bool some_may_share(const Context& context) {
    const auto& markets = context.world.markets;
    return std::count_if(markets.begin(), markets.end(), [](const Market& market) {
               return market.way != nullptr && market.at_most != Reach::unlimited;
           }) > 1;
}

/// What traders would bring to each if nothing capped them, by the stock there is now.
void ask_traders(Context& context) {
    const auto& trade = context.parameters.trade;
    const auto count = static_cast<std::uint16_t>(context.world.markets.size());
    for (std::uint16_t e = 0; e < count; ++e) {
        Market& market = context.world.markets[e];
        if (market.way == nullptr) continue;
        settle_food(context, e);
        market.wanted = market_wish(trade, market.level, market.fees, context.world.stocks[e]);
    }
}

}  // namespace

void share_gates(Context& context) {
    if (!some_may_share(context)) return;
    bool asked = false;
    const auto& open = seen_open(context, Traffic::goods);
    for (std::uint32_t g = 0; g < context.parameters.gates.size(); ++g) {
        if (open[g] == 0) continue;
        const MassRate cap = goods_through(context, {g});
        if (cap == Reach::unlimited || !SharedGate(context, {g}).is_shared()) continue;
        if (!asked) ask_traders(context);
        asked = true;
        SharedGate(context, {g}).share(cap);
    }
}

}  // namespace aidway
