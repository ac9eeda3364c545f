// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "agreement/agreement.hpp"
#include "core/fields/schema.hpp"
#include "io/gate_status.hpp"
#include "outcome_rows.hpp"
#include "register.hpp"
#include "scenario/scenario_record.hpp"
#include "simulation/outcomes.hpp"

namespace py = pybind11;

namespace aidway::python {
namespace {

std::string schema(const std::string& kind) {
    if (kind == "scenario") return json_schema(type_of<ScenarioRecord>(), "Aidway scenario");
    if (kind == "agreement") return json_schema(type_of<Agreement>(), "Aidway agreement");
    throw std::invalid_argument("no schema '" + kind + "'; expected 'scenario' or 'agreement'");
}

}  // namespace

py::dict outcome_row(const OutcomeInfo& info) {
    py::dict row;
    row["name"] = std::string(info.name);
    row["label"] = std::string(info.label);
    row["unit"] = std::string(info.unit);
    row["doc"] = std::string(info.doc);
    row["shape"] = std::string(name_of(info.shape));
    row["better"] = std::string(name_of(info.better));
    row["safe"] = std::string(info.safe);
    return row;
}

py::list outcome_rows(const TallyLayout& layout) {
    py::list rows;
    for (const auto& outcome : layout.outcomes()) rows.append(outcome_row(outcome.info));
    return rows;
}

void register_reference(py::module_& module) {
    module.def("json_schema", &schema, py::arg("kind"), "JSON Schema of 'scenario' or 'agreement' files.");
    module.def(
        "reference_page",
        [] {
            return reference_page("Scenario files",
                                  {&type_of<ScenarioRecord>(), &type_of<Agreement>(), &type_of<GateStatusRow>()});
        },
        "Markdown page of every key of scenario files.");
    module.def("outcome_table", [] {
        py::list rows;
        [&]<class... O>(std::tuple<O...>*) {
            (rows.append(outcome_row(O::info)), ...);
        }(static_cast<Outcomes*>(nullptr));
        return rows;
    });
}

}  // namespace aidway::python
