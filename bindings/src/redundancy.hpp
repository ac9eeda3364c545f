// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "register.hpp"

namespace aidway::python {

/// One dict per way from the depots to a community of which no two share a road, with the gates as an agreement leaves
/// them. Times are those of the vehicle of the first fleet.
pybind11::list redundancy(const ScenarioFolder& folder, const std::string& agreement, const std::string& to,
                          std::int64_t at_s);

}  // namespace aidway::python
