// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/access_fields.hpp"
#include "access/passage_table.hpp"
#include "core/fields/reading.hpp"
#include "io/csv.hpp"
#include "scenario/calendar.hpp"

namespace aidway {

/// One row of the table of gate status: how a gate was from one local day to another, the last not included.
struct GateStatusRow {
    Name gate;
    LocalTime from;
    LocalTime to;
    Access aid = Access::closed;
    Access goods = Access::closed;
    Access civilians = Access::closed;
    Hours hours;                            ///< in which anything may pass
    std::optional<Count> trucks_per_day;    ///< of aid, at most; without it the gate's own cap holds
    std::optional<MassRate> goods_per_day;  ///< of trade, at most; likewise
    std::string held_by;                    ///< a party, several joined by ';', or empty
    std::string source_key;                 ///< keys of sources joined by ';'
};
const Type& describe(Tag<GateStatusRow>);

/// What the rows must fit. What is not known, because it could not be read itself, is not held against them.
struct GateStatusFrame {
    std::optional<std::vector<std::string>> gates;    ///< in the order of GateId
    std::vector<std::string> missing;                 ///< gates whose absence is already told
    std::optional<std::vector<std::string>> parties;  ///< in the order of PartyId
    std::optional<std::vector<std::string>> sources;
    std::optional<Calendar> calendar;
    std::vector<std::string> stand_alone = {};  ///< gates that need no row
};

/// The baseline: every gate covered for the whole period by rows that neither overlap nor leave a gap. Faults (rows
/// that cannot be read, unknown gates, parties and sources, gaps, overlaps) go to `reading`, each at its cell. The
/// answer is whole only where there are none, and everything in `frame` is known.
[[nodiscard]] PassageTable read_gate_status(const Table& table, const GateStatusFrame& frame, Reading& reading);

}  // namespace aidway
