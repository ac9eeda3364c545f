// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// As `is_breach`, where some promise bans violence.
[[nodiscard]] bool is_breach_of_some(const Context& context, std::uint32_t source, std::uint16_t place);

/// Whether an incident of this source at this place (`Event::no_index` for nowhere in particular) would be a breach
/// now: a cessation, grounding or pull-back that binds its party bans it, kept or not.
[[nodiscard]] inline bool is_breach(const Context& context, std::uint32_t source, std::uint16_t place) {
    const auto& rules = context.rules;
    const bool nothing_banned = rules.cessations.empty() && rules.groundings.empty() && rules.pull_backs.empty();
    return !nothing_banned && is_breach_of_some(context, source, place);
}

}  // namespace aidway
