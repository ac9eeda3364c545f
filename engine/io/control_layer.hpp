// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/control_timeline.hpp"
#include "core/diagnostic.hpp"

namespace aidway {

/// Which columns say what; an empty name is a column that the layer does not have.
struct ControlColumns {
    std::string party = "party";
    std::string valid_from = "valid_from";
    std::string valid_to = "valid_to";
    std::string priority = {};
};

/// What the rows of a layer of areas of control must fit.
struct ControlFrame {
    std::optional<std::vector<std::string>> parties;  ///< in the order of PartyId; nothing where they are not known
    std::string timezone;                             ///< of the dates
    ControlColumns columns = {};
    std::map<std::string, std::string> words = {};  ///< what the layer's own words for parties mean
};

/// Areas in the order of the layer, and the number of the feature that each was drawn as.
struct ControlLayer {
    std::vector<ControlArea> areas;
    std::vector<std::int64_t> features;
};

/// Reads areas of control, one a row, from any file that GDAL opens: polygons with a party, dates and, where asked for,
/// a priority, in any coordinate system. A date is a local midnight; no date means from the beginning or without end.
/// The party may also be several joined by ';' or the word "contested", which is contested ground, or "unknown"; the
/// name of a party goes before such a word.
/// Faults are appended with `shown_path` as file, and what is faulty is left out: a missing file, layer or column, a
/// geometry that is no area, leaves the globe or crosses itself, an unknown party, what is no date or no whole number,
/// an end before its beginning. GDAL prints nothing; its words are in the fault. Threads: one call at a time per file.
[[nodiscard]] ControlLayer read_control_layer(const std::filesystem::path& path, const std::string& shown_path,
                                              const ControlFrame& frame, std::vector<Diagnostic>& faults);

/// Sets whose ground an area is by what is said of its party; else what is wrong with it.
[[nodiscard]] std::string set_ground(ControlArea& area, const std::string& said,
                                     const std::vector<std::string>& parties);

}  // namespace aidway
