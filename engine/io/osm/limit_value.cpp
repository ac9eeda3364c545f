// SPDX-License-Identifier: Apache-2.0
#include "io/osm/limit_value.hpp"

#include <array>
#include <charconv>
#include <string>
#include <utility>

namespace aidway {
namespace {

using Unit = std::pair<std::string_view, double>;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// The number that `text` begins with, taken off it; above 0 and below a million.
std::optional<double> take_number(std::string_view& text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (error != std::errc{} || !(number > 0 && number < 1e6)) return std::nullopt;
    text = trimmed(text.substr(static_cast<std::size_t>(end - text.data())));
    return number;
}

template <std::size_t N>
std::optional<double> in_units(std::string_view text, const std::array<Unit, N>& units) {
    text = trimmed(text);
    const auto number = take_number(text);
    if (!number) return std::nullopt;
    for (const auto& [name, size] : units) {
        if (text == name) return *number * size;
    }
    return std::nullopt;
}

constexpr double foot_m = 0.3048;
constexpr double inch_m = 0.0254;

/// 12'6" and 12'
std::optional<double> in_feet(std::string_view text) {
    text = trimmed(text);
    const auto feet = take_number(text);
    if (!feet || text.empty() || text.front() != '\'') return std::nullopt;
    text = trimmed(text.substr(1));
    if (text.empty()) return *feet * foot_m;
    const auto inches = take_number(text);
    if (!inches || *inches >= 12 || (text != "\"" && text != "''")) return std::nullopt;
    return *feet * foot_m + *inches * inch_m;
}

}  // namespace

std::optional<Mass> weight_in(std::string_view text) {
    static constexpr std::array<Unit, 6> units{
        {{"", 1000}, {"t", 1000}, {"kg", 1}, {"st", 907.18474}, {"lbs", 0.45359237}, {"lb", 0.45359237}}};
    const auto kilograms = in_units(text, units);
    return kilograms ? std::optional(Mass::nearest_gram(*kilograms)) : std::nullopt;
}

std::optional<Distance> height_in(std::string_view text) {
    static constexpr std::array<Unit, 4> units{{{"", 1}, {"m", 1}, {"cm", 0.01}, {"ft", foot_m}}};
    const auto metres = in_units(text, units);
    const auto found = metres ? metres : in_feet(text);
    return found ? std::optional(Distance::metres(*found)) : std::nullopt;
}

std::optional<Speed> speed_in(std::string_view text) {
    static constexpr std::array<Unit, 4> units{{{"", 1}, {"km/h", 1}, {"kmh", 1}, {"mph", 1.609344}}};
    const auto found = in_units(text, units);
    return found ? std::optional(Speed::kilometres_per_hour(*found)) : std::nullopt;
}

}  // namespace aidway
