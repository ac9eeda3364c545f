// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "io/raster_band.hpp"

namespace aidway {

/// Areas that lie in memory.
struct AreaTable {
    std::string system;                 ///< coordinate system in any form that PROJ knows; empty: WGS 84
    std::vector<std::string> wkb;       ///< polygon or multi-polygon per row, as well-known binary
    std::vector<std::int64_t> numbers;  ///< of the rows, by which faults name them
};

struct ZonalSum {
    double sum = 0;    ///< of values, each times the share of its cell that the area covers
    double cells = 0;  ///< covered, in cells that have a value
    double area = 0;   ///< of the whole area, in cells, inside the raster and outside
};

/// Sums of a raster's values over areas: of people per cell, the people in each area. Cells without a value count as
/// nothing. Shares are exact for polygons whose edges are straight in the raster's coordinate system; areas in another
/// system are changed to it, edges longer than a hundredth of the area's extent parted first. The sum of areas that
/// part a land is the sum over the land, but for rounding. Memory: at most some million cells at a time.
///
/// Faults (appended; no sums are given then): those of `RasterBand::open`; a missing geometry, one that is no area,
/// crosses itself, or cannot be changed to the raster's system.
[[nodiscard]] std::vector<ZonalSum> zonal_sums(const RasterSource& raster, const AreaTable& areas,
                                               const std::string& shown, std::vector<Diagnostic>& faults);

}  // namespace aidway
