// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "access/access_fields.hpp"
#include "access/gate.hpp"
#include "access/passage_table.hpp"
#include "core/fields/reading.hpp"
#include "io/csv.hpp"
#include "scenario/calendar.hpp"
#include "scenario/scenario_record.hpp"

namespace aidway {

/// One row of the table of gate status: how a gate was from one local day to another, the last not included.
struct GateStatusRow {
    Name gate;
    LocalTime from;
    LocalTime to;
    Access aid = Access::closed;
    Access goods = Access::closed;
    Access civilians = Access::closed;
    std::string held_by;     ///< a party, several joined by ';', or empty
    std::string source_key;  ///< keys of sources joined by ';'
};
const Type& describe(Tag<GateStatusRow>);

/// The baseline: every gate covered for the whole period by rows that neither overlap nor leave a gap. Faults (rows
/// that cannot be read, unknown gates, parties and sources, gaps, overlaps) go to `reading`, each at its cell.
[[nodiscard]] PassageTable read_gate_status(const Table& table, const std::vector<Gate>& gates,
                                            const ScenarioRecord& record, const Calendar& calendar, Reading& reading);

}  // namespace aidway
