// SPDX-License-Identifier: Apache-2.0
#include "core/name.hpp"

#include <chrono>

namespace aidway {
namespace {

/// Exactly `width` digits at the front of `text`, cut off; -1 when they are not there.
int take_digits(std::string_view& text, std::size_t width) {
    if (text.size() < width) return -1;
    int value = 0;
    for (const char c : text.substr(0, width)) {
        if (c < '0' || c > '9') return -1;
        value = 10 * value + (c - '0');
    }
    text.remove_prefix(width);
    return value;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

std::string two_digits(int value) { return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)}; }

}  // namespace

std::optional<LocalTime> parse_local_time(std::string_view text) {
    const int year = take_digits(text, 4);
    const bool first = take(text, '-');
    const int month = take_digits(text, 2);
    const bool second = take(text, '-');
    const int day = take_digits(text, 2);
    if (!first || !second || year < 1900 || year > 2199 || month < 1 || day < 1) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    LocalTime time;
    time.day = static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
    if (text.empty()) return time;
    if (!take(text, 'T')) return std::nullopt;
    const int hour = take_digits(text, 2);
    if (!take(text, ':')) return std::nullopt;
    const int minute = take_digits(text, 2);
    const int seconds = text.empty() ? 0 : (take(text, ':') ? take_digits(text, 2) : -1);
    if (!text.empty() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || seconds < 0 || seconds > 59) {
        return std::nullopt;
    }
    time.second = hour * 3600 + minute * 60 + seconds;
    return time;
}

std::string format(const LocalTime& time) {
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(time.day))};
    std::string text = std::to_string(static_cast<int>(date.year())) + "-" +
                       two_digits(static_cast<int>(static_cast<unsigned>(date.month()))) + "-" +
                       two_digits(static_cast<int>(static_cast<unsigned>(date.day())));
    if (time.second == 0) return text;
    text += "T" + two_digits(time.second / 3600) + ":" + two_digits(time.second / 60 % 60);
    return time.second % 60 == 0 ? text : text + ":" + two_digits(time.second % 60);
}

}  // namespace aidway
