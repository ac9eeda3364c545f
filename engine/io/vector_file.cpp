// SPDX-License-Identifier: Apache-2.0
#include "io/vector_file.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <system_error>
#include <utility>

namespace aidway {

struct VectorFile::Opened {
    GDALDatasetUniquePtr data;
};

VectorFile::VectorFile(std::string shown_path, std::vector<Diagnostic>& faults)
    : shown_path_(std::move(shown_path)), faults_(faults), opened_(std::make_unique<Opened>()) {}

VectorFile::~VectorFile() = default;

void VectorFile::fault(const std::string& feature, std::string message) {
    if (const std::string said = gdal_.take_messages(); !said.empty()) message += " (" + said + ")";
    faults_.push_back({shown_path_, {}, feature, std::move(message)});
}

OGRLayer* VectorFile::open(const std::filesystem::path& path, const std::string& layer, const std::string& expected) {
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
        fault("", "there is no such file: expected " + expected);
        return nullptr;
    }
    opened_->data.reset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    if (!opened_->data) {
        fault("", "the file cannot be read as a vector layer");
        return nullptr;
    }
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
