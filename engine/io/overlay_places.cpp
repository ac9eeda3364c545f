// SPDX-License-Identifier: Apache-2.0
#include "io/overlay_places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "access/stretch.hpp"
#include "io/zone.hpp"

namespace aidway {
namespace {

std::string path_of(const Name& overlay, const OverlayRecord& record) {
    return fmt::format("overlays/{}/{}", overlay.text, kind_of(record));
}

Stretch stretch(const OverlayStretch& said) {
    Stretch stretch;
    if (said.gate) stretch.gate = said.gate->text;
    if (said.road) stretch.road = said.road->text;
    stretch.at = said.at;
    stretch.within = said.within.value_or(OverlayStretch::usually_within);
    return stretch;
}

int ways_said(const OverlayStretch& said) { return (said.gate ? 1 : 0) + (said.road ? 1 : 0) + (said.at ? 1 : 0); }

/// Whether it needs a gate wherever it lies. A cap counts at the gates of its road, where it has any, or a convoy
/// would be counted twice.
bool needs_gates(const OverlayRecord& overlay, const FoundStretch& found) {
    if (std::holds_alternative<CapOverlay>(overlay.body)) return found.gates.empty();
    return std::holds_alternative<CloseOverlay>(overlay.body) || std::holds_alternative<HoursOverlay>(overlay.body);
}

class Placer {
public:
    Placer(const CheckedRecord& checked, GateTables tables, const RoadNetwork& network, const Calendar& calendar)
        : checked_(checked), tables_(tables), network_(network), calendar_(calendar) {}

    std::vector<LaidOverlay> place_all() {
        const auto& overlays = tables_.record.overlays;
        found_.resize(overlays.size());
        // Single pieces first: what a whole road is closed by then finds their gates on it.
        for (const bool pieces : {true, false}) {
            for (std::size_t i = 0; i < overlays.size(); ++i) {
                const auto* said = stretch_of(overlays[i]);
                if (said && said->at.has_value() == pieces) make_gate(i, *said);
            }
        }
        std::vector<LaidOverlay> laid;
        const StretchFinder finder(network_, tables_.gates);
        for (std::size_t i = 0; i < overlays.size(); ++i) laid.push_back(place(i, finder));
        return laid;
    }

private:
    [[nodiscard]] const Name& name(std::size_t i) const { return tables_.record.overlays.name(i); }

    void make_gate(std::size_t i, const OverlayStretch& said) {
        const auto& overlay = tables_.record.overlays[i];
        if (ways_said(said) != 1) return;  // told of elsewhere
        const char* which = said.gate ? "gate" : said.road ? "road" : "at";
        const auto where = fmt::format("{}/{}", path_of(name(i), overlay), which);
        if (!checked_.document.sound(where)) return;  // likewise: what cannot be read lies nowhere
        const StretchFinder finder(network_, tables_.gates);
        const FoundStretch& found = found_[i] = finder.find(stretch(said));
        if (!found.fault.empty()) return checked_.fault(where, found.fault);
        if (std::holds_alternative<OpenOverlay>(overlay.body) && found.gates.empty()) {
            return checked_.fault(path_of(name(i), overlay), "no gate lies there: there is nothing to open");
        }
        auto arcs = finder.free_arcs(found);
        if (arcs.empty() || !needs_gates(overlay, found)) return;
        if (tables_.record.gates.contains(name(i).text)) {
            return checked_.fault(name(i).at, fmt::format("'{}' is the name of a gate already; what this overlay "
                                                          "closes is a gate too: choose another",
                                                          name(i).text));
        }
        add_gate(i, std::move(arcs));
    }

    void add_gate(std::size_t i, std::vector<ArcId> arcs) {
        const std::string& gate_name = name(i).text;
        GateRecord record;
        record.name = tables_.record.overlays[i].name;
        tables_.record.gates.add(gate_name, std::move(record));
        AddedGate added{{gate_name, entity_key({gate_name}), std::move(arcs)}};
        for (int t = 0; t < traffic_classes; ++t) {
            added.status.grant({0}, static_cast<Traffic>(t),
                               {calendar_.from, calendar_.until, Access::open, {}, {}, baseline_origin});
        }
        std::vector<AddedGate> all;
        all.push_back(std::move(added));
        add_gates(std::move(all), tables_.gates, tables_.baseline);
    }

    LaidOverlay place(std::size_t i, const StretchFinder& finder) {
        const auto& overlay = tables_.record.overlays[i];
        LaidOverlay laid{moment(overlay.from, calendar_.from), moment(overlay.to, calendar_.until), {}, {}};
        if (std::holds_alternative<SlowOverlay>(overlay.body)) {
            laid.arcs = std::move(found_[i].arcs);
        } else {
            const bool adds = std::holds_alternative<AddOverlay>(overlay.body);
            laid.gates = adds ? finder.find({name(i).text, {}, {}}).gates : finder.gates_on(found_[i].arcs);
        }
        return laid;
    }

    [[nodiscard]] Instant moment(const std::optional<LocalTime>& local, Instant otherwise) const {
        return local ? to_instant(*local, calendar_.timezone).value_or(otherwise) : otherwise;
    }

    const CheckedRecord& checked_;
    GateTables tables_;
    const RoadNetwork& network_;
    const Calendar& calendar_;
    std::vector<FoundStretch> found_;  ///< per overlay; empty for a road that is added
};

}  // namespace

void check_overlays(const CheckedRecord& checked) {
    const auto& overlays = checked.record.overlays;
    if (overlays.size() > most_overlays) {
        checked.fault(overlays.name(most_overlays).at, fmt::format("one overlay too many: at most {}", most_overlays));
    }
    for (const auto& [name, overlay] : overlays) {
        const std::string path = path_of(name, overlay);
        const std::string base = "overlays/" + name.text;
        if (overlay.from && overlay.to && *overlay.to <= *overlay.from) {
            checked.fault(base + "/to", "'to' must lie after 'from'");
        }
        const auto* said = stretch_of(overlay);
        if (said && ways_said(*said) != 1 && checked.document.sound(path)) {
            checked.fault(checked.document.at(path), "expected one of 'gate', 'road' and 'at', to say where");
        }
        const auto* cap = std::get_if<CapOverlay>(&overlay.body);
        if (cap && !cap->trucks_per_day && !cap->goods_per_day && checked.document.sound(path)) {
            checked.fault(checked.document.at(path), "expected 'trucks_per_day' or 'goods_per_day', to say how much");
        }
    }
}

std::vector<LaidOverlay> place_overlays(const CheckedRecord& checked, GateTables tables, const RoadNetwork& network,
                                        const Calendar& calendar) {
    return Placer(checked, tables, network, calendar).place_all();
}

}  // namespace aidway
