// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "register.hpp"
#include "routing/alternatives.hpp"

namespace aidway::python {

/// An end of ways: the name of a community or a depot, or longitude and latitude in degrees.
using RouteEnd = std::variant<std::string, std::pair<double, double>>;

/// What is asked for of ways.
struct RouteRequest {
    std::string agreement;
    std::int64_t at_s;
    std::optional<RouteEnd> from;  ///< none: the depot of each fleet
    RouteEnd to;
    AlternativeOptions ways;
    Distance within;  ///< how far from a junction a place in degrees may lie
};

/// The criterion of a name as Python has it: "fastest", "shortest" or "fewest_gates". Throws std::invalid_argument.
[[nodiscard]] Criterion criterion(const std::string& name);

/// One dict per fleet and way, the best first; one without a way for a fleet that has none. From a depot the fleets
/// that stand there set out, or every fleet where none does; from elsewhere every fleet.
pybind11::list routes(const ScenarioFolder& folder, const RouteRequest& request);

}  // namespace aidway::python
