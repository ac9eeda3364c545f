// SPDX-License-Identifier: Apache-2.0
#include "io/vector_file.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <limits>
#include <string_view>
#include <system_error>
#include <utility>

#include "io/named_files.hpp"
#include "io/text_file.hpp"

namespace aidway {

namespace {

constexpr const char* local_formats[] = {"ESRI Shapefile", "GPKG", "GeoJSON", "GeoJSONSeq", "FlatGeobuf", "OpenFileGDB",
                                         "LIBKML",         "KML",  "GPX",     "CSV",        nullptr};

bool is_local_format(std::string_view driver) {
    return std::any_of(std::begin(local_formats), std::end(local_formats) - 1,
                       [&](const char* known) { return driver == known; });
}

constexpr const char* foreign_tables =
    "SELECT name FROM sqlite_master WHERE (type = 'view' AND name IN (SELECT table_name FROM gpkg_contents)) OR "
    "(type = 'table' AND lower(substr(sql, 1, 20)) = 'create virtual table' AND (instr(name, '\"') > 0 OR "
    "substr(sql, 1, length(name) + 35) <> 'CREATE VIRTUAL TABLE \"' || name || '\" USING rtree'))";

/// Bytes of a file, or of all that lies in a folder.
std::uint64_t size_of(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_directory(path, error)) {
        const auto size = std::filesystem::file_size(path, error);
        return error ? 0 : size;
    }
    std::uint64_t sum = 0;
    for (const auto& entry : std::filesystem::directory_iterator(path, error)) {
        const auto size = entry.is_regular_file(error) ? entry.file_size(error) : 0;
        sum += error ? 0 : size;
    }
    return sum;
}

/// A zip, which GDAL would open for some formats.
bool is_packed(const std::filesystem::path& path) {
    std::array<char, 4> front{};
    std::ifstream in(path, std::ios::binary);
    in.read(front.data(), front.size());
    return in.gcount() == 4 && std::string_view(front.data(), 4) == "PK\x03\x04";
}

std::uint64_t points_in(const OGRGeometry* geometry) {
    if (geometry == nullptr) return 0;
    const auto kind = wkbFlatten(geometry->getGeometryType());
    if (kind == wkbPoint) return 1;
    if (OGR_GT_IsSubClassOf(kind, wkbGeometryCollection)) {
        std::uint64_t sum = 0;
        for (const OGRGeometry* part : *geometry->toGeometryCollection()) sum += 1 + points_in(part);
        return sum;
    }
    if (OGR_GT_IsSubClassOf(kind, wkbCurvePolygon)) {
        std::uint64_t sum = 0;
        for (const OGRCurve* ring : *geometry->toCurvePolygon())
            sum += static_cast<std::uint64_t>(ring->getNumPoints());
        return sum;
    }
    if (OGR_GT_IsCurve(kind)) return static_cast<std::uint64_t>(geometry->toCurve()->getNumPoints());
    return 1;
}

/// Points and letters of a feature.
std::uint64_t contents_of(const OGRFeature& feature) {
    std::uint64_t sum = 1 + points_in(feature.GetGeometryRef());
    for (int i = 0; i < feature.GetFieldCount(); ++i) {
        if (!feature.IsFieldSetAndNotNull(i) || feature.GetFieldDefnRef(i)->GetType() != OFTString) continue;
        sum += std::string_view(feature.GetRawFieldRef(i)->String).size();
    }
    return sum;
}

}  // namespace

struct VectorFile::Opened {
    GDALDatasetUniquePtr data;
};

VectorFile::VectorFile(std::string shown_path, std::vector<Diagnostic>& faults)
    : shown_path_(std::move(shown_path)), faults_(faults), opened_(std::make_unique<Opened>()) {}

VectorFile::~VectorFile() = default;

void VectorFile::fault(const std::string& feature, std::string message) {
    if (const std::string said = take_messages(); !said.empty()) message += " (" + said + ")";
    faults_.push_back({shown_path_, {}, feature, readable(message)});
}

bool VectorFile::open_data(const std::filesystem::path& path, const std::string& expected) {
    const bool network = is_network_address(path.native());
    gdal_.emplace(network);
    std::error_code error;
    if (!network && !std::filesystem::exists(path, error)) {
        fault("", "there is no such file: expected " + expected);
        return false;
    }
    const char* const* drivers = network ? nullptr : static_cast<const char* const*>(local_formats);
    if (!network && is_packed(path)) {
        fault("", "packed files are not read, as they may swell to any size: unpack it");
        return false;
    }
    const std::uint64_t size = network ? std::numeric_limits<std::uint32_t>::max() : size_of(path);
    room_ = Room(size);
    opened_->data.reset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers));
    if (opened_->data) return true;
    const std::string said = take_messages();
    GDALDriverH other = network ? nullptr : GDALIdentifyDriver(path.c_str(), nullptr);
    if (other != nullptr && !is_local_format(GDALGetDriverShortName(other))) {
        fault("", fmt::format("files of the format {} are not read, as they may point elsewhere: make a GeoPackage or "
                              "GeoJSON of it",
                              GDALGetDriverShortName(other)));
    } else {
        fault("", "the file cannot be read as a vector layer" + (said.empty() ? said : " (" + said + ")"));
    }
    return false;
}

/// In a GeoPackage a virtual table may stand for any file, and a view may read it; only its indices are virtual.
bool VectorFile::points_nowhere_else() {
    GDALDataset& data = *opened_->data;
    if (data.GetDriver() == nullptr || std::string_view(data.GetDriverName()) != "GPKG") return true;
    OGRLayer* found = data.ExecuteSQL(foreign_tables, nullptr, nullptr);
    std::string name;
    if (found != nullptr) {
        if (const auto row = OGRFeatureUniquePtr(found->GetNextFeature())) name = row->GetFieldAsString(0);
        data.ReleaseResultSet(found);
    }
    if (found != nullptr && name.empty()) return true;
    fault("", found == nullptr ? "the tables of the GeoPackage cannot be listed"
                               : "'" + name +
                                     "' is no plain table and may point elsewhere: write the layers to a new "
                                     "GeoPackage");
    return false;
}

OGRLayer* VectorFile::open(const std::filesystem::path& path, const std::string& layer, const std::string& expected) {
    if (!open_data(path, expected) || !points_nowhere_else()) return nullptr;
    GDALDataset& data = *opened_->data;
    std::vector<std::string> names;
    names.reserve(static_cast<std::size_t>(data.GetLayerCount()));
    for (int i = 0; i < data.GetLayerCount(); ++i) names.emplace_back(data.GetLayer(i)->GetName());
    if (!layer.empty()) {
        for (int i = 0; i < data.GetLayerCount(); ++i) {
            if (names[static_cast<std::size_t>(i)] == layer) return data.GetLayer(i);
        }
        fault("", fmt::format("there is no layer '{}'{}", layer, suggestion(layer, names)));
        return nullptr;
    }
    if (names.size() == 1) return data.GetLayer(0);
    fault("", fmt::format("the file has {} layers: expected one, or the name of the layer to read", names.size()));
    return nullptr;
}

void VectorFile::for_each(OGRLayer& layer, const std::function<void(const OGRFeature&)>& visit) {
    (void)take_messages();  // what concerns the file as a whole did no harm
    layer.ResetReading();
    while (const auto feature = OGRFeatureUniquePtr(layer.GetNextFeature())) {
        if (!room_.take(contents_of(*feature))) {
            fault(name_of(*feature), "the layer holds more than a file of its size can: it is not read on");
            break;
        }
        check_texts(*feature);
        visit(*feature);
    }
    if (const std::string said = take_messages(); !said.empty()) {
        fault("", "the layer cannot be read to its end: " + said);
    }
}

void VectorFile::check_texts(const OGRFeature& feature) {
    for (int i = 0; i < feature.GetFieldCount(); ++i) {
        const OGRFieldDefn& column = *feature.GetFieldDefnRef(i);
        if (column.GetType() != OFTString || !feature.IsFieldSetAndNotNull(i)) continue;
        if (!text_fault(feature.GetRawFieldRef(i)->String)) continue;
        fault(name_of(feature),
              fmt::format("the text of column '{}' is not UTF-8: save the file as UTF-8", column.GetNameRef()));
    }
}

std::optional<int> VectorFile::column(OGRLayer& layer, const std::string& name) {
    const OGRFeatureDefn& table = *layer.GetLayerDefn();
    std::vector<std::string> names;
    std::optional<int> found;
    for (int i = 0; i < table.GetFieldCount(); ++i) {
        names.emplace_back(table.GetFieldDefn(i)->GetNameRef());
        if (names.back() == name) found = i;
    }
    if (!found) fault("", fmt::format("there is no column '{}'{}", name, suggestion(name, names)));
    return found;
}

std::string name_of(const OGRFeature& feature) { return fmt::format("feature {}", feature.GetFID()); }

std::string text_of(const OGRFeature& feature, std::optional<int> column) {
    if (!column || !feature.IsFieldSetAndNotNull(*column)) return "";
    // GDAL's call formats in place and is therefore not const; the feature does not change.
    return const_cast<OGRFeature&>(feature).GetFieldAsString(*column);
}

}  // namespace aidway
