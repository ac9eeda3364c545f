// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "agreement/agreement.hpp"

namespace aidway {

/// Consequences of the agreement's own terms that count the reports of a monitor it does not have, or of none at all.
void check_consequences(const Agreement& agreement, const ScenarioRecord& record, std::vector<Diagnostic>& faults);

}  // namespace aidway
