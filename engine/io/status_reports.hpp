// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "access/passage_table.hpp"
#include "core/diagnostic.hpp"
#include "io/csv.hpp"
#include "io/gate_status.hpp"
#include "io/status_words.hpp"
#include "scenario/gate_status_record.hpp"

namespace aidway {

/// Names that products give a column, by our name for it.
using UsualColumns = std::map<std::string, std::vector<std::string>>;

/// A CSV table with the columns `column` (our name) and `theirs`.
[[nodiscard]] UsualColumns read_usual_columns(const ShownPath& path, std::vector<Diagnostic>& faults);

/// How reports are to be understood, beside what their rows must fit.
struct ReportMeaning {
    const GateStatusRecord& record;
    StatusWords words;
    UsualColumns usual;
};

/// The baseline that reports tell of: what is said of a gate holds for aid, goods and civilians until the next report
/// on it; of several on one day, and before the period, the last in the table. Faults, each at its cell: unknown
/// columns, gates, words and parties, what is no date, and gates of which nothing is told when the period begins and
/// no `before` says what held. The answer is whole only where there are none, and everything in `frame` is known.
[[nodiscard]] PassageTable read_status_reports(const Table& table, const ReportMeaning& meaning,
                                               const GateStatusFrame& frame, std::vector<Diagnostic>& faults);

}  // namespace aidway
