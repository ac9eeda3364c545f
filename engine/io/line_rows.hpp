// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "io/kind_words.hpp"
#include "network/line_feature.hpp"

class OGRCoordinateTransformation;
class OGRGeometry;

namespace aidway {

/// What a row of a layer or table says of a line beside where it lies; empty text: nothing.
struct LineRow {
    std::int64_t number = 0;  ///< of the row, by which faults and repairs name it
    std::string road = {};
    std::string gate = {};
    std::string road_class = {};
    std::string one_way = {};
    std::string length_m = {};
    std::string length_km = {};
    KindWords kind = {};
    OtherNames other_names = {};
};

/// Adds the lines that a row draws, one per part. `change` leads to WGS 84; null where there is nothing to change. Adds
/// none and tells every fault where the geometry is missing, no line or outside its coordinate system, or a direction,
/// a length or a limit cannot be read.
void add_row(const LineRow& row, const OGRGeometry* drawn, OGRCoordinateTransformation* change, const TellFault& tell,
             std::vector<LineFeature>& lines);

/// Lines that lie in memory.
struct LineTable {
    std::string system;            ///< coordinate system in any form that PROJ knows; empty: WGS 84
    std::vector<std::string> wkb;  ///< geometry per row, as well-known binary; empty: there is none
    std::vector<LineRow> rows;
};

/// Reads a table by the rules of `read_line_layer`, with the same faults.
[[nodiscard]] std::vector<LineFeature> read_line_table(const LineTable& table, const std::string& shown,
                                                       std::vector<Diagnostic>& faults);

}  // namespace aidway
