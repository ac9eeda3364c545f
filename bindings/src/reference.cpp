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
    if (kind == "agreement") return json_schema(type_of<Agreement>(), "Aidway agreement", LawsOfNumbers::refused);
    throw std::invalid_argument("no schema '" + kind + "'; expected 'scenario' or 'agreement'");
}

/// What the tables of the page cannot say of themselves.
constexpr const char* how_to_read = R"(
A scenario is a folder: `scenario.yaml`, `agreements/*.yaml`, and the layers and tables that they name. Whatever does not
fit what stands here is refused, all faults together, each with file, line, column and the nearest valid name.

- **Units** stand in the text: `40 t`, `7 d`, `3.5 km`, `15 km/h`, `25 m3`, `555 g/d`, `0.2 /d`. A bare number where a unit
  belongs is a fault. Chances and shares are numbers from 0 to 1, or `60 %`.
- **Where a value comes from**: write `{value: 45, source: KEY, confidence: derived, note: ...}`, or put `source`,
  `confidence` (`seen`, `derived`, `assumed`) and `note` into a mapping, for all values in it that say nothing themselves.
  What nobody vouches for counts as assumed. Keys of sources stand under `sources`.
- **What is not known** is a law in place of a number: `{uniform: [30 d, 60 d]}`, `triangular: [low, mode, high]`,
  `normal: [mean, deviation]`, `lognormal: [median, sigma]`, `beta: [alpha, beta]`, `pert: [low, mode, high]`,
  `discrete: [values]`. It is drawn once for each group of replicates. Fields that say "drawn anew each time" are chance.
  Laws are refused for what routes are computed from: speeds, places, the period.
)";

std::string page() {
    auto text = reference_page("Scenario files",
                               {&type_of<ScenarioRecord>(), &type_of<Agreement>(), &type_of<GateStatusRow>()});
    return text.insert(text.find('\n') + 1, how_to_read);
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
    row["needs"] = std::string(name_of(info.needs));
    return row;
}

py::list outcome_rows(const TallyLayout& layout) {
    py::list rows;
    for (const auto& outcome : layout.outcomes()) {
        if (outcome.present) rows.append(outcome_row(outcome.info));
    }
    return rows;
}

void register_reference(py::module_& module) {
    module.def("json_schema", &schema, py::arg("kind"), "JSON Schema of 'scenario' or 'agreement' files.");
    module.def("reference_page", &page, "Markdown page of every key of scenario files.");
    module.def("outcome_table", [] {
        py::list rows;
        [&]<class... O>(std::tuple<O...>*) {
            (rows.append(outcome_row(O::info)), ...);
        }(static_cast<Outcomes*>(nullptr));
        return rows;
    });
}

}  // namespace aidway::python
