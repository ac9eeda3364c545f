// SPDX-License-Identifier: Apache-2.0
#include "io/control_layer.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <utility>

#include "core/name.hpp"
#include "io/split.hpp"
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

    ControlLayer read_all(OGRLayer& layer) {
        ControlLayer read;
        if (!find_columns(layer)) return read;
        bool possible = false;
        change_ = to_wgs84(layer, file_, possible);
        if (!possible) return read;
        file_.for_each(layer, [&](const OGRFeature& feature) {
            ControlArea area;
            const bool drawn = read_shape(feature, area);
            const bool dated = read_dates(feature, area);
            const bool ranked = read_priority(feature, area);
            if (!read_party(feature, area) || !drawn || !dated || !ranked) return;
            read.areas.push_back(std::move(area));
            read.features.push_back(feature.GetFID());
        });
        return read;
    }

private:
    /// All columns that have a name; false, with a fault each, where one is missing.
    bool find_columns(OGRLayer& layer) {
        const auto& named = frame_.columns;
        bool whole = true;
        const auto find = [&](const std::string& name) {
            const auto found = name.empty() ? std::nullopt : file_.column(layer, name);
            whole = whole && (found || name.empty());
            return found;
        };
        party_ = find(named.party);
        from_ = find(named.valid_from);
        to_ = find(named.valid_to);
        priority_ = find(named.priority);
        return whole;
    }

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
        return is_simple(feature);
    }

    /// Whether its border neither crosses nor touches itself.
    bool is_simple(const OGRFeature& feature) {
        (void)file_.take_warnings();
        if (!OGRGeometryFactory::haveGEOS() || feature.GetGeometryRef()->IsValid()) return true;
        const std::string said = file_.take_warnings();
        return refuse(feature, "the area is not one: expected a border that neither crosses nor touches itself" +
                                   (said.empty() ? "" : " (" + said + ")"));
    }

    static void add_rings(const OGRPolygon& polygon, ControlArea& area) {
        for (const OGRLinearRing* ring : polygon) {
            auto& points = area.rings.emplace_back();
            for (int i = 0; i < ring->getNumPoints(); ++i) points.push_back({ring->getX(i), ring->getY(i)});
        }
    }

    bool read_dates(const OGRFeature& feature, ControlArea& area) {
        const auto since = date(feature, from_, frame_.columns.valid_from);
        const auto until = date(feature, to_, frame_.columns.valid_to);
        if (!since || !until) return false;
        area.from = since->value_or(Instant::min());
        area.until = until->value_or(Instant::max());
        return area.from < area.until ||
               refuse(feature, fmt::format("{} must lie after {}", frame_.columns.valid_to, frame_.columns.valid_from));
    }

    bool read_priority(const OGRFeature& feature, ControlArea& area) {
        const std::string text = text_of(feature, priority_);
        if (text.empty()) return true;
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), area.priority);
        return (fault == std::errc() && end == text.data() + text.size()) ||
               refuse(feature, fmt::format("{} '{}' is not a whole number", frame_.columns.priority, text));
    }

    /// The moment a column names, or that it names none; nothing, with a fault, where it says something else.
    std::optional<std::optional<Instant>> date(const OGRFeature& feature, std::optional<int> column,
                                               const std::string& name) {
        const std::string text = column ? date_of(feature, *column) : "";
        if (text.empty()) return std::optional<Instant>();
        if (const auto local = parse_local_time(text)) {
            // In a zone that nobody knows, days still follow each other.
            const auto there = to_instant(*local, frame_.timezone);
            return there ? there : to_instant(*local, "UTC");
        }
        refuse(feature, fmt::format("{} '{}' is not a date, e.g. '2016-09-12'", name, text));
        return std::nullopt;
    }

    bool read_party(const OGRFeature& feature, ControlArea& area) {
        if (!frame_.parties) return false;
        const std::string holder = text_of(feature, party_);
        const auto meant = frame_.words.find(holder);
        auto wrong = set_ground(area, meant == frame_.words.end() ? holder : meant->second, *frame_.parties);
        return wrong.empty() || refuse(feature, std::move(wrong));
    }

    VectorFile& file_;
    const ControlFrame& frame_;
    std::unique_ptr<OGRCoordinateTransformation> change_;
    std::optional<int> party_;
    std::optional<int> from_;
    std::optional<int> to_;
    std::optional<int> priority_;
};

}  // namespace

std::string set_ground(ControlArea& area, const std::string& said, const std::vector<std::string>& parties) {
    const auto find = [&](const std::string& name) { return std::find(parties.begin(), parties.end(), name); };
    const auto id = [&](auto found) { return PartyId{static_cast<std::uint32_t>(found - parties.begin())}; };
    if (const auto whole = find(said); whole != parties.end()) {
        area.party = id(whole);
        return {};
    }
    if (said == "contested" || said == "unknown") {
        area.ground = said == "unknown" ? Ground::unknown : Ground::contested;
        return {};
    }
    const auto names = split(said, ";");
    if (names.empty()) return "no party is named: expected one, several joined by ';', 'contested' or 'unknown'";
    for (const auto& name : names) {
        const auto found = find(name);
        if (found == parties.end()) return "no party '" + name + "' in scenario.yaml" + suggestion(name, parties);
        area.claimants.push_back(id(found));
    }
    auto& claimants = area.claimants;
    std::sort(claimants.begin(), claimants.end());
    claimants.erase(std::unique(claimants.begin(), claimants.end()), claimants.end());
    area.ground = claimants.size() > 1 ? Ground::contested : Ground::held;
    area.party = claimants.front();
    if (claimants.size() == 1) claimants.clear();
    return {};
}

ControlLayer read_control_layer(const std::filesystem::path& path, const std::string& shown_path,
                                const ControlFrame& frame, std::vector<Diagnostic>& faults) {
    VectorFile file(shown_path, faults);
    OGRLayer* layer = file.open(path, "", "a layer of areas");
    return layer == nullptr ? ControlLayer{} : AreaReader(file, frame).read_all(*layer);
}

}  // namespace aidway
