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
    /// `message` says what was expected after a colon; a repair does without.
    void without_length(const LineFeature& line, std::string message) const {
        if (!mend) return fault(line, std::move(message));
        message.resize(message.find(": expected"));
        repairs.push_back({line.points.front(), "zero_length",
                           "feature " + std::to_string(line.fid) + ": " + message + ": left out", Distance{}});
    }
};

}  // namespace aidway
