// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "access/control_timeline.hpp"
#include "core/diagnostic.hpp"

namespace aidway {

/// What the rows of a layer of areas of control must fit.
struct ControlFrame {
    std::optional<std::vector<std::string>> parties;  ///< in the order of PartyId; nothing where they are not known
    std::string timezone;                             ///< of the dates
};

/// Reads areas of control, one a row, from any file that GDAL opens: polygons with the columns party, valid_from and
/// valid_to, in any coordinate system. A date is a local midnight; no date means from the beginning or without end.
/// Faults are appended with `shown_path` as file, and what is faulty is left out: a missing file, layer or column, a
/// geometry that is no area or leaves the globe, an unknown party, what is no date, an end before its beginning.
/// GDAL prints nothing; its words are in the fault. Threads: one call at a time per file.
[[nodiscard]] std::vector<ControlArea> read_control_layer(const std::filesystem::path& path,
                                                          const std::string& shown_path, const ControlFrame& frame,
                                                          std::vector<Diagnostic>& faults);

}  // namespace aidway
