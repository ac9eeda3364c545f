// SPDX-License-Identifier: Apache-2.0
#include "io/zonal_sums.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "io/gdal_session.hpp"

namespace aidway {
namespace {

constexpr int cells_at_a_time = 1 << 22;

/// Twice the signed area.
double turn(const CellRing& ring) {
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto& [x0, y0] = ring[i];
        const auto& [x1, y1] = ring[(i + 1) % ring.size()];
        sum += (x0 - ring[0].first) * (y1 - ring[0].second) - (x1 - ring[0].first) * (y0 - ring[0].second);
    }
    return sum;
}

void add_ring(const OGRLinearRing& drawn, const RasterBand& raster, bool hole, std::vector<CellRing>& rings) {
    CellRing ring;
    for (int i = 0; i + 1 < drawn.getNumPoints(); ++i) ring.push_back(raster.cell_at(drawn.getX(i), drawn.getY(i)));
    if (ring.empty()) return;
    if ((turn(ring) < 0) != hole) std::reverse(ring.begin(), ring.end());
    rings.push_back(std::move(ring));
}

std::vector<CellRing> rings_of(const OGRGeometry& area, const RasterBand& raster) {
    std::vector<CellRing> rings;
    const auto add = [&](const OGRPolygon& polygon) {
        for (int i = -1; i < polygon.getNumInteriorRings(); ++i) {
            add_ring(i < 0 ? *polygon.getExteriorRing() : *polygon.getInteriorRing(i), raster, i >= 0, rings);
        }
    };
    if (wkbFlatten(area.getGeometryType()) == wkbPolygon) {
        if (!area.IsEmpty()) add(*area.toPolygon());
    } else {
        for (const OGRPolygon* part : *area.toMultiPolygon()) add(*part);
    }
    return rings;
}

/// The cells of the raster that the rings may cover.
CellWindow window_of(const std::vector<CellRing>& rings, const RasterBand& raster) {
    double left = raster.columns(), top = raster.rows(), right = 0, bottom = 0;
    for (const CellRing& ring : rings) {
        for (const auto& [x, y] : ring) {
            left = std::min(left, std::floor(x));
            right = std::max(right, std::ceil(x));
            top = std::min(top, std::floor(y));
            bottom = std::max(bottom, std::ceil(y));
        }
    }
    CellWindow window{static_cast<int>(std::max(left, 0.0)), static_cast<int>(std::max(top, 0.0)), 0, 0};
    window.columns = std::max(0, static_cast<int>(std::min(right, 1.0 * raster.columns())) - window.left);
    window.rows = std::max(0, static_cast<int>(std::min(bottom, 1.0 * raster.rows())) - window.top);
    return window;
}

ZonalSum sum_of(const std::vector<CellRing>& rings, const RasterBand& raster) {
    ZonalSum found;
    for (const CellRing& ring : rings) found.area += turn(ring) / 2;
    const CellWindow all = window_of(rings, raster);
    if (all.columns == 0) return found;
    const int rows = std::max(1, cells_at_a_time / all.columns);
    for (int top = all.top; top < all.top + all.rows; top += rows) {
        const CellWindow some{all.left, top, all.columns, std::min(rows, all.top + all.rows - top)};
        const std::vector<double> values = raster.values(some);
        const std::vector<double> shares = cell_shares(rings, some);
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (std::isnan(values[i])) continue;
            found.sum += values[i] * shares[i];
            found.cells += shares[i];
        }
    }
    return found;
}

/// Reads areas and changes them to the raster's coordinate system, with a fault for each that is none.
class AreaReader {
public:
    AreaReader(const AreaTable& areas, const RasterBand& raster, std::string shown, std::vector<Diagnostic>& faults)
        : areas_(areas), shown_(std::move(shown)), faults_(faults) {
        OGRSpatialReference theirs;
        theirs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        const std::string& system = areas.system.empty() ? std::string("EPSG:4326") : areas.system;
        possible_ = theirs.SetFromUserInput(system.c_str()) == OGRERR_NONE;
        if (possible_ && !theirs.IsSame(&raster.system())) {
            change_.reset(OGRCreateCoordinateTransformation(&theirs, &raster.system()));
            possible_ = change_ != nullptr;
        }
        if (!possible_) fault("", "the coordinate system of the areas cannot be changed to that of the raster");
    }

    [[nodiscard]] bool possible() const { return possible_; }

    std::unique_ptr<OGRGeometry> read(std::size_t row) {
        const std::string name = fmt::format("feature {}", areas_.numbers[row]);
        const std::string& wkb = areas_.wkb[row];
        OGRGeometry* drawn = nullptr;
        if (!wkb.empty()) (void)OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &drawn, wkb.size());
        std::unique_ptr<OGRGeometry> area(drawn);
        const char* const expected = ": expected a polygon";
        if (!area) return fault(name, std::string("there is no geometry") + expected);
        const OGRwkbGeometryType kind = wkbFlatten(area->getGeometryType());
        if (kind != wkbPolygon && kind != wkbMultiPolygon) {
            return fault(name, fmt::format("the geometry is a {}{}", OGRGeometryTypeToName(kind), expected));
        }
        if (area->IsValid() == 0) return fault(name, "the area crosses itself");
        if (!change_) return area;
        OGREnvelope frame;
        area->getEnvelope(&frame);
        const double extent = std::max(frame.MaxX - frame.MinX, frame.MaxY - frame.MinY);
        if (extent > 0) area->segmentize(extent / 100);
        if (area->transform(change_.get()) != OGRERR_NONE) {
            return fault(name, "the area leaves the coordinate system of the raster");
        }
        return area;
    }

private:
    std::unique_ptr<OGRGeometry> fault(const std::string& name, std::string message) {
        if (const std::string said = gdal_.take_messages(); !said.empty()) message += " (" + said + ")";
        faults_.push_back({shown_, {}, name, std::move(message)});
        return nullptr;
    }

    const AreaTable& areas_;
    std::string shown_;
    std::vector<Diagnostic>& faults_;
    GdalSession gdal_;
    std::unique_ptr<OGRCoordinateTransformation> change_;
    bool possible_ = true;
};

}  // namespace

std::vector<ZonalSum> zonal_sums(const RasterSource& source, const AreaTable& areas, const std::string& shown,
                                 std::vector<Diagnostic>& faults) {
    const std::size_t before = faults.size();
    const auto raster = RasterBand::open(source, faults);
    if (!raster) return {};
    AreaReader reader(areas, *raster, shown, faults);
    std::vector<ZonalSum> sums;
    for (std::size_t row = 0; reader.possible() && row < areas.wkb.size(); ++row) {
        const auto area = reader.read(row);
        // After a fault the rest is read for its faults alone.
        if (area && faults.size() == before) sums.push_back(sum_of(rings_of(*area, *raster), *raster));
    }
    return faults.size() == before ? std::move(sums) : std::vector<ZonalSum>{};
}

}  // namespace aidway
