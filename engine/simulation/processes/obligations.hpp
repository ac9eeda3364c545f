// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "simulation/context.hpp"

namespace aidway {

/// When an obligation begins and ends, in seconds since the start of the period; never before the agreement.
[[nodiscard]] inline std::int64_t begins_s(const Context& context, ObligationId obligation) {
    const auto& o = context.rules.obligations[obligation.index()];
    return std::max(std::max((o.from - context.start) / Duration{1}, context.effective_s), std::int64_t{0});
}
[[nodiscard]] inline std::int64_t ends_s(const Context& context, ObligationId obligation) {
    return (context.rules.obligations[obligation.index()].until - context.start) / Duration{1};
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
