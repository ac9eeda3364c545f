// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// When an obligation begins and ends, in seconds since the start of the period; never before the agreement.
[[nodiscard]] inline std::int64_t begins_s(const Context& context, ObligationId obligation) {
    return context.own_obligations[obligation.index()].begins_s;
}
[[nodiscard]] inline std::int64_t ends_s(const Context& context, ObligationId obligation) {
    return context.own_obligations[obligation.index()].ends_s;
}

/// Whether it binds now, kept or not: it has begun, not ended, and its term has not lapsed.
[[nodiscard]] inline bool binds(const Context& context, ObligationId obligation) {
    return context.now_s >= begins_s(context, obligation) && context.now_s < ends_s(context, obligation) &&
           context.world.lapsed[obligation.index()] == 0;
}

/// Until then no obligation begins or ends after this second; the end of time where none does.
[[nodiscard]] std::int64_t binding_until_s(const Context& context);

/// Whether anything binds the party now.
[[nodiscard]] bool is_bound(const Context& context, std::uint32_t party);

}  // namespace aidway
