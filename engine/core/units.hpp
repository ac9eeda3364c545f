// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace aidway {

/// One unit of a family: number in the natural unit = number x times / over, so that 555 g and 15 km/h are exact to
/// the last bit.
struct Unit {
    std::string_view name;
    double times = 1;
    double over = 1;
};

/// The units one kind of quantity may be written in. Where two numbers are equally short the earlier unit is written.
struct UnitFamily {
    std::string_view quantity;  ///< with article
    std::string_view example;
    std::string_view natural;  ///< the unit the engine reckons in
    std::span<const Unit> units;
};

[[nodiscard]] const UnitFamily& mass_units();
[[nodiscard]] const UnitFamily& mass_rate_units();
[[nodiscard]] const UnitFamily& distance_units();
[[nodiscard]] const UnitFamily& speed_units();
[[nodiscard]] const UnitFamily& duration_units();
[[nodiscard]] const UnitFamily& volume_units();
[[nodiscard]] const UnitFamily& density_units();
[[nodiscard]] const UnitFamily& hazard_units();

/// A finite number without separators, as "40", "-0.5" or "1e3"; answers "" or why it is none ("write a number ...").
[[nodiscard]] std::string parse_plain(std::string_view text, double& out);
/// The shortest text that `parse_plain` turns into the same bits.
[[nodiscard]] std::string format_plain(double value);

/// "40 t" in the natural unit of the family; answers "" or what is wrong, with the valid units and the nearest one.
[[nodiscard]] std::string parse_quantity(const UnitFamily& family, std::string_view text, double& natural);
/// The text with the shortest number that `parse_quantity` turns into the same bits.
[[nodiscard]] std::string format_quantity(const UnitFamily& family, double natural);

/// Regular expression of a plain number, for editors.
inline constexpr std::string_view number_pattern = R"([-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][-+]?[0-9]+)?)";

}  // namespace aidway
