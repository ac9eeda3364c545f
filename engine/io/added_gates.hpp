// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "access/gate.hpp"
#include "access/passage_table.hpp"
#include "core/fields/reading.hpp"
#include "scenario/scenario_record.hpp"

namespace aidway {

/// What gates are added to that neither the layer nor a place in the record makes.
struct GateTables {
    ScenarioRecord& record;
    std::vector<Gate>& gates;
    PassageTable& baseline;
    Reading& reading;
};

/// A gate with how it stands over time.
struct AddedGate {
    Gate gate;
    PassageTable status{1};  ///< of this gate alone
};

/// Sorts the gates in, with their status; the record's entries are the caller's matter. Their names must be free.
void add_gates(std::vector<AddedGate> added, std::vector<Gate>& gates, PassageTable& baseline);

}  // namespace aidway
