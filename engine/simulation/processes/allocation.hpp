// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "simulation/context.hpp"

namespace aidway {

/// Who is served first now: by the scenario, or by need while a term that says so is kept.
[[nodiscard]] AllocationRule allocation_now(const Context& context);

/// Whether a kept term has linked places served each by itself.
[[nodiscard]] bool links_undone(const Context& context);

/// Whether one community is served before another under this rule; ties by key.
[[nodiscard]] bool goes_before(Context& context, AllocationRule rule, std::uint16_t a, std::uint16_t b);

/// All communities in the order in which they are served now. Valid until the next call.
[[nodiscard]] std::span<const std::uint16_t> serving_order(Context& context);

}  // namespace aidway
