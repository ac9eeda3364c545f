// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "support/small_scenario.hpp"

namespace aidway::test {

/// What is noticed in an agreement of these terms, which begins on the fifth day; term i stands in line i + 1 of
/// `x.yaml`.
[[nodiscard]] std::vector<std::string> noticed(const SmallScenario& small, const std::vector<std::string>& texts);

}  // namespace aidway::test
