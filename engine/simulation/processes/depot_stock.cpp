// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/depot_stock.hpp"

#include <algorithm>

namespace aidway {
namespace {

/// No process has it: a number of draws of its own, so that they move no others.
constexpr StreamId cross_loading_stream{29};

constexpr std::int64_t week_s = std::int64_t{7} * 86'400;

/// Everything that has come in by now.
Mass come_in(const DepotStock& stock, std::int64_t now_s) {
    const std::int64_t times = now_s < stock.first_s ? 0 : (now_s - stock.first_s) / week_s + 1;
    return stock.at_start + stock.per_week * times;
}

}  // namespace

Mass in_depot(const Context& context, std::size_t depot, std::size_t goods, std::int64_t at_s) {
    return come_in(context.parameters.depots[depot][goods], at_s) - context.world.taken[depot][goods];
}

bool cut_to_stock(const Context& context, std::uint16_t depot, std::int64_t among, Load& load) {
    bool cut = false;
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
        const auto& stock = context.parameters.depots[depot][g];
        if (!stock.limited) continue;
        const Mass share = Mass::ticks(in_depot(context, depot, g, context.now_s).ticks() / among);
        cut = cut || share < load[g];
        load[g] = std::min(load[g], share);
    }
    return cut;
}

std::int64_t loaded_over_s(const Context& context, std::uint16_t depot, const Convoy& convoy, const Request& request) {
    const auto& loading = context.parameters.cross_loading[depot];
    if (!loading.time) return 0;
    const auto place = context.parameters.communities[convoy.community].key.low56;
    const auto pair = refine(loading.key, static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(place >> 32U));
    const auto draw = context.draw(cross_loading_stream, refine(pair, request.cycle, request.attempt), 0);
    const std::int64_t ready_s = std::max(request.ready_from_s, request.cleared ? 0 : request.from_s);
    return ready_s + static_cast<std::int64_t>(quantile(*loading.time, draw.uniform(0)));
}

void take_from_depot(Context& context, std::uint16_t depot, std::size_t goods, Mass mass) {
    context.world.taken[depot][goods] += mass;
}

}  // namespace aidway
