// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "io/kind_words.hpp"
#include "network/line_feature.hpp"

namespace aidway {

/// Which columns of a layer say what. An empty name: the layer has no such column, the text stays empty.
struct LineColumns {
    std::string road;
    std::string gate;
    std::string road_class;
    std::string layer;  ///< name of the layer; empty: the file's only layer
    std::string one_way =
        {};  ///< "yes" or "F": drawing order alone; "-1" or "T": against it; "no", "B" or nothing: both
    std::string length_m = {};   ///< a number of metres; nothing: as drawn
    std::string length_km = {};  ///< the same in kilometres
    KindWords kind = {};         ///< columns for what else a road is like
};

/// Reads the lines of any file that GDAL opens, in any coordinate system, as WGS 84 longitude and latitude. Each part
/// of a multi-line is one feature with the same number; a null column value is an empty text. A file without a
/// coordinate system is taken as WGS 84.
/// Faults are appended with `shown_path` as file, and what is faulty is left out: a file that is missing or cannot be
/// opened, a missing layer or column (with the nearest name there is), a null or non-line geometry, a place outside
/// the coordinate system, a direction, a length or a limit that cannot be read. GDAL prints nothing; its words are in
/// the fault. Threads: one call at a time per file.
[[nodiscard]] std::vector<LineFeature> read_line_layer(const std::filesystem::path& path, const LineColumns& columns,
                                                       const std::string& shown_path, std::vector<Diagnostic>& faults);

}  // namespace aidway
