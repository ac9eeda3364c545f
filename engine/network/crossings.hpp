// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "network/join_ends.hpp"
#include "network/repair.hpp"

namespace aidway {

/// What to do where two lines of a layer cross and neither has a vertex that is the other's too.
enum class Crossings {
    leave,  ///< nothing: whoever drew them meant it
    tell,   ///< they do not meet, but it is told as a repair of kind "crossing"
    join,   ///< both are led through one new vertex, and that is told
};

/// Finds them exactly, lines being straight between their vertices in longitude and latitude; lines that are bridges or
/// tunnels cross nothing, and a line does not cross itself. A crossing lies at the nearest whole 1e-7 degree. Takes
/// O(n log n) for n segments and as many more as boxes around segments overlap. Does not depend on the order of
/// `lines`. Repairs are appended in the order of place.
void treat_crossings(std::vector<GridLine>& lines, Crossings treatment, std::vector<Repair>& repairs);

}  // namespace aidway
