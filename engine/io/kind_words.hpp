// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "network/road_kind.hpp"

namespace aidway {

/// What a layer says of the kind of a road beside its class, as text; empty: nothing. Also the names of the columns
/// that say it.
struct KindWords {
    std::string surface = {};
    std::string condition = {};
    std::string features = {};    ///< words parted by , or ; or as a JSON list
    std::string barred = {};      ///< kinds of traffic, likewise
    std::string max_weight = {};  ///< tonnes, or with a unit as OpenStreetMap has it
    std::string max_height = {};  ///< metres, or with a unit
    std::string max_speed = {};   ///< km/h, or with a unit
};

using TellFault = std::function<void(std::string message)>;

/// The kind of road that the words describe. A limit that cannot be read is told of and left out.
[[nodiscard]] RoadKind road_kind_of(std::string road_class, const KindWords& words, const TellFault& tell);

}  // namespace aidway
