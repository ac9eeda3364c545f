// SPDX-License-Identifier: Apache-2.0
#include "io/zone.hpp"

#include <date/tz.h>

#include <stdexcept>
#include <vector>

#include "core/diagnostic.hpp"

namespace aidway {
namespace {

const date::time_zone* find_zone(const std::string& name) {
    try {
        return date::locate_zone(name);
    } catch (const std::runtime_error&) {
        return nullptr;
    }
}

}  // namespace

std::optional<Instant> to_instant(const LocalTime& time, const std::string& timezone) {
    const auto* zone = find_zone(timezone);
    if (!zone) return std::nullopt;
    const date::local_seconds local{std::chrono::seconds{std::int64_t{time.day} * 86'400 + time.second}};
    const auto info = zone->get_info(local);
    if (info.result == date::local_info::nonexistent) return Instant{info.first.end.time_since_epoch()};
    return Instant{local.time_since_epoch() - info.first.offset};
}

LocalTime to_local(Instant instant, const std::string& timezone) {
    const auto* zone = find_zone(timezone);
    const auto since_1970 = zone ? zone->to_local(instant).time_since_epoch() : instant.time_since_epoch();
    const auto day = std::chrono::floor<std::chrono::days>(since_1970);
    LocalTime local;
    local.day = static_cast<std::int32_t>(day.count());
    local.second = static_cast<std::int32_t>((since_1970 - day).count());
    return local;
}

std::string timezone_fault(const std::string& timezone) {
    if (find_zone(timezone)) return {};
    std::vector<std::string> names;
    for (const auto& zone : date::get_tzdb().zones) names.push_back(zone.name());
    return "no time zone '" + timezone + "'; expected an IANA name such as 'Asia/Damascus'" +
           suggestion(timezone, names);
}

}  // namespace aidway
