// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "support/small_scenario.hpp"

namespace aidway::test {

/// The small scenario with chances everywhere, violence that shuts gates, a climate of access, silence that escalates,
/// linked places, markets and people who leave; two communities of one enclave.
[[nodiscard]] SmallScenario everything();
/// The same with an enclave for each community, between which people move, medicine that is used, and bread.
[[nodiscard]] SmallScenario everything_and_welfare();
/// Roads for aid and for trade, and an end of hostilities.
[[nodiscard]] std::vector<Term> all_terms();

}  // namespace aidway::test
