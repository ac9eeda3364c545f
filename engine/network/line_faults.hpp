// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "network/line_feature.hpp"
#include "network/repair.hpp"

namespace aidway {

/// Where to tell of lines that cannot become roads: strictly as faults, or, where layers are to be mended, what has no
/// length as a repair.
struct LineFaults {
    const std::string& file;
    bool mend;
    std::vector<Diagnostic>& faults;
    std::vector<Repair>& repairs;

    void fault(const LineFeature& line, std::string message) const {
        faults.push_back({file, {}, "feature " + std::to_string(line.fid), std::move(message)});
    }
    /// "the line is 0 m long", and what was expected.
    void without_length(const LineFeature& line, const std::string& what, const std::string& expected) const {
        if (!mend) return fault(line, what + ": expected " + expected);
        repairs.push_back({line.points.front(), "zero_length",
                           "feature " + std::to_string(line.fid) + ": " + what + ": left out", Distance{}});
    }
};

}  // namespace aidway
