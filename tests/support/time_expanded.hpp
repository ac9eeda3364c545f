// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "routing/earliest_arrival.hpp"
#include "support/route_world.hpp"

namespace aidway::test {

/// The earliest minute at `to` for who is at `from` in minute `departure`, by going through every minute of `days`
/// days: who is where, and inside which gate. All driving times, delays and hours must be whole minutes.
[[nodiscard]] std::optional<std::int64_t> earliest_minute(const RouteWorld& world, NodeId from, NodeId to,
                                                          std::int64_t departure,
                                                          const std::vector<GateWindow>& windows, std::int64_t days);

}  // namespace aidway::test
