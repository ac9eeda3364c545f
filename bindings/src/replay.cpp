// SPDX-License-Identifier: Apache-2.0
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <cmath>
#include <stdexcept>

#include "register.hpp"
#include "result.hpp"
#include "simulation/event_names.hpp"
#include "simulation/runner.hpp"

namespace py = pybind11;

namespace aidway::python {
namespace {

Arm arm_of(const std::string& word) {
    for (const auto arm : {Arm::as_signed, Arm::as_kept}) {
        if (word == name_of(arm)) return arm;
    }
    throw std::invalid_argument("'" + word + "' is not as_signed or as_kept");
}

py::dict columns(const Model& model, std::span<const Event> log) {
    const EventNames names(model);
    const auto n = static_cast<py::ssize_t>(log.size());
    py::array_t<std::int64_t> time_s(n);
    py::array_t<double> mass_kg(n);
    py::array_t<double> volume_m3(n);
    py::list kind;
    py::list entity;
    py::list community;
    py::list goods;
    py::list reason;
    const std::int64_t start_s = seconds(model.scenario().calendar().from);
    for (py::ssize_t i = 0; i < n; ++i) {
        const Event& event = log[static_cast<std::size_t>(i)];
        time_s.mutable_data()[i] = start_s + event.at_s;
        mass_kg.mutable_data()[i] = event.mass.kilograms();
        // Litres are told of what is asked for; of all else the room it takes is not.
        const bool told = event.kind == EventKind::requested;
        volume_m3.mutable_data()[i] = told ? static_cast<double>(event.count) / 1'000.0 : std::nan("");
        kind.append(std::string(name_of(event.kind)));
        entity.append(names.entity(event));
        community.append(names.community(event));
        goods.append(names.goods(event));
        reason.append(event.reason == Reason::none ? std::string() : std::string(name_of(event.reason)));
    }
    py::dict table;
    table["time_s"] = time_s;
    table["kind"] = kind;
    table["entity"] = entity;
    table["community"] = community;
    table["goods"] = goods;
    table["mass_kg"] = mass_kg;
    table["volume_m3"] = volume_m3;
    table["reason"] = reason;
    return table;
}

py::dict replay(const ScenarioFolder& folder, const std::string& agreement, const std::string& arm, std::uint64_t seed,
                std::uint32_t replicate, std::uint32_t per_point, std::optional<std::int64_t> effective_from_s) {
    const auto model = make_model(folder, {agreement}, per_point, effective_from_s);
    Runner runner(*model);
    return columns(*model, runner.run({seed, replicate}, 0, arm_of(arm)));
}

}  // namespace

void register_replay(py::module_& module) {
    module.def("replay", &replay, py::arg("scenario"), py::arg("agreement"), py::arg("arm"), py::arg("seed"),
               py::arg("replicate"), py::arg("per_point"), py::arg("effective_from_s") = py::none(),
               "The complete log of one replicate, as columns.");
}

}  // namespace aidway::python
