// SPDX-License-Identifier: Apache-2.0
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "io/arc_samples.hpp"
#include "io/road_source.hpp"
#include "io/zonal_sums.hpp"
#include "register.hpp"

namespace py = pybind11;

namespace aidway::python {
namespace {

using Column = py::array_t<double>;

RasterSource source(const std::string& raster, int band) {
    return {raster, std::filesystem::path(raster).filename().string(), band};
}

/// A column per member, by its name.
template <class Row>
py::dict columns(const std::vector<Row>& rows, const std::vector<std::pair<const char*, double Row::*>>& members) {
    py::dict all;
    for (const auto& [name, member] : members) {
        Column column(static_cast<py::ssize_t>(rows.size()));
        auto out = column.mutable_unchecked<1>();
        for (std::size_t i = 0; i < rows.size(); ++i) out(static_cast<py::ssize_t>(i)) = rows[i].*member;
        all[name] = std::move(column);
    }
    return all;
}

py::dict sums(const std::string& raster, int band, const std::vector<py::bytes>& wkb, const std::string& system,
              const std::vector<std::int64_t>& numbers, const std::string& shown) {
    AreaTable areas{system, {}, numbers};
    areas.wkb.assign(wkb.begin(), wkb.end());
    std::vector<Diagnostic> faults;
    std::vector<ZonalSum> found;
    {
        const py::gil_scoped_release released;
        found = zonal_sums(source(raster, band), areas, shown, faults);
    }
    if (!faults.empty()) throw ScenarioError(std::move(faults));
    return columns<ZonalSum>(found, {{"sum", &ZonalSum::sum}, {"cells", &ZonalSum::cells}, {"area", &ZonalSum::area}});
}

py::dict samples(const SourcedRoads& roads, const std::string& raster, int band, double step_m) {
    std::vector<Diagnostic> faults;
    std::vector<ArcSample> found;
    {
        const py::gil_scoped_release released;
        found = samples_along(roads.network, source(raster, band), Distance::metres(step_m), faults);
    }
    if (!faults.empty()) throw ScenarioError(std::move(faults));
    return columns<ArcSample>(found, {{"mean", &ArcSample::mean},
                                      {"least", &ArcSample::least},
                                      {"most", &ArcSample::most},
                                      {"told", &ArcSample::told}});
}

}  // namespace

void register_rasters(py::module_& module) {
    module.def("zonal_sums", &sums, py::arg("raster"), py::arg("band"), py::arg("wkb"), py::arg("system"),
               py::arg("numbers"), py::arg("shown"), "Sum a raster over areas; ScenarioError lists every fault.");
    module.def("samples_along", &samples, py::arg("roads"), py::arg("raster"), py::arg("band"), py::arg("step_m"),
               "Sample a raster along every arc; ScenarioError lists every fault.");
}

}  // namespace aidway::python
