// SPDX-License-Identifier: Apache-2.0
#include "road_rows.hpp"

#include <pybind11/stl.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "io/line_rows.hpp"
#include "io/osm/tag_judge.hpp"
#include "io/road_source.hpp"
#include "io/text_file.hpp"

namespace py = pybind11;

namespace aidway::python {
namespace {

using Texts = std::map<std::string, std::vector<std::string>>;

constexpr std::pair<const char*, std::string LineRow::*> row_texts[] = {
    {"road", &LineRow::road},       {"gate", &LineRow::gate},         {"road_class", &LineRow::road_class},
    {"one_way", &LineRow::one_way}, {"length_m", &LineRow::length_m}, {"length_km", &LineRow::length_km}};
constexpr std::pair<const char*, std::string KindWords::*> kind_texts[] = {
    {"surface", &KindWords::surface},         {"condition", &KindWords::condition},
    {"features", &KindWords::features},       {"barred", &KindWords::barred},
    {"max_weight_t", &KindWords::max_weight}, {"max_height_m", &KindWords::max_height},
    {"max_speed_km_h", &KindWords::max_speed}};

std::vector<LineRow> rows_of(const std::vector<std::int64_t>& numbers, const Texts& texts,
                             std::vector<OtherNames> other_names) {
    std::vector<LineRow> rows(numbers.size());
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].number = numbers[i];
    for (std::size_t i = 0; i < other_names.size(); ++i) rows.at(i).other_names = std::move(other_names[i]);
    const auto fill = [&](const char* name, const auto& text_in) {
        const auto found = texts.find(name);
        if (found == texts.end()) return;
        for (std::size_t i = 0; i < rows.size(); ++i) text_in(rows[i]) = found->second.at(i);
    };
    for (const auto& [name, member] : row_texts) {
        fill(name, [member = member](LineRow& row) -> std::string& { return row.*member; });
    }
    for (const auto& [name, member] : kind_texts) {
        fill(name, [member = member](LineRow& row) -> std::string& { return row.kind.*member; });
    }
    return rows;
}

/// A network of lines in memory; `meet` is "vertices" or "ends", as Meeting says.
std::shared_ptr<SourcedRoads> network_of_rows(const std::vector<py::bytes>& wkb, const std::string& system,
                                              const std::vector<std::int64_t>& numbers, const Texts& texts,
                                              const std::vector<OtherNames>& other_names, const std::string& shown,
                                              double join_within_m, const std::string& meet) {
    LineTable table{system, {}, rows_of(numbers, texts, other_names)};
    table.wkb.assign(wkb.begin(), wkb.end());
    const Meeting meeting = meet == "ends" ? Meeting::at_ends : Meeting::at_vertices;
    const py::gil_scoped_release released;
    std::vector<Diagnostic> faults;
    const auto lines = read_line_table(table, shown, faults);
    // A table of which no row can be read has told why.
    auto found = lines.empty() && !faults.empty() ? std::nullopt
                                                  : roads_of_lines(lines,
                                                                   {.tolerance = Distance::metres(join_within_m),
                                                                    .mend = true,
                                                                    .crossings = Crossings::tell,
                                                                    .meeting = meeting},
                                                                   shown, faults);
    if (!faults.empty() || !found) throw ScenarioError(std::move(faults));
    return std::make_shared<SourcedRoads>(std::move(*found));
}

/// What sets of tags mean: the classes of road in the order of the file, per set its row (or None for no road), and the
/// limits that could not be read.
py::dict judge_tags(const std::string& meanings, const std::vector<std::map<std::string, std::string>>& tag_sets) {
    std::vector<Diagnostic> faults;
    const std::filesystem::path path(meanings);
    const auto read = read_tag_meanings(path.filename().string(), read_text_file(path), faults);
    if (!read) throw ScenarioError(std::move(faults));
    RoadWords words;
    TagJudge judge(*read, words, true);
    std::vector<std::optional<std::uint32_t>> label;
    for (const auto& tags : tag_sets) {
        const std::vector<std::pair<std::string_view, std::string_view>> seen(tags.begin(), tags.end());
        const auto road = judge.road(seen);
        label.push_back(road ? std::optional(road->forward) : std::nullopt);
    }
    const py::list rows = label_rows(words);
    py::list told;
    for (const auto& one : label) told.append(one ? py::object(rows[*one]) : py::none());
    py::dict all;
    all["classes"] = read->classes.names();
    all["rows"] = told;
    all["unread"] = judge.unread();
    return all;
}

}  // namespace

py::list label_rows(const RoadWords& words) {
    py::list all;
    for (const RoadLabel& label : words.labels) {
        const RoadKind& kind = words.kinds[label.kind];
        py::dict row;
        row["road"] = words.roads[label.road];
        row["gate"] = words.gates[label.gate];
        row["road_class"] = kind.road_class;
        row["surface"] = kind.surface;
        row["condition"] = kind.condition;
        row["features"] = kind.features;
        row["barred"] = kind.barred;
        row["max_weight_t"] = kind.max_weight ? py::cast(kind.max_weight->kilograms() / 1000) : py::none();
        row["max_height_m"] = kind.max_height ? py::cast(kind.max_height->metres()) : py::none();
        row["max_speed_km_h"] = kind.max_speed ? py::cast(kind.max_speed->metres_per_second() * 3.6) : py::none();
        row["length_is_stated"] = label.length_is_stated;
        row["other_names"] = words.other_names[label.other_names];
        all.append(row);
    }
    return all;
}

void register_road_rows(py::module_& module) {
    module.def("network_of_rows", &network_of_rows, py::arg("wkb"), py::arg("system"), py::arg("numbers"),
               py::arg("texts"), py::arg("other_names"), py::arg("shown"), py::arg("join_within_m"), py::arg("meet"),
               "Make a network of lines in memory; ScenarioError lists every fault.");
    module.def("judge_tags", &judge_tags, py::arg("meanings"), py::arg("tag_sets"),
               "What sets of OpenStreetMap tags mean.");
}

}  // namespace aidway::python
