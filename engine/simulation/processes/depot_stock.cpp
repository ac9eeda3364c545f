// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/depot_stock.hpp"

#include <algorithm>

namespace aidway {
namespace {

constexpr std::int64_t week_s = std::int64_t{7} * 86'400;

/// Everything that has come in by now.
Mass come_in(const DepotStock& stock, std::int64_t now_s) {
    const std::int64_t times = now_s < stock.first_s ? 0 : (now_s - stock.first_s) / week_s + 1;
    return stock.at_start + stock.per_week * times;
}

}  // namespace

bool cut_to_stock(const Context& context, std::uint16_t depot, std::int64_t among, Load& load) {
    bool cut = false;
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
        const auto& stock = context.parameters.depots[depot][g];
        if (!stock.limited) continue;
        const Mass there = come_in(stock, context.now_s) - context.world.taken[depot][g];
        const Mass share = Mass::ticks(there.ticks() / among);
        cut = cut || share < load[g];
        load[g] = std::min(load[g], share);
    }
    return cut;
}

void take_from_depot(Context& context, std::uint16_t depot, std::size_t goods, Mass mass) {
    context.world.taken[depot][goods] += mass;
}

}  // namespace aidway
