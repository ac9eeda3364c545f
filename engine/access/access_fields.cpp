// SPDX-License-Identifier: Apache-2.0
#include "access/access_fields.hpp"

#include <fmt/format.h>

#include "core/fields/leaf.hpp"

namespace aidway {
namespace {

constexpr std::int32_t day_s = 86'400;

std::optional<std::int32_t> clock_time(std::string_view text) {
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : -1; };
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    for (const std::size_t i : {0U, 1U, 3U, 4U}) {
        if (digit(i) < 0) return std::nullopt;
    }
    const int hour = digit(0) * 10 + digit(1);
    const int minute = digit(3) * 10 + digit(4);
    if (minute > 59 || hour * 60 + minute > 24 * 60) return std::nullopt;
    return (hour * 60 + minute) * 60;
}

std::optional<Hours> parse_hours(std::string_view text) {
    if (text == "all day") return Hours{};
    if (text.size() != 11 || text[5] != '-') return std::nullopt;
    const auto from = clock_time(text.substr(0, 5));
    const auto until = clock_time(text.substr(6));
    if (!from || !until || *from >= *until) return std::nullopt;
    if (*from == 0 && *until == day_s) return Hours{};
    return Hours{*from, *until};
}

std::string format_hours(const Hours& hours) {
    if (hours.all_day()) return "all day";
    return fmt::format("{:02}:{:02}-{:02}:{:02}", hours.from_s / 3600, hours.from_s / 60 % 60, hours.until_s / 3600,
                       hours.until_s / 60 % 60);
}

}  // namespace

const Type& describe(Tag<Hours>) {
    static const TextLeaf<Hours> type({"hours", "daily opening hours within one day", "06:00-18:00",
                                       "^(all day|[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9])$", parse_hours,
                                       format_hours});
    return type;
}

const Type& describe(Tag<Traffic>) {
    static const auto type = enum_type<Traffic>("traffic", "a class of traffic", {"aid", "goods", "civilians"});
    return type;
}

const Type& describe(Tag<Access>) {
    static const auto type = enum_type<Access>("access", "a status", {"closed", "by_clearance", "open"});
    return type;
}

}  // namespace aidway
