// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/instant.hpp"
#include "core/name.hpp"

namespace aidway {

/// UTC of a local time, by the zone data of the system. A time that a change of clocks skips is read as the moment of
/// the change, a time that occurs twice as the first. Nothing for an unknown zone.
[[nodiscard]] std::optional<Instant> to_instant(const LocalTime& time, const std::string& timezone);

/// The local time of an instant, in UTC where the zone is unknown.
[[nodiscard]] LocalTime to_local(Instant instant, const std::string& timezone);

/// "" for a known zone, else what is wrong, with the nearest name.
[[nodiscard]] std::string timezone_fault(const std::string& timezone);

}  // namespace aidway
