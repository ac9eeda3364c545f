// SPDX-License-Identifier: Apache-2.0
#include "io/wgs84.hpp"

#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include "io/vector_file.hpp"

namespace aidway {

std::unique_ptr<OGRCoordinateTransformation> to_wgs84(const OGRSpatialReference& theirs, bool& possible) {
    possible = true;
    OGRSpatialReference from(theirs);
    OGRSpatialReference wgs84;
    wgs84.SetWellKnownGeogCS("WGS84");
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (from.IsSame(&wgs84)) return nullptr;
    std::unique_ptr<OGRCoordinateTransformation> change(OGRCreateCoordinateTransformation(&from, &wgs84));
    possible = change != nullptr;
    return change;
}

std::unique_ptr<OGRCoordinateTransformation> to_wgs84(OGRLayer& layer, VectorFile& file, bool& possible) {
    possible = true;
    const OGRSpatialReference* theirs = layer.GetSpatialRef();
    if (theirs == nullptr) return nullptr;
    auto change = to_wgs84(*theirs, possible);
    if (!possible) file.fault("", "the layer's coordinate system cannot be changed to WGS 84");
    return change;
}

}  // namespace aidway
