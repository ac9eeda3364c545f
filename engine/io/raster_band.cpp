// SPDX-License-Identifier: Apache-2.0
#include "io/raster_band.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <cmath>
#include <limits>
#include <system_error>

#include "io/gdal_session.hpp"

namespace aidway {

struct RasterBand::Opened {
    GdalSession gdal;
    GDALDatasetUniquePtr data;
    GDALRasterBand* band = nullptr;
    OGRSpatialReference system;
    std::array<double, 6> to_cell{};  ///< from a place to column and row
    std::string shown;
    std::optional<double> no_data;
    double scale = 1;
    double offset = 0;
};

RasterBand::RasterBand(std::unique_ptr<Opened> opened) : opened_(std::move(opened)) {}
RasterBand::~RasterBand() = default;

std::unique_ptr<RasterBand> RasterBand::open(const RasterSource& source, std::vector<Diagnostic>& faults) {
    auto opened = std::make_unique<Opened>();
    Opened& of = *opened;
    of.shown = source.shown;
    bool sound = true;
    const auto fault = [&](std::string message) {
        if (const std::string said = of.gdal.take_messages(); !said.empty()) message += " (" + said + ")";
        faults.push_back({source.shown, {}, "", std::move(message)});
        sound = false;
    };
    std::error_code error;
    if (!std::filesystem::exists(source.path, error)) {
        fault("there is no such file: expected a raster");
        return nullptr;
    }
    of.data.reset(GDALDataset::Open(source.path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY));
    if (!of.data) {
        fault("the file cannot be read as a raster");
        return nullptr;
    }
    const int count = of.data->GetRasterCount();
    if (source.band < 1 || source.band > count) {
        fault(fmt::format("there is no band {}: the raster has {}", source.band, count));
    } else {
        of.band = of.data->GetRasterBand(source.band);
    }
    if (const OGRSpatialReference* theirs = of.data->GetSpatialRef(); theirs != nullptr && !theirs->IsLocal()) {
        of.system = *theirs;
        of.system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    } else {
        fault("the raster has no coordinate system: expected one, in the file or in a .prj file beside it");
    }
    std::array<double, 6> from_cell{};
    if (of.data->GetGeoTransform(from_cell.data()) != CE_None ||
        GDALInvGeoTransform(from_cell.data(), of.to_cell.data()) == 0) {
        fault("the raster does not say where its cells lie");
    }
    if (!sound) return nullptr;
    int has = 0;
    const double no_data = of.band->GetNoDataValue(&has);
    if (has != 0) of.no_data = no_data;
    if (const double scale = of.band->GetScale(&has); has != 0) of.scale = scale;
    if (const double offset = of.band->GetOffset(&has); has != 0) of.offset = offset;
    return std::unique_ptr<RasterBand>(new RasterBand(std::move(opened)));
}

int RasterBand::columns() const { return opened_->data->GetRasterXSize(); }
int RasterBand::rows() const { return opened_->data->GetRasterYSize(); }
const OGRSpatialReference& RasterBand::system() const { return opened_->system; }

std::pair<double, double> RasterBand::cell_at(double x, double y) const {
    const auto& t = opened_->to_cell;
    return {t[0] + t[1] * x + t[2] * y, t[3] + t[4] * x + t[5] * y};
}

std::vector<double> RasterBand::values(const CellWindow& window) const {
    const Opened& of = *opened_;
    std::vector<double> values(static_cast<std::size_t>(window.columns) * static_cast<std::size_t>(window.rows));
    if (values.empty()) return values;
    if (of.band->RasterIO(GF_Read, window.left, window.top, window.columns, window.rows, values.data(), window.columns,
                          window.rows, GDT_Float64, 0, 0, nullptr) != CE_None) {
        throw IoError(of.shown + ": the raster cannot be read to its end: " + opened_->gdal.take_messages());
    }
    for (double& value : values) {
        const bool told = std::isfinite(value) && value != of.no_data;
        value = told ? value * of.scale + of.offset : std::numeric_limits<double>::quiet_NaN();
    }
    return values;
}

double RasterBand::value_at(double column, double row) const {
    const bool inside = column >= 0 && row >= 0 && column < columns() && row < rows();
    if (!inside) return std::numeric_limits<double>::quiet_NaN();
    return values({static_cast<int>(column), static_cast<int>(row), 1, 1}).front();
}

}  // namespace aidway
