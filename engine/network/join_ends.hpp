// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "network/grid_point.hpp"
#include "network/line_faults.hpp"

namespace aidway {

/// A checked line on its way into a network: at least two distinct points, neighbours differ.
struct GridLine {
    const LineFeature* source = nullptr;
    std::vector<GridPoint> points;
};

/// Moves line ends that lie within the tolerance of each other to one place and leads passing lines through the
/// ends within the tolerance; reports each as a repair. Lines that would shrink to a point are taken out and told of.
/// Does not depend on the order of `lines`, but for the order that remains in it.
void join_ends(std::vector<GridLine>& lines, Distance tolerance, const LineFaults& told);

}  // namespace aidway
