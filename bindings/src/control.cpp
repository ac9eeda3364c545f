// SPDX-License-Identifier: Apache-2.0
#include "control.hpp"

#include <pybind11/numpy.h>
#include <pybind11/stl.h>

namespace py = pybind11;

namespace aidway::python {
namespace {

const char* word(Ground ground) {
    switch (ground) {
        case Ground::held: return "held";
        case Ground::contested: return "contested";
        case Ground::unknown: return "unknown";
    }
    return "";
}

py::list arrays(const std::vector<std::vector<LonLat>>& rings) {
    py::list all;
    for (const auto& ring : rings) {
        py::array_t<double> points({static_cast<py::ssize_t>(ring.size()), py::ssize_t{2}});
        auto out = points.mutable_unchecked<2>();
        for (std::size_t i = 0; i < ring.size(); ++i) {
            out(static_cast<py::ssize_t>(i), 0) = ring[i].lon_deg;
            out(static_cast<py::ssize_t>(i), 1) = ring[i].lat_deg;
        }
        all.append(std::move(points));
    }
    return all;
}

py::object second(Instant at, Instant never) { return at == never ? py::object(py::none()) : py::int_(seconds(at)); }

}  // namespace

py::list control(const ScenarioFolder& folder) {
    py::list all;
    if (!folder.scenario->control()) return all;
    for (const auto& area : folder.scenario->control()->areas()) {
        py::list claimants;
        for (const PartyId party : area.claimants)
            claimants.append(folder.scenario->record().parties.name(party.index()).text);
        py::dict row;
        row["ground"] = word(area.ground);
        row["party"] =
            area.ground == Ground::held ? folder.scenario->record().parties.name(area.party.index()).text : "";
        row["claimants"] = claimants;
        row["from_s"] = second(area.from, Instant::min());
        row["until_s"] = second(area.until, Instant::max());
        row["priority"] = area.priority;
        row["rings"] = arrays(area.rings);
        all.append(row);
    }
    return all;
}

py::list control_findings(const ScenarioFolder& folder) {
    py::list all;
    for (const auto& finding : folder.control_findings) {
        py::list polygons;
        for (const auto& rings : finding.polygons) polygons.append(arrays(rings));
        py::dict row;
        row["kind"] = name_of(finding.kind);
        row["what"] = finding.what;
        row["area_km2"] = finding.area_km2;
        row["polygons"] = polygons;
        all.append(row);
    }
    return all;
}

}  // namespace aidway::python
