// SPDX-License-Identifier: Apache-2.0
#include "io/line_layer.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <system_error>
#include <utility>

#include "io/gdal_session.hpp"

namespace aidway {
namespace {

constexpr int no_column = -1;

struct ColumnNumbers {
    int road = no_column;
    int gate = no_column;
    int road_class = no_column;
};

/// What one reading shares: where faults go, and GDAL's voice.
struct Reading {
    const std::string& shown_path;
    std::vector<Diagnostic>& faults;
    GdalSession gdal;

    void fault(const std::string& feature, std::string message) {
        if (const std::string said = gdal.take_messages(); !said.empty()) message += " (" + said + ")";
        faults.push_back({shown_path, {}, feature, std::move(message)});
    }
};

GDALDatasetUniquePtr open_file(const std::filesystem::path& path, Reading& reading) {
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
        reading.fault("", "there is no such file: expected a layer of lines");
        return nullptr;
    }
    GDALDatasetUniquePtr file(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    if (!file) reading.fault("", "the file cannot be read as a vector layer");
    return file;
}

OGRLayer* chosen_layer(GDALDataset& file, const std::string& name, Reading& reading) {
    std::vector<std::string> names;
    for (int i = 0; i < file.GetLayerCount(); ++i) names.emplace_back(file.GetLayer(i)->GetName());
    if (!name.empty()) {
        for (int i = 0; i < file.GetLayerCount(); ++i) {
            if (names[static_cast<std::size_t>(i)] == name) return file.GetLayer(i);
        }
        reading.fault("", fmt::format("there is no layer '{}'{}", name, suggestion(name, names)));
        return nullptr;
    }
    if (names.size() == 1) return file.GetLayer(0);
    reading.fault("",
                  fmt::format("the file has {} layers: expected one, or the name of the layer to read", names.size()));
    return nullptr;
}

/// Numbers of the named columns; false, with a fault each, when one is missing.
bool find_columns(OGRLayer& layer, const LineColumns& columns, ColumnNumbers& numbers, Reading& reading) {
    const OGRFeatureDefn& table = *layer.GetLayerDefn();
    std::vector<std::string> names;
    for (int i = 0; i < table.GetFieldCount(); ++i) names.emplace_back(table.GetFieldDefn(i)->GetNameRef());
    bool all = true;
    const auto find = [&](const std::string& name, int& number) {
        if (name.empty()) return;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (names[i] == name) number = static_cast<int>(i);
        }
        if (number != no_column) return;
        all = false;
        reading.fault("", fmt::format("there is no column '{}'{}", name, suggestion(name, names)));
    };
    find(columns.road, numbers.road);
    find(columns.gate, numbers.gate);
    find(columns.road_class, numbers.road_class);
    return all;
}

/// From the layer's coordinate system to WGS 84; nothing where there is none to change.
std::unique_ptr<OGRCoordinateTransformation> to_wgs84(OGRLayer& layer, Reading& reading, bool& possible) {
    possible = true;
    const OGRSpatialReference* theirs = layer.GetSpatialRef();
    if (theirs == nullptr) return nullptr;
    OGRSpatialReference from(*theirs);
    OGRSpatialReference wgs84;
    wgs84.SetWellKnownGeogCS("WGS84");
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (from.IsSame(&wgs84)) return nullptr;
    std::unique_ptr<OGRCoordinateTransformation> change(OGRCreateCoordinateTransformation(&from, &wgs84));
    possible = change != nullptr;
    if (!possible) reading.fault("", "the layer's coordinate system cannot be changed to WGS 84");
    return change;
}

std::string text_of(OGRFeature& feature, int column) {
    if (column == no_column || !feature.IsFieldSetAndNotNull(column)) return "";
    return feature.GetFieldAsString(column);
}

void add_line(const OGRLineString& line, LineFeature feature, std::vector<LineFeature>& lines) {
    for (int i = 0; i < line.getNumPoints(); ++i) feature.points.push_back({line.getX(i), line.getY(i)});
    lines.push_back(std::move(feature));
}

void read_feature(OGRFeature& feature, const ColumnNumbers& columns, OGRCoordinateTransformation* change,
                  Reading& reading, std::vector<LineFeature>& lines) {
    const std::string name = fmt::format("feature {}", feature.GetFID());
    const OGRGeometry* drawn = feature.GetGeometryRef();
    if (drawn == nullptr || drawn->IsEmpty()) {
        reading.fault(name, "there is no geometry: expected a line");
        return;
    }
    const OGRwkbGeometryType kind = wkbFlatten(drawn->getGeometryType());
    if (kind != wkbLineString && kind != wkbMultiLineString) {
        reading.fault(name, fmt::format("the geometry is a {}: expected a line", OGRGeometryTypeToName(kind)));
        return;
    }
    const std::unique_ptr<OGRGeometry> geometry(drawn->clone());
    if (change != nullptr && geometry->transform(change) != OGRERR_NONE) {
        reading.fault(name, "the line leaves the coordinate system of its layer");
        return;
    }
    const LineFeature row{feature.GetFID(),
                          {},
                          text_of(feature, columns.road),
                          text_of(feature, columns.gate),
                          text_of(feature, columns.road_class)};
    if (kind == wkbLineString) {
        add_line(*geometry->toLineString(), row, lines);
    } else {
        for (const OGRLineString* part : *geometry->toMultiLineString()) add_line(*part, row, lines);
    }
}

}  // namespace

std::vector<LineFeature> read_line_layer(const std::filesystem::path& path, const LineColumns& columns,
                                         const std::string& shown_path, std::vector<Diagnostic>& faults) {
    Reading reading{shown_path, faults, {}};
    std::vector<LineFeature> lines;
    const GDALDatasetUniquePtr file = open_file(path, reading);
    if (!file) return lines;
    OGRLayer* layer = chosen_layer(*file, columns.layer, reading);
    if (layer == nullptr) return lines;
    ColumnNumbers numbers;
    const bool complete = find_columns(*layer, columns, numbers, reading);
    bool possible = false;
    const auto change = to_wgs84(*layer, reading, possible);
    if (!complete || !possible) return lines;
    (void)reading.gdal.take_messages();  // what concerns the file as a whole did no harm
    layer->ResetReading();
    while (const auto feature = OGRFeatureUniquePtr(layer->GetNextFeature())) {
        read_feature(*feature, numbers, change.get(), reading, lines);
    }
    if (const std::string said = reading.gdal.take_messages(); !said.empty()) {
        reading.fault("", "the layer cannot be read to its end: " + said);
    }
    return lines;
}

}  // namespace aidway
