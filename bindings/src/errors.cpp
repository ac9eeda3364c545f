// SPDX-License-Identifier: Apache-2.0
#include <pybind11/stl.h>

#include <utility>

#include "core/diagnostic.hpp"
#include "register.hpp"

namespace py = pybind11;

namespace aidway::python {
namespace {

/// New exception types live as long as the interpreter.
py::handle new_exception(py::module_& module, const char* name, PyObject* base) {
    const std::string qualified = std::string("aidway._engine.") + name;
    py::object type = py::reinterpret_steal<py::object>(PyErr_NewException(qualified.c_str(), base, nullptr));
    if (!type) throw py::error_already_set();
    module.add_object(name, type);
    return type.release();
}

py::handle scenario_error;
py::handle io_error;

void set_scenario_error(const ScenarioError& error) {
    py::list diagnostics;
    for (const auto& diagnostic : error.diagnostics()) diagnostics.append(py::cast(diagnostic));
    py::object value = scenario_error(error.what());
    value.attr("diagnostics") = py::tuple(diagnostics);
    PyErr_SetObject(scenario_error.ptr(), value.ptr());
}

}  // namespace

void register_errors(py::module_& module) {
    py::class_<Diagnostic>(module, "Diagnostic", "One fault of the input: where it is and what was expected.")
        .def(py::init([](std::string file, std::string message, std::string feature, int line, int column) {
                 return Diagnostic{std::move(file), {line, column}, std::move(feature), std::move(message)};
             }),
             py::arg("file"), py::arg("message"), py::arg("feature") = "", py::arg("line") = 0, py::arg("column") = 0)
        .def_readonly("file", &Diagnostic::file)
        .def_property_readonly("line", [](const Diagnostic& d) { return d.at.line; })
        .def_property_readonly("column", [](const Diagnostic& d) { return d.at.column; })
        .def_readonly("feature", &Diagnostic::feature)
        .def_readonly("message", &Diagnostic::message)
        .def_property_readonly("text", &Diagnostic::text)
        .def("__repr__", [](const Diagnostic& d) { return "Diagnostic(" + d.text() + ")"; });
    scenario_error = new_exception(module, "ScenarioError", PyExc_ValueError);
    scenario_error.attr("diagnostics") = py::tuple();
    io_error = new_exception(module, "IoError", PyExc_OSError);
    py::register_exception_translator([](std::exception_ptr pointer) {
        try {
            if (pointer) std::rethrow_exception(pointer);
        } catch (const ScenarioError& error) {
            set_scenario_error(error);
        } catch (const IoError& error) {
            py::set_error(io_error, error.what());
        }
    });
}

}  // namespace aidway::python
