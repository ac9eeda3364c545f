// SPDX-License-Identifier: Apache-2.0
#include "io/gate_layers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "io/gate_shapes.hpp"
#include "io/split.hpp"
#include "io/status_words.hpp"

namespace aidway {
namespace {

/// Reads the features of one layer after another; names must differ among them all.
class GateLayerReader {
public:
    GateLayerReader(const CheckedRecord& checked, const NamedFiles& files) : checked_(checked), files_(files) {}

    void read(const Name& name, const GateLayerRecord& layer) {
        const std::string path = "gate_layers/" + name.text;
        const auto file = found(path + "/layer", files_.layer(layer.layer));
        if (!file) return;
        columns_ = layer.columns.value_or(GateLayerColumnsRecord{});
        std::vector<std::string> wanted{columns_.name};
        for (const auto* column : {&columns_.title, &columns_.held_by, &columns_.status}) {
            if (*column) wanted.push_back(**column);
        }
        if (!read_words(path, layer)) return;
        const CoordinateColumns coordinates{columns_.lon.value_or(""), columns_.lat.value_or("")};
        if (coordinates.lon.empty() != coordinates.lat.empty()) {
            checked_.fault(path + "/columns", "expected both of 'lon' and 'lat', or neither");
            return;
        }
        shown_ = file->shown;
        for (const auto& row : read_gate_shapes(file->path, file->shown, wanted, coordinates, checked_.reading.faults))
            add(row, layer);
    }

    std::vector<DrawnGate> take() { return std::move(drawn_); }

private:
    std::optional<ShownPath> found(const std::string& path, const NamedFiles::Answer& answer) const {
        if (!answer.path) checked_.fault(path, answer.fault);
        return answer.path;
    }

    bool read_words(const std::string& path, const GateLayerRecord& layer) {
        words_ = {};
        if (!columns_.status) return true;
        const auto file = found(layer.words ? path + "/words" : path + "/columns/status",
                                files_.file(layer.words.value_or(usual_status_words)));
        if (file) words_ = read_status_words(*file, checked_.reading.faults);
        return file.has_value();
    }

    [[nodiscard]] static std::string text(const GateShape& row, const std::optional<std::string>& column) {
        return column ? row.text.at(*column) : std::string();
    }

    void fault(const GateShape& row, std::string message) const {
        checked_.reading.faults.push_back({shown_, {}, fmt::format("feature {}", row.fid), std::move(message)});
    }

    void add(const GateShape& row, const GateLayerRecord& layer) {
        const std::string name = text(row, columns_.name);
        if (name.empty()) return fault(row, fmt::format("'{}' is empty: a gate needs a name", columns_.name));
        if (checked_.record.gates.contains(name)) {
            return fault(row, fmt::format("'{}' is the name of a gate in scenario.yaml", name));
        }
        if (const auto [first, fresh] = seen_.try_emplace(name, fmt::format("{}: feature {}", shown_, row.fid)); !fresh)
            return fault(row, fmt::format("'{}' is the name of another feature ({})", name, first->second));
        DrawnGate drawn;
        drawn.name = name;
        drawn.shown = seen_[name];
        drawn.at = row.at;
        drawn.within = layer.within.value_or(GateLayerRecord::usually_within);
        drawn.parts = row.parts;
        drawn.record.name = text(row, columns_.title);
        if (drawn.record.name.empty()) drawn.record.name = name;
        drawn.record.front = !row.parts.empty();
        drawn.record.lanes = layer.lanes;
        drawn.record.inspection = layer.inspection;
        drawn.holders = holders(row, layer);
        set_passing(row, layer, drawn);
        drawn_.push_back(std::move(drawn));
    }

    void set_passing(const GateShape& row, const GateLayerRecord& layer, DrawnGate& drawn) const {
        drawn.passing[static_cast<int>(Traffic::aid)] = layer.aid;
        drawn.passing[static_cast<int>(Traffic::goods)] = layer.goods;
        drawn.passing[static_cast<int>(Traffic::civilians)] = layer.civilians;
        const std::string said = text(row, columns_.status);
        if (said.empty()) return;
        const auto meant = words_.meaning(said);
        if (!meant) {
            return fault(row, fmt::format("the status '{}' means nothing{}", said, suggestion(said, words_.words())));
        }
        std::fill(std::begin(drawn.passing), std::end(drawn.passing), *meant);
    }

    std::vector<PartyId> holders(const GateShape& row, const GateLayerRecord& layer) const {
        std::vector<PartyId> parties;
        const auto& known = checked_.record.parties;
        if (!checked_.document.names_known("parties")) return parties;
        const auto told = split(text(row, columns_.held_by), ";");
        for (const auto& name : told) {
            if (const auto party = known.index_of(name)) {
                parties.push_back({static_cast<std::uint32_t>(*party)});
            } else {
                fault(row, fmt::format("no party '{}' in scenario.yaml{}", name, suggestion(name, known.names())));
            }
        }
        if (!told.empty()) return parties;
        for (const auto& name : layer.held_by) {
            if (const auto party = known.index_of(name.text)) parties.push_back({static_cast<std::uint32_t>(*party)});
        }
        return parties;
    }

    const CheckedRecord& checked_;
    const NamedFiles& files_;
    GateLayerColumnsRecord columns_;
    StatusWords words_;
    std::string shown_;
    std::map<std::string, std::string> seen_;  // where each name was first met
    std::vector<DrawnGate> drawn_;
};

}  // namespace

std::vector<DrawnGate> read_gate_layers(const CheckedRecord& checked, const NamedFiles& files) {
    GateLayerReader reader(checked, files);
    for (const auto& [name, layer] : checked.record.gate_layers) {
        if (checked.given("gate_layers/" + name.text + "/layer")) reader.read(name, layer);
    }
    return reader.take();
}

}  // namespace aidway
