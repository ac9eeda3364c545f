// SPDX-License-Identifier: Apache-2.0
#include "io/gate_shapes.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <charconv>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include "io/vector_file.hpp"
#include "io/wgs84.hpp"

namespace aidway {
namespace {

std::optional<double> number(const std::string& text) {
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = fault == std::errc() && end == text.data() + text.size() && std::isfinite(value);
    return whole ? std::optional(value) : std::nullopt;
}

class ShapeReader {
public:
    ShapeReader(VectorFile& file, const CoordinateColumns& coordinates) : file_(file), named_(coordinates) {}

    std::vector<GateShape> read_all(OGRLayer& layer, const std::vector<std::string>& columns) {
        std::vector<GateShape> rows;
        if (!find_columns(layer, columns)) return rows;
        bool possible = false;
        change_ = to_wgs84(layer, file_, possible);
        if (!possible) return rows;
        file_.for_each(layer, [&](const OGRFeature& feature) {
            GateShape row;
            row.fid = feature.GetFID();
            if (!(lon_ ? read_stated(feature, row) : read_drawn(feature, row))) return;
            for (const auto& [name, column] : columns_) row.text[name] = text_of(feature, column);
            rows.push_back(std::move(row));
        });
        return rows;
    }

private:
    bool find_columns(OGRLayer& layer, const std::vector<std::string>& columns) {
        bool whole = true;
        for (const auto& name : columns) {
            const auto column = file_.column(layer, name);
            if (column) columns_[name] = *column;
            whole = whole && column;
        }
        if (named_.lon.empty()) return whole;
        lon_ = file_.column(layer, named_.lon);
        lat_ = file_.column(layer, named_.lat);
        return whole && lon_ && lat_;
    }

    bool refuse(const OGRFeature& feature, std::string message) {
        file_.fault(name_of(feature), std::move(message));
        return false;
    }

    bool on_globe(const OGRFeature& feature, LonLat at) {
        return at.valid() || refuse(feature, fmt::format("a point lies at ({:.9g}, {:.9g}): expected a longitude in "
                                                         "[-180, 180] and a latitude in [-90, 90]",
                                                         at.lon_deg, at.lat_deg));
    }

    bool read_drawn(const OGRFeature& feature, GateShape& row) {
        const OGRGeometry* drawn = feature.GetGeometryRef();
        if (drawn == nullptr || drawn->IsEmpty()) {
            return refuse(feature,
                          "there is no geometry: expected a point or a line, or name the columns 'lon' and "
                          "'lat'");
        }
        const std::unique_ptr<OGRGeometry> shape(drawn->clone());
        if (change_ != nullptr && shape->transform(change_.get()) != OGRERR_NONE) {
            return refuse(feature, "the shape leaves the coordinate system of its layer");
        }
        switch (wkbFlatten(shape->getGeometryType())) {
            case wkbPoint: row.at = {shape->toPoint()->getX(), shape->toPoint()->getY()}; break;
            case wkbLineString: add_part(*shape->toLineString(), row); break;
            case wkbMultiLineString:
                for (const OGRLineString* part : *shape->toMultiLineString()) add_part(*part, row);
                break;
            default:
                return refuse(feature, fmt::format("the geometry is a {}: expected a point or a line",
                                                   OGRGeometryTypeToName(wkbFlatten(shape->getGeometryType()))));
        }
        for (const auto& part : row.parts) {
            for (const LonLat at : part) {
                if (!on_globe(feature, at)) return false;
            }
        }
        return !row.parts.empty() || on_globe(feature, row.at);
    }

    static void add_part(const OGRLineString& line, GateShape& row) {
        auto& part = row.parts.emplace_back();
        for (int i = 0; i < line.getNumPoints(); ++i) part.push_back({line.getX(i), line.getY(i)});
    }

    bool read_stated(const OGRFeature& feature, GateShape& row) {
        const std::string lon = text_of(feature, lon_);
        const std::string lat = text_of(feature, lat_);
        const auto lon_deg = number(lon), lat_deg = number(lat);
        if (!lon_deg || !lat_deg) {
            return refuse(feature, fmt::format("{} '{}' and {} '{}' are no place: expected degrees", named_.lon, lon,
                                               named_.lat, lat));
        }
        row.at = {*lon_deg, *lat_deg};
        return on_globe(feature, row.at);
    }

    VectorFile& file_;
    CoordinateColumns named_;
    std::map<std::string, int> columns_;
    std::optional<int> lon_, lat_;
    std::unique_ptr<OGRCoordinateTransformation> change_;
};

}  // namespace

std::vector<GateShape> read_gate_shapes(const std::filesystem::path& path, const std::string& shown_path,
                                        const std::vector<std::string>& columns, const CoordinateColumns& coordinates,
                                        std::vector<Diagnostic>& faults) {
    VectorFile file(shown_path, faults);
    OGRLayer* layer = file.open(path, "", "a layer of points or lines");
    if (layer == nullptr) return {};
    return ShapeReader(file, coordinates).read_all(*layer, columns);
}

}  // namespace aidway
