// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "agreement/agreement.hpp"

namespace aidway {

/// What an agreement may say and probably does not mean: terms without effect, terms that later ones override, dates
/// that never come. No faults: each with the place of its term, ordered by place. The agreement must be flattened and
/// have passed the checks. What an inherited term means by itself is told of the agreement that wrote it.
[[nodiscard]] std::vector<Diagnostic> notes_on(const Scenario& scenario, const DatedAgreement& dated);

/// Overlays of the scenario that wait for an agreement, where none of these lays them.
[[nodiscard]] std::vector<Diagnostic> notes_on_overlays(const Scenario& scenario,
                                                        const std::vector<DatedAgreement>& agreements);

}  // namespace aidway
