// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/obligations.hpp"

#include <algorithm>
#include <limits>

namespace aidway {

std::int64_t binding_until_s(const Context& context) {
    std::int64_t until_s = std::numeric_limits<std::int64_t>::max();
    for (std::uint32_t o = 0; o < context.rules.obligations.size(); ++o) {
        // What falls into the second in which it begins still comes before it.
        for (const std::int64_t turn_s : {begins_s(context, {o}) + 1, ends_s(context, {o})}) {
            if (turn_s > context.now_s) until_s = std::min(until_s, turn_s);
        }
    }
    return until_s;
}

bool is_bound(const Context& context, std::uint32_t party) {
    for (std::uint32_t o = 0; o < context.rules.obligations.size(); ++o) {
        if (context.rules.obligations[o].party.value == party && binds(context, {o})) return true;
    }
    return false;
}

}  // namespace aidway
