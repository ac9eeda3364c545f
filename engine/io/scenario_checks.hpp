// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "access/gate.hpp"
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

/// Names that do not resolve, and communities in no enclave or in two. Without `fronts_known`, gates named like those
/// on the front are passed over.
void check_names(const CheckedRecord& checked, bool fronts_known = true);

/// Chances of answers and of the climate that add up to more than one, procedures that lack what they need, groups of
/// linked places.
void check_processes(const CheckedRecord& checked);

/// Tables and lists that are empty or contradict themselves, periods that do not run, laws where one value must stand.
void check_values(const CheckedRecord& checked);

/// Roads that open no gate; once the gates where roads cross the front are known.
void check_roads(const CheckedRecord& checked);

/// Keys under `network` that say nothing of the kind of layer it names.
void check_osm(const CheckedRecord& checked, bool layer_is_osm);

/// The gates that lines of the layer lie in and those that the record gives a place to, ascending by name; a fault
/// where a place has no gate.
[[nodiscard]] std::vector<Gate> gates_on(const CheckedRecord& checked, const RoadNetwork& network);

/// Gates of the network against those of the record, and places too far from any junction.
void check_network(const CheckedRecord& checked, const RoadNetwork& network, const std::vector<Gate>& gates);

/// Source keys, stated anywhere in what was read, that `sources` does not list.
void check_sources(const ScenarioRecord& record, Reading& reading);

}  // namespace aidway
