// SPDX-License-Identifier: Apache-2.0
#include "io/derived_gates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "access/front_gates.hpp"

namespace aidway {
namespace {

constexpr std::array<std::string_view, 3> front_fields{"front", "lanes", "inspection"};

std::int64_t days_of_front(const FrontGate& gate) {
    Duration time{0};
    for (const auto& spell : gate.spells) time += spell.front ? spell.until - spell.from : Duration{0};
    return (time + one_day - Duration{1}) / one_day;
}

DerivedGate note_of(const FrontGate& front, const ScenarioRecord& record, const Calendar& calendar) {
    return {front.gate.name, front.road, front.at,
            fmt::format("{} crosses the front at ({:.4f}, {:.4f}) on {} of {} days: gate '{}'",
                        record.roads.at(front.road).name, front.at.lon_deg, front.at.lat_deg, days_of_front(front),
                        calendar.days(), front.gate.name)};
}

/// Where the values of a derived gate come from: that there is one from the areas of control, what passing it takes
/// from `fronts`.
void add_provenance(const std::string& gate, Reading& reading) {
    const auto find = [&](const std::string& path) -> std::optional<Provenance> {
        for (const auto& value : reading.provenance) {
            if (value.path == path) return value;
        }
        return std::nullopt;
    };
    for (const auto field : front_fields) {
        const bool is_there = field == "front";
        auto value = find(is_there ? "control/layer" : fmt::format("fronts/{}", field));
        if (!value) continue;
        value->path = fmt::format("gates/{}/{}", gate, field);
        if (is_there) {
            value->text = "true";
            value->confidence = Confidence::derived;
            value->confidence_stated = true;
            value->note = "derived: the road crosses from the ground of one party to that of another there";
        }
        reading.provenance.push_back(std::move(*value));
    }
}

}  // namespace

std::vector<DerivedGate> add_derived_gates(GateTables tables, const RoadNetwork& network,
                                           const ControlTimeline& control, const Calendar& calendar) {
    auto& record = tables.record;
    std::vector<AddedGate> added;
    std::vector<DerivedGate> notes;
    for (auto& front :
         front_gates(network, record.roads.names(), control, calendar.from, calendar.until, tables.gates)) {
        const auto taken = record.gates.index_of(front.gate.name);
        if (taken) {
            tables.reading.faults.push_back({"scenario.yaml", record.gates.name(*taken).at, "",
                                             fmt::format("'{}' is the name of the gate where road '{}' crosses the "
                                                         "front, made from the areas of control; choose another",
                                                         front.gate.name, front.road)});
            continue;
        }
        const auto& passing = record.fronts;
        GateRecord gate;
        gate.name = fmt::format("Front on {}, at ({:.4f}, {:.4f})", record.roads.at(front.road).name, front.at.lon_deg,
                                front.at.lat_deg);
        gate.front = true;
        gate.lanes = passing.lanes;
        gate.inspection = passing.inspection;
        record.gates.add(front.gate.name, std::move(gate));
        record.roads.find(front.road)->gates.emplace_back(front.gate.name);
        notes.push_back(note_of(front, record, calendar));
        add_provenance(front.gate.name, tables.reading);
        AddedGate there{front.gate};
        grant_front(there.status, {0}, front, {passing.aid, passing.goods, passing.civilians});
        added.push_back(std::move(there));
    }
    add_gates(std::move(added), tables.gates, tables.baseline);
    return notes;
}

}  // namespace aidway
