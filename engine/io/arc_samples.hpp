// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/diagnostic.hpp"
#include "core/quantity.hpp"
#include "io/raster_band.hpp"
#include "network/road_network.hpp"

namespace aidway {

/// What a raster says along an arc; NaN where no sample has a value.
struct ArcSample {
    double mean = 0;
    double least = 0;
    double most = 0;
    double told = 0;  ///< share of the samples that have a value, 0 to 1
};

/// Samples a raster along every arc, by its drawing: the arc is parted into equal pieces no longer than `step`, and the
/// cell under the middle of each piece is taken. Both arcs of a road have the same samples. `step` must be above 0.
/// Faults (appended; no samples are given then): those of `RasterBand::open`, and a coordinate system that WGS 84
/// cannot be changed to.
[[nodiscard]] std::vector<ArcSample> samples_along(const RoadNetwork& network, const RasterSource& raster,
                                                   Distance step, std::vector<Diagnostic>& faults);

}  // namespace aidway
