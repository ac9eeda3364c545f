// SPDX-License-Identifier: Apache-2.0
#include "io/arc_samples.hpp"

#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <stdexcept>

#include "network/grid_point.hpp"

namespace aidway {
namespace {

constexpr double most_pieces = 1e6;  // of one arc: a step of millimetres asks for no more

struct Places {
    std::vector<double> x;
    std::vector<double> y;
};

/// The middles of equal pieces of a line.
Places middles(const std::vector<LonLat>& line, double step_m) {
    std::vector<double> along_m{0};
    for (std::size_t i = 1; i < line.size(); ++i) {
        along_m.push_back(along_m.back() +
                          static_cast<double>(length_mm(grid_point(line[i - 1]), grid_point(line[i]))) / 1000.0);
    }
    const double length_m = along_m.back();
    const auto pieces = static_cast<std::size_t>(std::clamp(std::ceil(length_m / step_m), 1.0, most_pieces));
    Places places;
    std::size_t segment = 1;
    for (std::size_t piece = 0; piece < pieces; ++piece) {
        const double at_m = (static_cast<double>(piece) + 0.5) * length_m / static_cast<double>(pieces);
        while (segment + 1 < line.size() && along_m[segment] < at_m) ++segment;
        const double wide_m = along_m[segment] - along_m[segment - 1];
        const double share = wide_m > 0 ? (at_m - along_m[segment - 1]) / wide_m : 0.0;
        const LonLat from = line[segment - 1], to = line[segment];
        places.x.push_back(from.lon_deg + share * (to.lon_deg - from.lon_deg));
        places.y.push_back(from.lat_deg + share * (to.lat_deg - from.lat_deg));
    }
    return places;
}

ArcSample sample(const Places& places, const std::vector<int>& possible, const RasterBand& raster) {
    const double none = std::numeric_limits<double>::quiet_NaN();
    double sum = 0, told = 0, least = none, most = none;
    for (std::size_t i = 0; i < places.x.size(); ++i) {
        if (possible[i] == 0) continue;
        const auto [column, row] = raster.cell_at(places.x[i], places.y[i]);
        const double value = raster.value_at(column, row);
        if (std::isnan(value)) continue;
        sum += value;
        least = told > 0 ? std::min(least, value) : value;
        most = told > 0 ? std::max(most, value) : value;
        ++told;
    }
    return {told > 0 ? sum / told : none, least, most, told / static_cast<double>(places.x.size())};
}

}  // namespace

std::vector<ArcSample> samples_along(const RoadNetwork& network, const RasterSource& source, Distance step,
                                     std::vector<Diagnostic>& faults) {
    if (!(step.metres() > 0)) throw std::invalid_argument("a step must be above 0 m");
    const auto raster = RasterBand::open(source, faults);
    if (!raster) return {};
    OGRSpatialReference wgs84;
    wgs84.SetWellKnownGeogCS("WGS84");
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    std::unique_ptr<OGRCoordinateTransformation> change;
    if (!wgs84.IsSame(&raster->system())) {
        change.reset(OGRCreateCoordinateTransformation(&wgs84, &raster->system()));
        if (!change) {
            faults.push_back({source.shown, {}, "", "WGS 84 cannot be changed to the coordinate system of the raster"});
            return {};
        }
    }
    std::vector<ArcSample> samples(network.arc_count());
    for (std::uint32_t arc = 0; arc < network.arc_count(); ++arc) {
        const ArcId other = network.reverse()[arc];
        if (other < ArcId{arc}) {
            samples[arc] = samples[other.index()];
            continue;
        }
        Places places = middles(network.shape({arc}), step.metres());
        std::vector<int> possible(places.x.size(), 1);
        if (change) {
            change->Transform(static_cast<int>(places.x.size()), places.x.data(), places.y.data(), nullptr,
                              possible.data());
        }
        samples[arc] = sample(places, possible, *raster);
    }
    return samples;
}

}  // namespace aidway
