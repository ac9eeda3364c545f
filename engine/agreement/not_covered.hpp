// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "agreement/agreement.hpp"

namespace aidway {

/// What demands for access commonly ask and no term in force of this agreement speaks of, a sentence each: it judges
/// nothing, and says what nobody may read into the text. Violence, the front, roads, sieges, goods and people, leave,
/// cargo, aid by air and by need, monitors, consequences. Nothing of an agreement without a term in force.
[[nodiscard]] std::vector<std::string> not_covered(const Scenario& scenario, const DatedAgreement& dated);

}  // namespace aidway
