// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "access/access_fields.hpp"
#include "core/fields/describe.hpp"

namespace aidway {

/// How a table tells of gates: from day to day, or report by report as status products do.
enum class StatusFormat : std::uint8_t { spells, reports };
const Type& describe(Tag<StatusFormat>);

/// Which columns of a table of reports say what. A name left out is looked for under those that products use.
struct ReportColumnsRecord {
    std::optional<std::string> place;
    std::optional<std::string> status;
    std::optional<std::string> since;
    std::optional<std::string> held_by;
    bool operator==(const ReportColumnsRecord&) const = default;
};
const Type& describe(Tag<ReportColumnsRecord>);

/// The dated status of gates, as it was. Spells: gate, from, to, aid, goods, civilians, held_by, source_key,
/// confidence, note. Reports: what a place was like on a day, which holds until the next report on it.
struct GateStatusRecord {
    std::string table;
    StatusFormat format = StatusFormat::spells;
    std::optional<ReportColumnsRecord> columns;  ///< of reports
    std::optional<std::string> words;            ///< file of what words of status mean, of reports
    std::optional<Named<Name>> gates;            ///< gates by place, of reports; else places are gates
    std::optional<Access> before;                ///< what held before the first report
    bool operator==(const GateStatusRecord&) const = default;
};
const Type& describe(Tag<GateStatusRecord>);

/// The file of words where none is named.
inline constexpr const char* usual_status_words = "common:status-words.csv";
/// The file of names that products give their columns.
inline constexpr const char* usual_status_columns = "common:status-columns.csv";

}  // namespace aidway
