// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/diagnostic.hpp"

namespace aidway {

/// A name or a reference to one, with the place where it stands, so that a dangling reference can be reported
/// there. Equality and order look at the text only.
struct Name {
    std::string text;
    Mark at;

    Name() = default;
    Name(std::string name, Mark place = {})  // NOLINT(google-explicit-constructor): a name is a text
        : text(std::move(name)), at(place) {}
    Name(const char* name) : text(name) {}  // NOLINT(google-explicit-constructor): a name is a text
    bool operator==(const Name& other) const { return text == other.text; }
    auto operator<=>(const Name& other) const { return text <=> other.text; }
};

/// Civil date and time of a place, without its zone; the zone of the scenario turns it into an Instant.
/// Equality and order look at the time only.
struct LocalTime {
    std::int32_t day = 0;     ///< days since 1970-01-01
    std::int32_t second = 0;  ///< seconds since midnight, 0 to 86,399
    Mark at;

    bool operator==(const LocalTime& other) const { return day == other.day && second == other.second; }
    auto operator<=>(const LocalTime& other) const {
        return std::pair(day, second) <=> std::pair(other.day, other.second);
    }
};

/// "2016-09-12", "2016-09-12T19:00" or "2016-09-12T19:00:30"; years 1900 to 2199; nothing when it is no such time.
[[nodiscard]] std::optional<LocalTime> parse_local_time(std::string_view text);
/// The shortest of the three forms that says the same.
[[nodiscard]] std::string format(const LocalTime& time);

}  // namespace aidway
