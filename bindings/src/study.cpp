// SPDX-License-Identifier: Apache-2.0
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <stdexcept>

#include "outcome_rows.hpp"
#include "register.hpp"
#include "result.hpp"
#include "simulation/study.hpp"

namespace py = pybind11;

namespace aidway::python {

std::shared_ptr<const Model> make_model(const ScenarioFolder& folder, const std::vector<std::string>& agreements,
                                        std::uint32_t per_point, std::optional<std::int64_t> effective_from_s) {
    std::vector<DatedAgreement> chosen;
    for (const auto& name : agreements) chosen.push_back(find_agreement(folder, name));
    ModelOptions options;
    options.per_point = per_point;
    if (effective_from_s) options.effective_from = instant(*effective_from_s);
    return std::make_shared<const Model>(folder.scenario, chosen, options);
}

namespace {

std::unique_ptr<Study> make_study(const ScenarioFolder& folder, const std::vector<std::string>& agreements,
                                  std::uint32_t replicates, std::uint64_t seed, unsigned threads,
                                  std::uint32_t per_point, std::optional<std::int64_t> effective_from_s) {
    const py::gil_scoped_release release;
    return std::make_unique<Study>(make_model(folder, agreements, per_point, effective_from_s), seed, replicates,
                                   threads);
}

/// A result is read only after every thread has ended.
std::unique_ptr<Result> result(Study& study) {
    const py::gil_scoped_release release;
    if (!study.wait(std::chrono::milliseconds(0))) throw std::logic_error("the study is still at work");
    auto found = std::make_unique<Result>(study);
    if (found->tally.replicates == 0) throw std::logic_error("no block of replicates is complete");
    return found;
}

bool wait(Study& study, double seconds_to_wait) {
    const py::gil_scoped_release release;
    return study.wait(std::chrono::milliseconds(static_cast<std::int64_t>(seconds_to_wait * 1000)));
}

}  // namespace

void register_study(py::module_& module) {
    register_result(module);
    py::class_<Study, py::smart_holder>(module, "Study", "Replicates under way on the engine's own threads.")
        .def(py::init(&make_study), py::arg("scenario"), py::arg("agreements"), py::arg("replicates"), py::arg("seed"),
             py::arg("threads"), py::arg("per_point"), py::arg("effective_from_s") = py::none())
        .def_property_readonly("done", &Study::done)
        .def_property_readonly("total", &Study::total)
        .def_property_readonly("identity", [](const Study& study) { return study.model().identity(); })
        .def("start", &Study::start)
        .def("wait", &wait, py::arg("seconds"), "True once all threads have ended; the GIL is released.")
        .def("stop", &Study::stop)
        .def("result", &result, "What is complete, once `wait` has answered True; only once.");
}

}  // namespace aidway::python
