// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "scenario/scenario.hpp"

namespace aidway {

/// Per place of incidents, in the order of `violence/where`: metres from a road of the scenario as it is drawn, that is
/// from the lines that carry its name and those in its gates; infinite where nothing of it is drawn. Empty without
/// violence.
[[nodiscard]] std::vector<double> metres_from_road(const Scenario& scenario, std::string_view road);

}  // namespace aidway
