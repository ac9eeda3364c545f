// SPDX-License-Identifier: Apache-2.0
#include "io/line_layer.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <initializer_list>
#include <memory>
#include <optional>
#include <utility>

#include "io/line_rows.hpp"
#include "io/vector_file.hpp"
#include "io/wgs84.hpp"

namespace aidway {
namespace {

/// Where a column's text goes, and the number of the column.
struct Column {
    std::string* text;
    int number;
};

/// The named columns, each with its place in `row`; nothing, with a fault each, when one is missing.
std::optional<std::vector<Column>> find_columns(OGRLayer& layer, const LineColumns& columns, LineRow& row,
                                                VectorFile& file) {
    const KindWords& kind = columns.kind;
    const std::initializer_list<std::pair<const std::string*, std::string*>> wanted{
        {&columns.road, &row.road},
        {&columns.gate, &row.gate},
        {&columns.road_class, &row.road_class},
        {&columns.one_way, &row.one_way},
        {&columns.length_m, &row.length_m},
        {&columns.length_km, &row.length_km},
        {&kind.surface, &row.kind.surface},
        {&kind.condition, &row.kind.condition},
        {&kind.features, &row.kind.features},
        {&kind.barred, &row.kind.barred},
        {&kind.max_weight, &row.kind.max_weight},
        {&kind.max_height, &row.kind.max_height},
        {&kind.max_speed, &row.kind.max_speed}};
    std::vector<Column> found;
    bool all = true;
    for (const auto& [name, text] : wanted) {
        if (name->empty()) continue;
        const auto number = file.column(layer, *name);
        if (number) found.push_back({text, *number});
        all = all && number;
    }
    return all ? std::optional(std::move(found)) : std::nullopt;
}

}  // namespace

std::vector<LineFeature> read_line_layer(const std::filesystem::path& path, const LineColumns& columns,
                                         const std::string& shown_path, std::vector<Diagnostic>& faults) {
    VectorFile file(shown_path, faults);
    std::vector<LineFeature> lines;
    OGRLayer* layer = file.open(path, columns.layer, "a layer of lines");
    if (layer == nullptr) return lines;
    LineRow row;
    const auto found = find_columns(*layer, columns, row, file);
    bool possible = false;
    const auto change = to_wgs84(*layer, file, possible);
    if (!found || !possible) return lines;
    file.for_each(*layer, [&](const OGRFeature& feature) {
        row.number = feature.GetFID();
        for (const Column& column : *found) *column.text = text_of(feature, column.number);
        const auto tell = [&](std::string message) { file.fault(name_of(feature), std::move(message)); };
        add_row(row, feature.GetGeometryRef(), change.get(), tell, lines);
    });
    return lines;
}

}  // namespace aidway
