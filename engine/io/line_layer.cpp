// SPDX-License-Identifier: Apache-2.0
#include "io/line_layer.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "io/road_words.hpp"
#include "io/vector_file.hpp"
#include "io/wgs84.hpp"

namespace aidway {
namespace {

struct ColumnNumbers {
    std::optional<int> road;
    std::optional<int> gate;
    std::optional<int> road_class;
    std::optional<int> one_way;
    std::optional<int> length_m;
    std::optional<int> length_km;
};

/// Numbers of the named columns; false, with a fault each, when one is missing.
bool find_columns(OGRLayer& layer, const LineColumns& columns, ColumnNumbers& numbers, VectorFile& file) {
    bool all = true;
    const auto find = [&](const std::string& name, std::optional<int>& number) {
        if (name.empty()) return;
        number = file.column(layer, name);
        all = all && number;
    };
    find(columns.road, numbers.road);
    find(columns.gate, numbers.gate);
    find(columns.road_class, numbers.road_class);
    find(columns.one_way, numbers.one_way);
    find(columns.length_m, numbers.length_m);
    find(columns.length_km, numbers.length_km);
    return all;
}

void add_line(const OGRLineString& line, LineFeature feature, bool against, std::vector<LineFeature>& lines) {
    for (int i = 0; i < line.getNumPoints(); ++i) feature.points.push_back({line.getX(i), line.getY(i)});
    if (against) std::reverse(feature.points.begin(), feature.points.end());
    lines.push_back(std::move(feature));
}

/// False, with a fault, where there is a length that is no length.
bool read_length(const OGRFeature& feature, std::optional<int> column, const char* unit, double unit_m,
                 VectorFile& file, LineFeature& row) {
    const std::string text = text_of(feature, column);
    if (text.empty()) return true;
    const auto number = length_in(text);
    if (number) {
        row.length = Distance::metres(*number * unit_m);
    } else {
        file.fault(name_of(feature), no_length(text, unit));
    }
    return number.has_value();
}

void read_feature(OGRFeature& feature, const ColumnNumbers& columns, OGRCoordinateTransformation* change,
                  VectorFile& file, std::vector<LineFeature>& lines) {
    const std::string name = name_of(feature);
    const OGRGeometry* drawn = feature.GetGeometryRef();
    if (drawn == nullptr || drawn->IsEmpty()) {
        file.fault(name, "there is no geometry: expected a line");
        return;
    }
    const OGRwkbGeometryType kind = wkbFlatten(drawn->getGeometryType());
    if (kind != wkbLineString && kind != wkbMultiLineString) {
        file.fault(name, fmt::format("the geometry is a {}: expected a line", OGRGeometryTypeToName(kind)));
        return;
    }
    const std::unique_ptr<OGRGeometry> geometry(drawn->clone());
    if (change != nullptr && geometry->transform(change) != OGRERR_NONE) {
        file.fault(name, "the line leaves the coordinate system of its layer");
        return;
    }
    LineFeature row{feature.GetFID(),
                    {},
                    text_of(feature, columns.road),
                    text_of(feature, columns.gate),
                    {text_of(feature, columns.road_class)}};
    const auto said = direction_of(text_of(feature, columns.one_way));
    if (!said) {
        file.fault(name, no_direction(text_of(feature, columns.one_way)));
        return;
    }
    row.one_way = *said != Direction::both;
    if (!read_length(feature, columns.length_m, "m", 1.0, file, row) ||
        !read_length(feature, columns.length_km, "km", 1000.0, file, row)) {
        return;
    }
    const bool against = *said == Direction::against;
    if (kind == wkbLineString) {
        add_line(*geometry->toLineString(), row, against, lines);
    } else {
        const auto& parts = *geometry->toMultiLineString();
        if (row.length && parts.getNumGeometries() > 1) {
            file.fault(name, "the feature has several parts and one length: expected a length per line");
            return;
        }
        for (const OGRLineString* part : parts) add_line(*part, row, against, lines);
    }
}

}  // namespace

std::vector<LineFeature> read_line_layer(const std::filesystem::path& path, const LineColumns& columns,
                                         const std::string& shown_path, std::vector<Diagnostic>& faults) {
    VectorFile file(shown_path, faults);
    std::vector<LineFeature> lines;
    OGRLayer* layer = file.open(path, columns.layer, "a layer of lines");
    if (layer == nullptr) return lines;
    ColumnNumbers numbers;
    const bool complete = find_columns(*layer, columns, numbers, file);
    bool possible = false;
    const auto change = to_wgs84(*layer, file, possible);
    if (!complete || !possible) return lines;
    (void)file.take_messages();  // what concerns the file as a whole did no harm
    layer->ResetReading();
    while (const auto feature = OGRFeatureUniquePtr(layer->GetNextFeature())) {
        read_feature(*feature, numbers, change.get(), file, lines);
    }
    if (const std::string said = file.take_messages(); !said.empty()) {
        file.fault("", "the layer cannot be read to its end: " + said);
    }
    return lines;
}

}  // namespace aidway
