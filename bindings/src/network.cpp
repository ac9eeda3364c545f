// SPDX-License-Identifier: Apache-2.0
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "io/road_source.hpp"
#include "network/islands.hpp"
#include "network/nearest.hpp"
#include "network/network_file.hpp"
#include "register.hpp"
#include "road_rows.hpp"
#include "routing/arrivals.hpp"

namespace py = pybind11;

namespace aidway::python {
namespace {

using Network = SourcedRoads;
using Numbers32 = py::array_t<std::uint32_t, py::array::c_style>;

/// A column as a read-only view that keeps its network alive.
template <class As, class T>
py::array view(const py::object& owner, std::span<const T> column) {
    static_assert(sizeof(As) == sizeof(T));
    py::array_t<As> array(static_cast<py::ssize_t>(column.size()), reinterpret_cast<const As*>(column.data()), owner);
    array.attr("setflags")(py::arg("write") = false);
    return array;
}

/// A column that the network does not hold as such.
template <class T, class Of>
py::array each_arc(const RoadNetwork& network, const Of& of) {
    py::array_t<T> array(static_cast<py::ssize_t>(network.arc_count()));
    T* out = array.mutable_data();
    for (std::uint32_t arc = 0; arc < network.arc_count(); ++arc) out[arc] = of(ArcId{arc});
    return array;
}

py::dict columns(const py::object& self) {
    const RoadNetwork& network = self.cast<const Network&>().network;
    py::dict all;
    all["first_out"] = view<std::uint32_t>(self, network.first_out());
    all["tail"] = view<std::uint32_t>(self, network.tail());
    all["head"] = view<std::uint32_t>(self, network.head());
    all["reverse"] = view<std::uint32_t>(self, network.reverse());
    all["length_m"] = each_arc<double>(network, [&network](ArcId arc) { return network.length_m()[arc.index()]; });
    all["feature"] = each_arc<std::int64_t>(network, [&network](ArcId arc) { return network.feature_of(arc); });
    all["label"] = view<std::uint32_t>(self, network.label());
    return all;
}

py::array_t<double> degrees(const std::vector<LonLat>& places) {
    py::array_t<double> array({static_cast<py::ssize_t>(places.size()), py::ssize_t{2}});
    auto out = array.mutable_unchecked<2>();
    for (py::ssize_t i = 0; i < out.shape(0); ++i) {
        out(i, 0) = places[static_cast<std::size_t>(i)].lon_deg;
        out(i, 1) = places[static_cast<std::size_t>(i)].lat_deg;
    }
    return array;
}

py::array_t<double> positions(const Network& of) {
    std::vector<LonLat> places;
    for (const GridPoint point : of.network.point()) places.push_back(lon_lat(point));
    return degrees(places);
}

/// Coordinates of all arcs side by side, and which arc each belongs to.
std::pair<py::array_t<double>, py::array_t<std::int64_t>> shapes(const Network& of) {
    std::vector<LonLat> places;
    std::vector<std::int64_t> arcs;
    for (std::uint32_t arc = 0; arc < of.network.arc_count(); ++arc) {
        const auto points = of.network.shape({arc});
        places.insert(places.end(), points.begin(), points.end());
        arcs.insert(arcs.end(), points.size(), arc);
    }
    return {degrees(places), py::array_t<std::int64_t>(static_cast<py::ssize_t>(arcs.size()), arcs.data())};
}

py::list repairs_list(const std::vector<Repair>& repairs) {
    py::list all;
    for (const Repair& repair : repairs) {
        all.append(
            py::make_tuple(repair.kind, repair.what, repair.distance.metres(), repair.at.lon_deg, repair.at.lat_deg));
    }
    return all;
}

py::list gate_candidates(const Network& of) {
    py::list all;
    for (const GateCandidate& gate : of.gates) {
        all.append(py::make_tuple(gate.kind, gate.name, gate.node, gate.at.lon_deg, gate.at.lat_deg));
    }
    return all;
}

Numbers32 island_numbers(const Network& of) {
    const auto numbers = islands(of.network);
    return Numbers32(static_cast<py::ssize_t>(numbers.size()), numbers.data());
}

Numbers32 nearest(const Network& of, const std::vector<std::pair<double, double>>& places) {
    const NearestNode index(of.network);
    Numbers32 found(static_cast<py::ssize_t>(places.size()));
    auto out = found.mutable_unchecked<1>();
    py::ssize_t i = 0;
    for (const auto& [lon, lat] : places) out(i++) = index.nearest({lon, lat}).node.value;
    return found;
}

/// Sums of weights along the lightest ways; 2^32 - 1 where there is none. `no_driving_ms` bars an arc.
Numbers32 matrix(const Network& of, const Numbers32& weights, const std::vector<std::uint32_t>& from,
                 const std::vector<std::uint32_t>& to) {
    const std::vector<std::uint32_t> each(weights.data(), weights.data() + weights.size());
    Numbers32 found({static_cast<py::ssize_t>(from.size()), static_cast<py::ssize_t>(to.size())});
    std::uint32_t* out = found.mutable_data();
    const py::gil_scoped_release released;
    const PassageGraph graph(std::make_shared<const RoadNetwork>(of.network), each, {});
    for (const std::uint32_t node : from) {
        const NodeId start{node};
        const auto node_ms = arrivals(graph, {&start, 1}, {}).node_ms;
        for (const std::uint32_t end : to) *out++ = node_ms[end];
    }
    return found;
}

std::shared_ptr<Network> read(const std::string& roads, const std::string& shown, const std::string& meanings,
                              const std::map<std::string, std::string>& columns, double join_within_m,
                              bool join_crossings, bool ferries) {
    RoadSource source{{roads, shown}};
    const auto column = [&columns](const char* name) {
        const auto found = columns.find(name);
        return found == columns.end() ? std::string() : found->second;
    };
    source.columns = {column("road"),
                      column("gate"),
                      column("road_class"),
                      column("layer"),
                      column("one_way"),
                      column("length_m"),
                      column("length_km"),
                      {column("surface"), column("condition"), column("features"), column("barred"),
                       column("max_weight_t"), column("max_height_m"), column("max_speed_km_h")}};
    source.join_within = Distance::metres(join_within_m);
    source.mend = true;
    source.crossings = join_crossings ? Crossings::join : Crossings::tell;
    source.meanings = ShownPath{meanings, std::filesystem::path(meanings).filename().string()};
    source.ferries = ferries;
    std::vector<Diagnostic> faults;
    auto found = read_roads(source, faults);
    if (!faults.empty() || !found) throw ScenarioError(std::move(faults));
    return std::make_shared<Network>(std::move(*found));
}

}  // namespace

void register_network(py::module_& module) {
    using N = const Network&;
    py::class_<Network, py::smart_holder>(module, "Network", "Roads as a graph; immutable.")
        .def_property_readonly("node_count", [](N n) { return n.network.node_count(); })
        .def_property_readonly("arc_count", [](N n) { return n.network.arc_count(); })
        .def_property_readonly("digest",
                               [](N n) {
                                   const auto& bytes = n.network.digest();
                                   return py::bytes(reinterpret_cast<const char*>(bytes.data()), bytes.size());
                               })
        .def_property_readonly("notes", [](N n) { return n.notes; })
        .def_property_readonly("objects", [](N n) { return n.objects; })
        .def("columns", &columns)
        .def("positions", &positions)
        .def("shapes", &shapes)
        .def("labels", [](N n) { return label_rows(n.network.words()); })
        .def("repairs", [](N n) { return repairs_list(n.repairs); })
        .def("lone_islands", [](N n) { return repairs_list(lone_islands(n.network)); })
        .def("gate_candidates", &gate_candidates)
        .def("islands", &island_numbers)
        .def("nearest", &nearest, py::arg("places"))
        .def(
            "save", [](N n, const std::string& path) { save_network(n.network, path); }, py::arg("path"),
            py::call_guard<py::gil_scoped_release>())
        .def("matrix", &matrix, py::arg("weights"), py::arg("from_nodes"), py::arg("to_nodes"));
    module.def("read_network", &read, py::arg("roads"), py::arg("shown"), py::arg("meanings"), py::arg("columns"),
               py::arg("join_within_m"), py::arg("join_crossings"), py::arg("ferries"),
               py::call_guard<py::gil_scoped_release>(), "Read roads; ScenarioError lists every fault.");
}

}  // namespace aidway::python
