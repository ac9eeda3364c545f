// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/obligations.hpp"

#include <algorithm>

namespace aidway {

std::int64_t begins_s(const Context& context, ObligationId obligation) {
    const auto& o = context.rules.obligations[obligation.index()];
    return std::max({(o.from - context.start) / Duration{1}, context.effective_s, std::int64_t{0}});
}

std::int64_t ends_s(const Context& context, ObligationId obligation) {
    return (context.rules.obligations[obligation.index()].until - context.start) / Duration{1};
}

bool binds(const Context& context, ObligationId obligation) {
    return context.now_s >= begins_s(context, obligation) && context.now_s < ends_s(context, obligation) &&
           context.world.lapsed[obligation.index()] == 0;
}

bool is_bound(const Context& context, std::uint32_t party) {
    for (std::uint32_t o = 0; o < context.rules.obligations.size(); ++o) {
        if (context.rules.obligations[o].party.value == party && binds(context, {o})) return true;
    }
    return false;
}

}  // namespace aidway
