// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "register.hpp"
#include "simulation/study.hpp"

namespace aidway::python {

/// The joined tally of a study with the names of its dimensions.
struct Result {
    explicit Result(Study& study);  ///< takes what the study has
    TallyLayout layout;
    Tally tally;
    std::vector<std::string> agreements;
    std::vector<std::string> communities;
    std::vector<std::string> parties;
    std::int64_t from_s;  ///< UTC of the first week
};

void register_result(pybind11::module_& module);

/// The model of some agreements of a folder; ScenarioError for a name that is none of them.
std::shared_ptr<const Model> make_model(const ScenarioFolder& folder, const std::vector<std::string>& agreements,
                                        std::uint32_t per_point, std::optional<std::int64_t> effective_from_s);

}  // namespace aidway::python
