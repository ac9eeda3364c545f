// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "network/line_feature.hpp"
#include "network/road_network.hpp"

namespace aidway {

struct BuildOptions {
    Distance tolerance;  ///< how far apart what should meet may lie; 0 m joins only what meets exactly
};

/// One repair: something that was drawn apart and is now one node.
struct Join {
    LonLat at;          ///< the node
    std::string what;   ///< "feature 4 ends 6.2 m from feature 9: joined"
    Distance distance;  ///< how far apart it was drawn
};

struct Built {
    RoadNetwork network;
    std::vector<Join> joins;  ///< ordered by place
};

/// Makes a network of drawn lines. A node stands at every line end and wherever two lines
/// share a vertex (vertices are compared after rounding to 1e-7 degree); lines that merely cross do not meet, as on
/// a bridge. Ends within the tolerance of each other become one node, at the place most lines end at (ties go to
/// the smallest longitude, then latitude); a line that passes a node within the tolerance is led through it. Ends
/// join in chains: a row of ends, each near the next, is one node. Each repair is reported as a join. Where a node
/// parts a line that states its length, its pieces share that length as they share the drawn one.
///
/// Faults (appended with `file` and the feature's number; the line is then left out): fewer than two distinct
/// points, a coordinate off the globe, no length, a stated length below 1 mm, a line no longer than the tolerance whose
/// two ends would be joined; and a file without lines. The result does not depend on the order of `lines`. Lines across
/// the 180th meridian are not joined over it.
[[nodiscard]] Built build_network(const std::vector<LineFeature>& lines, const BuildOptions& options,
                                  const std::string& file, std::vector<Diagnostic>& faults);

}  // namespace aidway
