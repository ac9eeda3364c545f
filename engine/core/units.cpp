// SPDX-License-Identifier: Apache-2.0
#include "core/units.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <system_error>
#include <vector>

#include "core/diagnostic.hpp"

namespace aidway {
namespace {

constexpr std::array mass_table{Unit{"t", 1000, 1}, Unit{"kg"}, Unit{"g", 1, 1000}};
constexpr std::array mass_rate_table{Unit{"kg/d"}, Unit{"g/d", 1, 1000}, Unit{"t/d", 1000, 1}};
constexpr std::array distance_table{Unit{"m"}, Unit{"km", 1000, 1}};
constexpr std::array speed_table{Unit{"km/h", 1, 3.6}, Unit{"m/s"}};
constexpr std::array duration_table{Unit{"s"}, Unit{"min", 60, 1}, Unit{"h", 3600, 1}, Unit{"d", 86'400, 1}};
constexpr std::array volume_table{Unit{"m3"}, Unit{"l", 1, 1000}};
constexpr std::array density_table{Unit{"kg/m3"}, Unit{"t/m3", 1000, 1}};
constexpr std::array hazard_table{Unit{"/d"}, Unit{"/h", 24, 1}};

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

std::string unit_list(const UnitFamily& family) {
    std::string list;
    for (const auto& unit : family.units) list += (list.empty() ? "" : ", ") + std::string(unit.name);
    return list;
}

/// The unit meant by a wrong one: the same but for capitals, else the longest it begins with ("days"), else the
/// nearest.
std::string nearest_unit(const UnitFamily& family, std::string_view number, std::string_view wrong) {
    std::string_view best;
    for (const auto& unit : family.units) {
        if (lower(wrong) == lower(unit.name)) best = unit.name;
    }
    if (best.empty()) {
        for (const auto& unit : family.units) {
            if (wrong.starts_with(unit.name) && unit.name.size() > best.size()) best = unit.name;
        }
    }
    std::vector<std::string> names;
    for (const auto& unit : family.units) names.emplace_back(unit.name);
    const auto* near = best.empty() ? nearest(std::string(wrong), names) : nullptr;
    if (near) best = *near;
    return best.empty() ? "" : "; did you mean '" + std::string(number) + " " + std::string(best) + "'?";
}

/// The number of leading bytes that look like a number, separators included.
std::size_t number_length(std::string_view text) {
    return std::min(text.find_first_not_of("+-.,_0123456789eE"), text.size());
}

std::string fixed_text(double value, int digits) {
    std::array<char, 64> buffer;
    const auto made =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, digits);
    double rounded = value;
    std::from_chars(buffer.data(), made.ptr, rounded);
    return format_plain(rounded);
}

}  // namespace

const UnitFamily& mass_units() {
    static constexpr UnitFamily family{"a mass", "40 t", "kg", mass_table};
    return family;
}
const UnitFamily& mass_rate_units() {
    static constexpr UnitFamily family{"a mass a day", "555 g/d", "kg/d", mass_rate_table};
    return family;
}
const UnitFamily& distance_units() {
    static constexpr UnitFamily family{"a distance", "3.5 km", "m", distance_table};
    return family;
}
const UnitFamily& speed_units() {
    static constexpr UnitFamily family{"a speed", "15 km/h", "m/s", speed_table};
    return family;
}
const UnitFamily& duration_units() {
    static constexpr UnitFamily family{"a duration", "7 d", "s", duration_table};
    return family;
}
const UnitFamily& volume_units() {
    static constexpr UnitFamily family{"a volume", "25 m3", "m3", volume_table};
    return family;
}
const UnitFamily& density_units() {
    static constexpr UnitFamily family{"a density", "0.2 t/m3", "kg/m3", density_table};
    return family;
}
const UnitFamily& hazard_units() {
    static constexpr UnitFamily family{"a hazard", "0.05 /d", "/d", hazard_table};
    return family;
}

std::string parse_plain(std::string_view text, double& out) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    if (whole && std::isfinite(value)) {
        out = value;
        return {};
    }
    if (whole || error == std::errc::result_out_of_range) return "the number must be finite";
    if (text.find_first_of(",_") != std::string_view::npos) {
        std::string bare(text);
        std::erase_if(bare, [](char c) { return c == ',' || c == '_'; });
        double ignored = 0;
        if (parse_plain(bare, ignored).empty()) return "write numbers without separators: " + bare;
    }
    return "write a number";
}

std::string format_plain(double value) {
    if (value == 0) return "0";
    std::array<char, 64> buffer;
    const double size = std::abs(value);
    // Plain digits where a person would write them; powers of ten elsewhere.
    const auto form = size >= 1e-5 && size < 1e15 ? std::chars_format::fixed : std::chars_format::scientific;
    const auto made = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, form);
    return {buffer.data(), made.ptr};
}

std::string parse_quantity(const UnitFamily& family, std::string_view text, double& natural) {
    const std::string wrong = "'" + std::string(text) + "' is not " + std::string(family.quantity) + ": ";
    const std::string form = "write a number with its unit, e.g. '" + std::string(family.example) + "'";
    const std::size_t space = text.find(' ');
    const std::string_view number = text.substr(0, space == std::string_view::npos ? number_length(text) : space);
    double value = 0;
    if (const auto fault = parse_plain(number, value); !fault.empty()) {
        return wrong + (fault == "write a number" ? form : fault);
    }
    std::string_view unit_text = text.substr(number.size());
    if (unit_text.empty()) return wrong + form;
    const bool spaced = unit_text.front() == ' ';
    unit_text.remove_prefix(std::min(unit_text.find_first_not_of(' '), unit_text.size()));
    for (const auto& unit : family.units) {
        if (unit.name != unit_text) continue;
        if (!spaced) {
            return wrong + "put a space before the unit: '" + std::string(number) + " " + std::string(unit_text) + "'";
        }
        const double scaled = value * unit.times / unit.over;
        if (!std::isfinite(scaled)) return wrong + "the number must be finite";
        natural = scaled;
        return {};
    }
    return wrong + "its unit is one of " + unit_list(family) + nearest_unit(family, number, unit_text);
}

std::string format_quantity(const UnitFamily& family, double natural) {
    std::string best;
    std::string_view best_unit;
    for (const auto& unit : family.units) {
        const double value = natural * unit.over / unit.times;
        // Fewer digits first: 15 km/h comes back from metres a second as 15.000000000000002.
        for (const int digits : {15, 16, 17}) {
            std::string number = fixed_text(value, digits);
            double back = 0;
            if (!parse_plain(number, back).empty() || back * unit.times / unit.over != natural) continue;
            if (best.empty() || number.size() < best.size()) {
                best = std::move(number);
                best_unit = unit.name;
            }
            break;
        }
    }
    return best + " " + std::string(best_unit);
}

}  // namespace aidway
