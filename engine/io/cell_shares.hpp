// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>
#include <vector>

namespace aidway {

/// A ring of points as (column, row) of a raster, where a cell is a unit square; closed by its first point.
using CellRing = std::vector<std::pair<double, double>>;

/// Cells of a raster: columns [left, left + columns), rows [top, top + rows).
struct CellWindow {
    int left = 0;
    int top = 0;
    int columns = 0;
    int rows = 0;
};

/// How much of each cell of the window the area covers, 0 to 1, row by row. Outer rings run one way round and holes the
/// other; rings that cross themselves or each other give no meaning. Exact but for rounding: the share left of each
/// edge is added up cell by cell, as glyphs are filled. Cost: cells of the window, and cells that an edge passes.
[[nodiscard]] std::vector<double> cell_shares(const std::vector<CellRing>& rings, const CellWindow& window);

}  // namespace aidway
