// SPDX-License-Identifier: Apache-2.0
#include "io/control_layer.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>

#include "core/name.hpp"
#include "io/vector_file.hpp"

namespace aidway {
namespace {

/// What a date column says, as text; many formats have a type for dates, and GDAL finds them in GeoJSON by itself.
std::string date_of(const OGRFeature& feature, int column) {
    const auto kind = feature.GetFieldDefnRef(column)->GetType();
    if ((kind != OFTDate && kind != OFTDateTime) || !feature.IsFieldSetAndNotNull(column)) {
        return text_of(feature, column);
    }
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zone = 0;
    feature.GetFieldAsDateTime(column, &year, &month, &day, &hour, &minute, &second, &zone);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", year, month, day, hour, minute, second);
}

void check_dates(const OGRFeature& feature, int from, int to, VectorFile& file) {
    std::optional<LocalTime> ends[2];
    for (const int i : {0, 1}) {
        const std::string text = date_of(feature, i == 0 ? from : to);
        if (text.empty()) continue;
        ends[i] = parse_local_time(text);
        if (ends[i]) continue;
        file.fault(name_of(feature),
                   fmt::format("{} '{}' is not a date, e.g. '2016-09-12'", i == 0 ? "valid_from" : "valid_to", text));
    }
    if (ends[0] && ends[1] && *ends[1] <= *ends[0]) file.fault(name_of(feature), "valid_to must lie after valid_from");
}

void check_shape(const OGRFeature& feature, VectorFile& file) {
    const OGRGeometry* drawn = feature.GetGeometryRef();
    if (drawn == nullptr || drawn->IsEmpty()) {
        return file.fault(name_of(feature), "there is no geometry: expected an area");
    }
    const OGRwkbGeometryType kind = wkbFlatten(drawn->getGeometryType());
    if (kind == wkbPolygon || kind == wkbMultiPolygon) return;
    file.fault(name_of(feature), fmt::format("the geometry is a {}: expected an area", OGRGeometryTypeToName(kind)));
}

}  // namespace

void check_control_layer(const std::filesystem::path& path, const std::string& shown_path,
                         const std::optional<std::vector<std::string>>& parties, std::vector<Diagnostic>& faults) {
    VectorFile file(shown_path, faults);
    OGRLayer* layer = file.open(path, "", "a layer of areas");
    if (layer == nullptr) return;
    const auto party = file.column(*layer, "party");
    const auto from = file.column(*layer, "valid_from");
    const auto to = file.column(*layer, "valid_to");
    if (!party || !from || !to) return;
    layer->ResetReading();
    while (const auto feature = OGRFeatureUniquePtr(layer->GetNextFeature())) {
        check_shape(*feature, file);
        check_dates(*feature, *from, *to, file);
        const std::string holder = text_of(*feature, party);
        if (!parties || std::find(parties->begin(), parties->end(), holder) != parties->end()) continue;
        file.fault(name_of(*feature),
                   fmt::format("no party '{}' in scenario.yaml{}", holder, suggestion(holder, *parties)));
    }
}

}  // namespace aidway
