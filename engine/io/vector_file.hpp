// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "io/gdal_session.hpp"

class OGRFeature;
class OGRLayer;

namespace aidway {

/// Gives a feature back to GDAL.
struct FeatureEnd {
    void operator()(OGRFeature* feature) const;
};

/// A file that GDAL opens, while a layer of it is read. Faults are added with `shown_path` as file; GDAL prints
/// nothing, its words are in the faults. Only formats are read whose files point nowhere else and say a place once:
/// Shapefile, GeoPackage, GeoJSON (also one object a line), FlatGeobuf, File Geodatabase, KML, GPX and CSV; of an
/// address on a network, whatever GDAL knows.
class VectorFile {
public:
    VectorFile(std::string shown_path, std::vector<Diagnostic>& faults);
    ~VectorFile();
    VectorFile(const VectorFile&) = delete;
    VectorFile& operator=(const VectorFile&) = delete;

    /// `path` may be an address on a network (`is_network_address`), if the caller was allowed to go there.
    /// The named layer, or with an empty name the only one; nothing, with a fault, when it cannot be had. `expected`
    /// says what should be there: "a layer of lines".
    [[nodiscard]] OGRLayer* open(const std::filesystem::path& path, const std::string& layer,
                                 const std::string& expected);
    /// The next feature of the layer; null after the last, and with a fault where the layer has more than a file of its
    /// size can hold: one that was made to fill the memory.
    [[nodiscard]] std::unique_ptr<OGRFeature, FeatureEnd> next(OGRLayer& layer);
    /// Number of a column; nothing, with a fault that names the nearest, when it is missing.
    [[nodiscard]] std::optional<int> column(OGRLayer& layer, const std::string& name);
    void fault(const std::string& feature, std::string message);
    [[nodiscard]] std::string take_messages() { return gdal_ ? gdal_->take_messages() : ""; }
    [[nodiscard]] std::string take_warnings() { return gdal_ ? gdal_->take_warnings() : ""; }

private:
    struct Opened;
    [[nodiscard]] bool open_data(const std::filesystem::path& path, const std::string& expected);
    [[nodiscard]] bool points_nowhere_else();
    void check_texts(const OGRFeature& feature);
    std::string shown_path_;
    std::vector<Diagnostic>& faults_;
    std::optional<GdalSession> gdal_;
    std::unique_ptr<Opened> opened_;
    std::uint64_t room_ = 0;  ///< points and letters that may still come
};

/// "feature 12"
[[nodiscard]] std::string name_of(const OGRFeature& feature);
/// Text of a column; empty when there is no such column or no value.
[[nodiscard]] std::string text_of(const OGRFeature& feature, std::optional<int> column);

}  // namespace aidway
