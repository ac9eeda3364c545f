// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/law.hpp"
#include "scenario/scenario_record.hpp"

namespace aidway {

/// What a monitor sees and says as plain numbers: parties, kinds of violence and places by their index.
struct MonitorSight {
    double coverage = 0;
    std::vector<double> by_party;  ///< factors; empty: 1
    std::vector<double> by_kind;
    std::vector<double> by_place;
    std::vector<double> blame;  ///< [party that acted][party blamed]; the rest of a row is nobody
    Law delay;                  ///< seconds
    double false_reports = 0;   ///< a day and party
    bool operator==(const MonitorSight&) const = default;
};

[[nodiscard]] MonitorSight sight_of(const ScenarioRecord& record, const MonitorRecord& monitor);

/// Rows that blame the right party with chance `right` and every other with an even share of `wrong`.
[[nodiscard]] std::vector<double> even_blame(std::size_t parties, double right, double wrong);

/// Puts the rows that are given in place of those of `blame`.
void set_rows(const ScenarioRecord& record, const BlameRecord& rows, std::vector<double>& blame);

}  // namespace aidway
