// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "simulation/context.hpp"

namespace aidway {

/// After anything changed that monitors or threats hang on (a term began or ended, an obligation was kept or broken, a
/// consequence was applied or not): sets what deterrence leaves of each party's violence and breaks, and where
/// distribution is monitored.
void review_monitoring(Context& context);

/// Whether a review could find something else because this obligation is kept or broken.
[[nodiscard]] bool monitoring_hangs_on(const Context& context, ObligationId obligation);

/// When terms of monitors, consequences and publications, and obligations, begin and end; nothing where no review could
/// change anything.
[[nodiscard]] const std::vector<std::int64_t>& review_times(Context& context);

/// One consequence more or less lasts against a party: sets what backfire makes of its breaks.
void change_consequences(Context& context, std::uint32_t party, int by);

}  // namespace aidway
