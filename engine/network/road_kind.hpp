// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/quantity.hpp"

namespace aidway {

/// What a road is like for those who drive it, as its source says. Empty: not known, or nothing said against it.
struct RoadKind {
    std::string road_class = {};             ///< "primary"
    std::string surface = {};                ///< "gravel"
    std::string condition = {};              ///< how rough: "bad"
    std::vector<std::string> features = {};  ///< what it leads over or through: "bridge", "ford"; ascending
    std::vector<std::string> barred = {};    ///< kinds of traffic that may not use it: "heavy"; ascending
    std::optional<Mass> max_weight = std::nullopt;
    std::optional<Distance> max_height = std::nullopt;
    std::optional<Speed> max_speed = std::nullopt;
    auto operator<=>(const RoadKind&) const = default;
};

/// Names beside the one a road is known by, such as {"name:ar", ...}; ascending.
using OtherNames = std::vector<std::pair<std::string, std::string>>;

}  // namespace aidway
