// SPDX-License-Identifier: Apache-2.0
#include "io/road_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "io/road_words.hpp"

namespace aidway {
namespace {

using Places = std::map<std::string, std::optional<LonLat>>;  // nothing: named, at no place that can be read

std::optional<double> degrees(const Table& table, const Cell& cell, std::vector<Diagnostic>& faults) {
    double number = 0;
    const char* const end = cell.text.data() + cell.text.size();
    const auto [read, fault] = std::from_chars(cell.text.data(), end, number);
    if (fault == std::errc() && read == end) return number;
    faults.push_back(table.fault(cell, fmt::format("'{}' is no number of degrees", cell.text)));
    return std::nullopt;
}

/// False, with a fault each, when a column is missing.
bool read_places(const Table& table, const LinkColumns& columns, Places& places, std::vector<Diagnostic>& faults) {
    const auto name = table.column(columns.name, faults);
    const auto lon = table.column(columns.lon, faults);
    const auto lat = table.column(columns.lat, faults);
    if (!name || !lon || !lat) return false;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const Cell& called = table.at(row, *name);
        const auto east = degrees(table, table.at(row, *lon), faults);
        const auto north = degrees(table, table.at(row, *lat), faults);
        const auto [place, fresh] = places.emplace(called.text, std::nullopt);
        if (!fresh) {
            faults.push_back(table.fault(called, fmt::format("there are two places '{}'", called.text)));
        } else if (east && north && LonLat{*east, *north}.valid()) {
            place->second = LonLat{*east, *north};
        } else if (east && north) {
            faults.push_back(
                table.fault(table.at(row, *lon), fmt::format("({:g}, {:g}) is off the globe: expected a longitude in "
                                                             "[-180, 180] and a latitude in [-90, 90]",
                                                             *east, *north)));
        }
    }
    return true;
}

class LinkReader {
public:
    LinkReader(const Table& table, const LinkColumns& columns, const Places& places, std::vector<Diagnostic>& faults)
        : table_(table), places_(places), faults_(faults) {
        const auto count = faults.size();
        from_ = table.column(columns.from, faults);
        to_ = table.column(columns.to, faults);
        road_ = find(columns.link.road);
        gate_ = find(columns.link.gate);
        road_class_ = find(columns.link.road_class);
        one_way_ = find(columns.link.one_way);
        length_m_ = find(columns.link.length_m);
        length_km_ = find(columns.link.length_km);
        complete_ = faults.size() == count;
    }

    [[nodiscard]] bool complete() const { return complete_; }

    std::optional<LineFeature> read(std::size_t row) {
        sound_ = true;
        const Cell& from = table_.at(row, *from_);
        const Cell& to = table_.at(row, *to_);
        LineFeature link{from.at.line, {}, text(row, road_), text(row, gate_), {text(row, road_class_)}};
        if (link.road.empty()) link.road = from.text + " - " + to.text;
        const auto begin = place(from);
        const auto end = place(to);
        if (from.text == to.text) refuse(to, "the link leads from a place to itself");
        const auto direction = direction_of(text(row, one_way_));
        if (!direction) refuse(table_.at(row, *one_way_), no_direction(text(row, one_way_)));
        read_length(row, length_m_, "m", 1.0, link);
        read_length(row, length_km_, "km", 1000.0, link);
        if (!sound_ || !begin || !end) return std::nullopt;
        link.points = {*begin, *end};
        link.one_way = *direction != Direction::both;
        if (*direction == Direction::against) std::reverse(link.points.begin(), link.points.end());
        return link;
    }

private:
    using Column = std::optional<std::size_t>;

    Column find(const std::string& name) { return name.empty() ? std::nullopt : table_.column(name, faults_); }

    [[nodiscard]] std::string text(std::size_t row, Column column) const {
        return column ? table_.at(row, *column).text : "";
    }

    void refuse(const Cell& cell, std::string message) {
        faults_.push_back(table_.fault(cell, std::move(message)));
        sound_ = false;
    }

    std::optional<LonLat> place(const Cell& cell) {
        const auto found = places_.find(cell.text);
        if (found != places_.end()) return found->second;
        std::vector<std::string> names;
        for (const auto& [name, at] : places_) names.push_back(name);
        refuse(cell, fmt::format("there is no place '{}'{}", cell.text, suggestion(cell.text, names)));
        return std::nullopt;
    }

    void read_length(std::size_t row, Column column, const char* unit, double unit_m, LineFeature& link) {
        const std::string written = text(row, column);
        if (written.empty()) return;
        if (const auto number = length_in(written)) {
            link.length = Distance::metres(*number * unit_m);
        } else {
            refuse(table_.at(row, *column), no_length(written, unit));
        }
    }

    const Table& table_;
    const Places& places_;
    std::vector<Diagnostic>& faults_;
    Column from_, to_, road_, gate_, road_class_, one_way_, length_m_, length_km_;
    bool complete_ = false;
    bool sound_ = true;
};

}  // namespace

std::vector<LineFeature> read_links(const Table& places, const Table& links, const LinkColumns& columns,
                                    std::vector<Diagnostic>& faults) {
    Places known;
    const bool placed = read_places(places, columns, known, faults);
    LinkReader reader(links, columns, known, faults);
    std::vector<LineFeature> lines;
    if (!placed || !reader.complete()) return lines;
    for (std::size_t row = 0; row < links.size(); ++row) {
        if (auto link = reader.read(row)) lines.push_back(std::move(*link));
    }
    return lines;
}

}  // namespace aidway
