// SPDX-License-Identifier: Apache-2.0
#include "io/control_layer.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "core/name.hpp"
#include "io/vector_file.hpp"
#include "io/wgs84.hpp"
#include "io/zone.hpp"

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

class AreaReader {
public:
    AreaReader(VectorFile& file, const ControlFrame& frame) : file_(file), frame_(frame) {}

    std::vector<ControlArea> read_all(OGRLayer& layer) {
        std::vector<ControlArea> areas;
        const auto party = file_.column(layer, "party");
        const auto from = file_.column(layer, "valid_from");
        const auto to = file_.column(layer, "valid_to");
        if (!party || !from || !to) return areas;
        bool possible = false;
        change_ = to_wgs84(layer, file_, possible);
        if (!possible) return areas;
        (void)file_.take_messages();  // what concerns the file as a whole did no harm
        layer.ResetReading();
        while (const auto feature = OGRFeatureUniquePtr(layer.GetNextFeature())) {
            ControlArea area;
            const bool drawn = read_shape(*feature, area);
            const bool dated = read_dates(*feature, *from, *to, area);
            if (read_party(*feature, *party, area) && drawn && dated) areas.push_back(std::move(area));
        }
        if (const std::string said = file_.take_messages(); !said.empty()) {
            file_.fault("", "the layer cannot be read to its end: " + said);
        }
        return areas;
    }

private:
    bool refuse(const OGRFeature& feature, std::string message) {
        file_.fault(name_of(feature), std::move(message));
        return false;
    }

    bool read_shape(const OGRFeature& feature, ControlArea& area) {
        const OGRGeometry* drawn = feature.GetGeometryRef();
        if (drawn == nullptr || drawn->IsEmpty()) return refuse(feature, "there is no geometry: expected an area");
        const OGRwkbGeometryType kind = wkbFlatten(drawn->getGeometryType());
        if (kind != wkbPolygon && kind != wkbMultiPolygon) {
            return refuse(feature, fmt::format("the geometry is a {}: expected an area", OGRGeometryTypeToName(kind)));
        }
        const std::unique_ptr<OGRGeometry> geometry(drawn->clone());
        if (change_ != nullptr && geometry->transform(change_.get()) != OGRERR_NONE) {
            return refuse(feature, "the area leaves the coordinate system of its layer");
        }
        if (kind == wkbPolygon) {
            add_rings(*geometry->toPolygon(), area);
        } else {
            for (const OGRPolygon* part : *geometry->toMultiPolygon()) add_rings(*part, area);
        }
        for (const auto& ring : area.rings) {
            const auto off = std::find_if(ring.begin(), ring.end(), [](LonLat point) { return !point.valid(); });
            if (off == ring.end()) continue;
            return refuse(feature, fmt::format("a corner lies at ({:.9g}, {:.9g}): expected a longitude in [-180, 180] "
                                               "and a latitude in [-90, 90]",
                                               off->lon_deg, off->lat_deg));
        }
        return true;
    }

    static void add_rings(const OGRPolygon& polygon, ControlArea& area) {
        for (const OGRLinearRing* ring : polygon) {
            auto& points = area.rings.emplace_back();
            for (int i = 0; i < ring->getNumPoints(); ++i) points.push_back({ring->getX(i), ring->getY(i)});
        }
    }

    bool read_dates(const OGRFeature& feature, int from, int to, ControlArea& area) {
        const auto since = date(feature, from, "valid_from");
        const auto until = date(feature, to, "valid_to");
        if (!since || !until) return false;
        area.from = since->value_or(Instant::min());
        area.until = until->value_or(Instant::max());
        return area.from < area.until || refuse(feature, "valid_to must lie after valid_from");
    }

    /// The moment a column names, or that it names none; nothing, with a fault, where it says something else.
    std::optional<std::optional<Instant>> date(const OGRFeature& feature, int column, const char* name) {
        const std::string text = date_of(feature, column);
        if (text.empty()) return std::optional<Instant>();
        if (const auto local = parse_local_time(text)) {
            // In a zone that nobody knows, days still follow each other.
            const auto there = to_instant(*local, frame_.timezone);
            return there ? there : to_instant(*local, "UTC");
        }
        refuse(feature, fmt::format("{} '{}' is not a date, e.g. '2016-09-12'", name, text));
        return std::nullopt;
    }

    bool read_party(const OGRFeature& feature, int column, ControlArea& area) {
        if (!frame_.parties) return false;
        const auto& parties = *frame_.parties;
        const std::string holder = text_of(feature, column);
        const auto found = std::find(parties.begin(), parties.end(), holder);
        if (found == parties.end()) {
            return refuse(feature,
                          fmt::format("no party '{}' in scenario.yaml{}", holder, suggestion(holder, parties)));
        }
        area.party = {static_cast<std::uint32_t>(found - parties.begin())};
        return true;
    }

    VectorFile& file_;
    const ControlFrame& frame_;
    std::unique_ptr<OGRCoordinateTransformation> change_;
};

}  // namespace

std::vector<ControlArea> read_control_layer(const std::filesystem::path& path, const std::string& shown_path,
                                            const ControlFrame& frame, std::vector<Diagnostic>& faults) {
    VectorFile file(shown_path, faults);
    OGRLayer* layer = file.open(path, "", "a layer of areas");
    return layer == nullptr ? std::vector<ControlArea>{} : AreaReader(file, frame).read_all(*layer);
}

}  // namespace aidway
