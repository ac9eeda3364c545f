// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "scenario/scenario_record.hpp"

namespace aidway {

/// What scenario.yaml would be refused for, did it say what the record says: for values replaced after reading.
/// The diagnostics carry `where` in place of a file, as the value stands in none.
[[nodiscard]] std::vector<Diagnostic> record_faults(const ScenarioRecord& record, const std::string& where);

}  // namespace aidway
