// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "io/gdal_session.hpp"
#include "io/room.hpp"

class OGRFeature;
class OGRLayer;

namespace aidway {

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
    /// Visits every feature of the layer in its order. Faults: a text that is not UTF-8, at its feature; a layer with
    /// more than a file of its size can hold, which is not read on; one that GDAL cannot read to its end.
    void for_each(OGRLayer& layer, const std::function<void(const OGRFeature&)>& visit);
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
    Room room_;  ///< for points and letters
};

/// "feature 12"
[[nodiscard]] std::string name_of(const OGRFeature& feature);
/// Text of a column; empty when there is no such column or no value.
[[nodiscard]] std::string text_of(const OGRFeature& feature, std::optional<int> column);

}  // namespace aidway
