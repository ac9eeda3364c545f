// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

class OGRCoordinateTransformation;
class OGRLayer;
class OGRSpatialReference;

namespace aidway {

class VectorFile;

/// From the layer's coordinate system to WGS 84, longitude first; null where there is nothing to change. A layer
/// without a coordinate system is taken as WGS 84. `possible` is false, with a fault, where PROJ knows no way.
[[nodiscard]] std::unique_ptr<OGRCoordinateTransformation> to_wgs84(OGRLayer& layer, VectorFile& file, bool& possible);

/// The same from a coordinate system by itself; no fault is added.
[[nodiscard]] std::unique_ptr<OGRCoordinateTransformation> to_wgs84(const OGRSpatialReference& theirs, bool& possible);

}  // namespace aidway
