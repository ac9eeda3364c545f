// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "network/crossings.hpp"
#include "network/line_feature.hpp"
#include "network/repair.hpp"
#include "network/road_network.hpp"

namespace aidway {

/// Where the lines of a layer meet.
enum class Meeting : std::uint8_t {
    at_vertices,  ///< wherever they share a vertex
    at_ends       ///< at their ends alone: the lines are the arcs of a network, each passable in drawing order
};

struct BuildOptions {
    Distance tolerance;  ///< how far apart what should meet may lie; 0 m joins only what meets exactly
    bool mend = false;   ///< leave out what has no length and what is drawn twice, and tell of it
    Crossings crossings = Crossings::leave;  ///< what to do where lines cross without a common vertex
    Meeting meeting = Meeting::at_vertices;
};

struct Built {
    RoadNetwork network;
    std::vector<Repair> repairs;  ///< ordered by place
};

/// Makes a network of drawn lines. A node stands at every line end and wherever two lines
/// share a vertex (vertices are compared after rounding to 1e-7 degree); lines that merely cross do not meet, as on
/// a bridge, unless `crossings` says so. Ends within the tolerance of each other become one node, at the place most
/// lines end at (ties go to the smallest longitude, then latitude); a line that passes a node within the tolerance is
/// led through it. Ends join in chains: a row of ends, each near the next, is one node. Each is a repair of kind
/// "join". Where a node parts a line that states its length, its pieces share that length as they share the drawn one.
///
/// Faults (appended with `file` and the feature's number; the line is then left out): fewer than two distinct
/// points, a coordinate off the globe, no length, a stated length below 1 mm, a line no longer than the tolerance whose
/// two ends would be joined; and a file without lines. Where `mend` is set, a line without length is no fault but a
/// repair of kind "zero_length", and of lines that say and draw the same (either way round, where two-way) all but the
/// least feature are left out with a repair of kind "duplicate". The result does not depend on the order of `lines`.
/// Where they meet at their ends alone, no end is moved and no copy left out, and an arc and the one that leads back
/// along it are one road.
/// Lines across the 180th meridian are not joined over it.
[[nodiscard]] Built build_network(const std::vector<LineFeature>& lines, const BuildOptions& options,
                                  const std::string& file, std::vector<Diagnostic>& faults);

}  // namespace aidway
