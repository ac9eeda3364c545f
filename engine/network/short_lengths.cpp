// SPDX-License-Identifier: Apache-2.0
#include "network/short_lengths.hpp"

#include <fmt/format.h>

namespace aidway {

std::vector<Repair> short_lengths(const std::vector<LineFeature>& lines) {
    constexpr double rounding = 0.99;
    std::vector<Repair> found;
    for (const LineFeature& line : lines) {
        if (!line.length || line.points.size() < 2) continue;
        const double straight_m = great_circle(line.points.front(), line.points.back()).metres();
        if (line.length->metres() >= rounding * straight_m) continue;
        const std::string name = line.road.empty() ? "" : fmt::format(" ({})", line.road);
        found.push_back({line.points.front(), "short_length",
                         fmt::format("feature {}{}: {:.1f} km stated for {:.1f} km of great circle", line.fid, name,
                                     line.length->metres() / 1000, straight_m / 1000),
                         *line.length});
    }
    return found;
}

}  // namespace aidway
