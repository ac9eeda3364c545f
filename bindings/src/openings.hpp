// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "register.hpp"

namespace aidway::python {

/// The fewest gates to open so that some fleet comes to every community of `to`: gates, lower_bound, and places, one
/// dict per community.
pybind11::dict openings(const ScenarioFolder& folder, const std::string& agreement, const std::vector<std::string>& to,
                        std::int64_t at_s);

/// By gate, the agreements of the folder that open it to aid at some time, and the term that does.
pybind11::dict openers(const ScenarioFolder& folder);

/// Trucks a day that gates let through to a community: reachable, unlimited, at_least, at_most, and binding, one dict
/// per gate that lets no more through.
pybind11::dict throughput(const ScenarioFolder& folder, const std::string& agreement, const std::string& to,
                          std::int64_t at_s);

}  // namespace aidway::python
