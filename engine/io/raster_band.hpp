// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/diagnostic.hpp"
#include "io/cell_shares.hpp"

class OGRSpatialReference;

namespace aidway {

/// Which band of which raster; bands count from 1.
struct RasterSource {
    std::filesystem::path path;
    std::string shown;  ///< its name in faults
    int band = 1;
};

/// One band of a raster that GDAL opens, while it is read. The raster may lie turned or upside down. Threads: one call
/// at a time.
class RasterBand {
public:
    /// Nothing, with a fault each, for a missing or unreadable file, one without that band, coordinate system or place.
    [[nodiscard]] static std::unique_ptr<RasterBand> open(const RasterSource& source, std::vector<Diagnostic>& faults);
    ~RasterBand();
    RasterBand(const RasterBand&) = delete;
    RasterBand& operator=(const RasterBand&) = delete;

    [[nodiscard]] int columns() const;
    [[nodiscard]] int rows() const;
    [[nodiscard]] const OGRSpatialReference& system() const;
    /// Column and row of a place in the raster's coordinate system; whole numbers are the corners of cells.
    [[nodiscard]] std::pair<double, double> cell_at(double x, double y) const;
    /// Values of a window within the raster, row by row; NaN where there is no value.
    [[nodiscard]] std::vector<double> values(const CellWindow& window) const;
    /// Value of the cell that a place (as `cell_at` gives it) lies in; NaN where there is none.
    [[nodiscard]] double value_at(double column, double row) const;

private:
    struct Opened;
    explicit RasterBand(std::unique_ptr<Opened> opened);
    std::unique_ptr<Opened> opened_;
};

}  // namespace aidway
