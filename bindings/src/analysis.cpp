// SPDX-License-Identifier: Apache-2.0
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <stdexcept>

#include "analysis/estimate.hpp"
#include "register.hpp"
#include "simulation/parameter_points.hpp"

namespace py = pybind11;

namespace aidway::python {
namespace {

using Values = py::array_t<double, py::array::c_style | py::array::forcecast>;

std::span<const double> span_of(const Values& values) {
    return {values.data(), static_cast<std::size_t>(values.size())};
}

py::dict row(const Estimate& estimate) {
    py::dict row;
    row["mean"] = estimate.mean;
    row["low"] = estimate.low;
    row["high"] = estimate.high;
    row["standard_error"] = estimate.standard_error;
    row["epistemic_share"] = estimate.epistemic_share;
    row["replicates"] = estimate.replicates;
    row["enough"] = enough(estimate);
    return row;
}

Better better_of(const std::string& word) {
    for (const auto better : {Better::higher, Better::lower, Better::none}) {
        if (word == name_of(better)) return better;
    }
    throw std::invalid_argument("'" + word + "' is not higher, lower or none");
}

/// Where in its law each value lies, [point][path].
py::array_t<double> parameter_shares(const std::vector<std::string>& paths, std::uint64_t seed, std::uint32_t points) {
    const ParameterPoints known(paths);
    py::array_t<double> shares({static_cast<py::ssize_t>(points), static_cast<py::ssize_t>(paths.size())});
    double* to = shares.mutable_data();
    for (std::uint32_t point = 0; point < points; ++point) {
        for (std::size_t i = 0; i < paths.size(); ++i) *to++ = known.share(seed, point, i);
    }
    return shares;
}

}  // namespace

void register_analysis(py::module_& module) {
    module.def(
        "estimate",
        [](const Values& values, std::uint32_t per_point) { return row(estimate(span_of(values), per_point)); },
        py::arg("values"), py::arg("per_point"), "Mean, predictive 80 % interval, Monte Carlo error, epistemic share.");
    module.def(
        "paired_difference",
        [](const Values& b, const Values& a, std::uint32_t per_point, const std::string& better) {
            const auto pair = paired_difference(span_of(b), span_of(a), per_point, better_of(better));
            py::dict result = row(pair.difference);
            result["p_better"] = pair.p_better;
            result["p_tie"] = pair.p_tie;
            result["largest_regret"] = pair.largest_regret;
            return result;
        },
        py::arg("b"), py::arg("a"), py::arg("per_point"), py::arg("better"), "B - A, replicate by replicate.");
    module.def("parameter_shares", &parameter_shares, py::arg("paths"), py::arg("seed"), py::arg("points"),
               "Where in (0, 1) each uncertain value was drawn, (n_points, n_paths): by it its law was inverted.");
}

}  // namespace aidway::python
