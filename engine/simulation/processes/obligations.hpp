// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// When an obligation begins and ends, in seconds since the start of the period; never before the agreement.
[[nodiscard]] std::int64_t begins_s(const Context& context, ObligationId obligation);
[[nodiscard]] std::int64_t ends_s(const Context& context, ObligationId obligation);

/// Whether it binds now, kept or not: it has begun, not ended, and its term has not lapsed.
[[nodiscard]] bool binds(const Context& context, ObligationId obligation);

/// Whether anything binds the party now.
[[nodiscard]] bool is_bound(const Context& context, std::uint32_t party);

}  // namespace aidway
