// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace aidway {

/// UTC instants and durations in whole seconds: the only time the engine knows.
using Instant = std::chrono::sys_seconds;
using Duration = std::chrono::seconds;

/// The model's day is always 86,400 s, counted from the first local midnight of the period.
inline constexpr Duration one_day{86'400};

}  // namespace aidway
