// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>

#include "simulation/outcome.hpp"
#include "simulation/tally.hpp"

namespace aidway::python {

/// One dict: name, label, unit, doc, shape, better, safe, needs.
pybind11::dict outcome_row(const OutcomeInfo& info);
/// Those that the scenario has.
pybind11::list outcome_rows(const TallyLayout& layout);

}  // namespace aidway::python
