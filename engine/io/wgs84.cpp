// SPDX-License-Identifier: Apache-2.0
#include "io/wgs84.hpp"

#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <string_view>

#include "io/vector_file.hpp"

namespace aidway {
namespace {

/// A GeoPackage has to name a coordinate system, and calls none "Undefined ...".
bool is_undefined(const OGRSpatialReference& theirs) {
    const char* name = theirs.GetName();
    return name != nullptr && std::string_view(name).starts_with("Undefined ");
}

}  // namespace

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
    if (theirs == nullptr || is_undefined(*theirs)) return nullptr;
    auto change = to_wgs84(*theirs, possible);
    if (!possible) file.fault("", "the layer's coordinate system cannot be changed to WGS 84");
    return change;
}

}  // namespace aidway
