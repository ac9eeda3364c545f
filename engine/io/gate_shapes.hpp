// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/lon_lat.hpp"

namespace aidway {

/// One point or line of a layer with the text of the columns that were asked for.
struct GateShape {
    std::int64_t fid = 0;
    LonLat at;                                ///< of a point
    std::vector<std::vector<LonLat>> parts;   ///< of a line; empty: a point
    std::map<std::string, std::string> text;  ///< by column
};

/// Columns with the coordinates of a table without shapes; both or none.
struct CoordinateColumns {
    std::string lon;
    std::string lat;
};

/// Reads points and lines from any file that GDAL opens, in any coordinate system, as WGS 84, with these columns as
/// text. Faults are appended with `shown_path` as file, and what is faulty is left out: a missing file, layer or
/// column, a geometry that is neither, a place off the globe, coordinates that are no numbers. Threads: one call at a
/// time per file.
[[nodiscard]] std::vector<GateShape> read_gate_shapes(const std::filesystem::path& path, const std::string& shown_path,
                                                      const std::vector<std::string>& columns,
                                                      const CoordinateColumns& coordinates,
                                                      std::vector<Diagnostic>& faults);

}  // namespace aidway
