// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// Trucks that dispatchers may still send by this way today: the least over its gates of what the grant in force lets
/// through a day, less those sent before. Very many where no gate has a limit.
[[nodiscard]] std::int64_t room_today(Context& context, const Route& route);

void count_sent(Context& context, const Route& route, std::int64_t trucks);

/// Trucks that a gate still lets through today, under this grant.
[[nodiscard]] std::int64_t room_at(Context& context, GateId gate, const Leave& leave);

void count_passed(Context& context, GateId gate, std::int64_t trucks);

}  // namespace aidway
