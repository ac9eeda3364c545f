// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "access/control_timeline.hpp"
#include "core/quantity.hpp"
#include "io/control_layer.hpp"
#include "scenario/calendar.hpp"

namespace aidway {

/// Something about areas of control that a reader of the map should know.
struct ControlFinding {
    enum class Kind : std::uint8_t {
        overlap,  ///< two areas lie over each other; one of them decides
        sliver,   ///< a gap or an overlap too narrow to be meant
        gap,      ///< ground among the areas of which none says whose it is, always or for a time
        outside,  ///< ground within the convex hull of all areas that lies in none and is not enclosed by them
    };
    Kind kind = Kind::overlap;
    std::string what;  ///< a sentence without a full stop: which features, where, how much, when
    double area_km2 = 0;
    std::vector<std::vector<std::vector<LonLat>>> polygons;  ///< each an outer ring and its holes
};
[[nodiscard]] const char* name_of(ControlFinding::Kind kind);

/// What is found about the areas that hold at any time in the calendar, ascending by kind and then by feature.
/// Areas are measured on the sphere in an equal-area projection that is true to length at the middle latitude of all
/// areas. An overlap is a sliver where twice its area over its border is less than `sliver_width`; a gap between two
/// areas, where filling all that is narrower closes it. What is smaller than a square metre, or as a thin gap than a
/// tenth of the square of that width, comes of coordinates and of rounded corners and is passed over.
/// Cost: a few operations of GEOS for every pair of neighbours. The same areas give the same findings.
[[nodiscard]] std::vector<ControlFinding> control_findings(const ControlLayer& layer, const Calendar& calendar,
                                                           Distance sliver_width);

}  // namespace aidway
