// SPDX-License-Identifier: Apache-2.0
#include "io/line_rows.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "io/gdal_session.hpp"
#include "io/road_words.hpp"
#include "io/wgs84.hpp"

namespace aidway {
namespace {

void add_line(const OGRLineString& line, LineFeature feature, bool against, std::vector<LineFeature>& lines) {
    for (int i = 0; i < line.getNumPoints(); ++i) feature.points.push_back({line.getX(i), line.getY(i)});
    if (against) std::reverse(feature.points.begin(), feature.points.end());
    lines.push_back(std::move(feature));
}

void read_length(const std::string& text, const char* unit, double unit_m, const TellFault& tell, LineFeature& line) {
    if (text.empty()) return;
    if (const auto number = length_in(text)) {
        line.length = Distance::metres(*number * unit_m);
    } else {
        tell(no_length(text, unit));
    }
}

/// The lines of a geometry; nothing, with a fault, where it is none.
std::unique_ptr<OGRGeometry> lines_of(const OGRGeometry* drawn, OGRCoordinateTransformation* change,
                                      const TellFault& tell) {
    if (drawn == nullptr || drawn->IsEmpty()) {
        tell("there is no geometry: expected a line");
        return nullptr;
    }
    const OGRwkbGeometryType kind = wkbFlatten(drawn->getGeometryType());
    if (kind != wkbLineString && kind != wkbMultiLineString) {
        tell(fmt::format("the geometry is a {}: expected a line", OGRGeometryTypeToName(kind)));
        return nullptr;
    }
    std::unique_ptr<OGRGeometry> geometry(drawn->clone());
    if (change != nullptr && geometry->transform(change) != OGRERR_NONE) {
        tell("the line leaves the coordinate system of its layer");
        return nullptr;
    }
    return geometry;
}

}  // namespace

void add_row(const LineRow& row, const OGRGeometry* drawn, OGRCoordinateTransformation* change, const TellFault& tell,
             std::vector<LineFeature>& lines) {
    bool sound = true;
    const TellFault refuse = [&](std::string message) {
        tell(std::move(message));
        sound = false;
    };
    const auto geometry = lines_of(drawn, change, refuse);
    LineFeature line{row.number, {}, row.road, row.gate, road_kind_of(row.road_class, row.kind, refuse)};
    line.other_names = row.other_names;
    const auto said = direction_of(row.one_way);
    if (!said) refuse(no_direction(row.one_way));
    line.one_way = said != Direction::both;
    read_length(row.length_m, "m", 1.0, refuse, line);
    read_length(row.length_km, "km", 1000.0, refuse, line);
    if (!sound) return;
    const bool against = said == Direction::against;
    if (wkbFlatten(geometry->getGeometryType()) == wkbLineString) {
        add_line(*geometry->toLineString(), line, against, lines);
        return;
    }
    const auto& parts = *geometry->toMultiLineString();
    if (line.length && parts.getNumGeometries() > 1) {
        return refuse("the feature has several parts and one length: expected a length per line");
    }
    for (const OGRLineString* part : parts) add_line(*part, line, against, lines);
}

std::vector<LineFeature> read_line_table(const LineTable& table, const std::string& shown,
                                         std::vector<Diagnostic>& faults) {
    GdalSession gdal;
    const auto fault = [&](const std::string& feature, std::string message) {
        if (const std::string said = gdal.take_messages(); !said.empty()) message += " (" + said + ")";
        faults.push_back({shown, {}, feature, std::move(message)});
    };
    std::vector<LineFeature> lines;
    std::unique_ptr<OGRCoordinateTransformation> change;
    if (!table.system.empty()) {
        OGRSpatialReference theirs;
        bool possible = theirs.SetFromUserInput(table.system.c_str()) == OGRERR_NONE;
        if (possible) change = to_wgs84(theirs, possible);
        if (!possible) {
            fault("", "the coordinate system cannot be changed to WGS 84");
            return lines;
        }
    }
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const std::string name = fmt::format("feature {}", table.rows[i].number);
        OGRGeometry* drawn = nullptr;
        const std::string& wkb = table.wkb[i];
        if (!wkb.empty() && OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &drawn, wkb.size()) != OGRERR_NONE) {
            fault(name, "the geometry cannot be read");
            continue;
        }
        const std::unique_ptr<OGRGeometry> owned(drawn);
        add_row(
            table.rows[i], drawn, change.get(), [&](std::string message) { fault(name, std::move(message)); }, lines);
    }
    return lines;
}

}  // namespace aidway
