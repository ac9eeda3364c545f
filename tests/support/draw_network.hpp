// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/quantity.hpp"
#include "network/line_feature.hpp"

namespace aidway::test {

struct DrawnNetwork {
    std::vector<LineFeature> lines;
    std::map<char, LonLat> places;  ///< of the letters
};

/// Roads from a drawing: letters are places, roads run between them along - | / \ ; a digit on a road puts that
/// whole road into the gate of that name (or of the name that `legend` gives the digit). A column and a row are each
/// `cell` wide; the first row lies on the equator, so lengths are `cell` per character to within a centimetre
/// (diagonals times the root of 2). A line per road, numbered from 0 in reading order.
/// Throws std::invalid_argument for a road that ends nowhere.
///
///     A--1--B
///     |    /
///     C---D
[[nodiscard]] DrawnNetwork draw_network(const std::string& drawing, Distance cell,
                                        const std::map<char, std::string>& legend = {});

}  // namespace aidway::test
