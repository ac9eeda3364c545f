// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "register.hpp"

namespace aidway::python {

// What Python sees of agreements and their terms; values are texts as a file would say them.

std::vector<std::string> agreement_names(const ScenarioFolder& folder);
pybind11::dict agreement(const ScenarioFolder& folder, const std::string& name);
/// The terms in force, one dict each.
pybind11::list terms(const ScenarioFolder& folder, const std::string& name);
/// What no term of an agreement speaks of, a sentence each.
std::vector<std::string> not_covered(const ScenarioFolder& folder, const std::string& name);
/// What an agreement says and probably does not mean, each with its place.
std::vector<std::string> agreement_notes(const ScenarioFolder& folder, const std::string& name);
std::vector<std::string> overlay_notes(const ScenarioFolder& folder);
/// Titles of the parts of an agreement, in the order in which it is read.
std::vector<std::string> chapter_titles();
std::shared_ptr<ScenarioFolder> with_agreement(const ScenarioFolder& folder, const pybind11::dict& head,
                                               const pybind11::list& terms, const pybind11::dict& changes);

}  // namespace aidway::python
