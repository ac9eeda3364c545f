// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "register.hpp"

namespace aidway::python {

/// One dict per fleet and community: when its trucks first get there, with the gates as an agreement leaves them.
pybind11::list reach(const ScenarioFolder& folder, const std::string& agreement, std::int64_t at_s);

/// Per time of `within_s` (seconds) a list of one dict per road that trucks of some fleet are on by then: its points
/// and length in metres, and the shares of it that they are on from its beginning and from its end.
pybind11::list driven(const ScenarioFolder& folder, const std::string& agreement, std::int64_t at_s,
                      const std::vector<std::int64_t>& within_s);

}  // namespace aidway::python
