// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "access/gate.hpp"
#include "access/placed_gates.hpp"
#include "core/fields/reading.hpp"
#include "io/document.hpp"
#include "network/road_network.hpp"
#include "scenario/scenario_record.hpp"

namespace aidway {

/// scenario.yaml under check. What could not be read is not checked: its fault is already told.
struct CheckedRecord {
    const ScenarioRecord& record;
    const Document& document;
    Reading& reading;

    /// A fault at a place of scenario.yaml.
    void fault(Mark at, std::string message) const;
    /// A fault at the value under `path`.
    void fault(const std::string& path, std::string message) const;
    /// Whether the value under `path` was given and read.
    [[nodiscard]] bool given(std::string_view path) const;
};

/// Names that do not resolve, and communities in no enclave or in two. Without `gates_known`, gates are passed over
/// that a layer may make: on the front, by points, by overlays.
void check_names(const CheckedRecord& checked, bool gates_known = true);

/// Chances of answers and of the climate that add up to more than one, procedures that lack what they need, groups of
/// linked places.
void check_processes(const CheckedRecord& checked);

/// Sources and places of violence that never meet, shares that are no parts of a whole, answers that never end.
void check_violence(const CheckedRecord& checked, const ViolenceRecord& violence);

/// Air operations that there are too many of, or whose shares add up to more than one.
void check_air(const CheckedRecord& checked);

/// People who are moved at no possible time or in no possible number, or who leave to where they are; goods that are
/// two of food, medicine and diesel; bakeries out of order of dates; inequality that follows prices where there are
/// none.
void check_welfare(const CheckedRecord& checked);

/// Monitors: rows of blame that add up to more than one, names that do not resolve, nothing to see.
void check_monitors(const CheckedRecord& checked);

/// Tables and lists that are empty or contradict themselves, periods that do not run, laws where one value must stand.
void check_values(const CheckedRecord& checked);

/// Roads that open no gate; once the gates where roads cross the front are known.
void check_roads(const CheckedRecord& checked);

/// Keys under `network` that say nothing of the kind of layer it names.
void check_osm(const CheckedRecord& checked, bool layer_is_osm);

/// Gates of a network, and the points that are none.
struct GatesOnNetwork {
    std::vector<Gate> gates;                     ///< ascending by name
    std::vector<PlacedGates::Fault> not_placed;  ///< of the points, by their position among them
};

/// The gates that lines of the layer lie in, those that the record gives a place to, a fault where such a place has no
/// gate, and those of further points.
[[nodiscard]] GatesOnNetwork gates_on(const CheckedRecord& checked, const RoadNetwork& network,
                                      const std::vector<GatePlace>& points);

/// Gates of the network against those of the record, and places too far from any junction.
void check_network(const CheckedRecord& checked, const RoadNetwork& network, const std::vector<Gate>& gates);

/// Source keys, stated anywhere in what was read, that `sources` does not list.
void check_sources(const ScenarioRecord& record, Reading& reading);

}  // namespace aidway
