// SPDX-License-Identifier: Apache-2.0
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <optional>
#include <utility>

#include "io/graph_file.hpp"
#include "register.hpp"
#include "routing/arc_graph.hpp"

namespace py = pybind11;

namespace aidway::python {
namespace {

using Numbers32 = py::array_t<std::uint32_t, py::array::c_style>;

Numbers32 array_of(const std::vector<std::uint32_t>& numbers) {
    return Numbers32(static_cast<py::ssize_t>(numbers.size()), numbers.data());
}

/// A graph with the columns it was read from.
struct ReadGraph {
    ArcList list;
    std::vector<LonLat> places;  ///< none where no file says them
    ArcGraph graph;
};

std::shared_ptr<ReadGraph> read(const py::bytes& text, const std::string& shown, const std::optional<py::bytes>& places,
                                const std::string& shown_places) {
    const auto seen = std::string_view(text);
    const auto seen_places = places ? std::optional(std::string_view(*places)) : std::nullopt;
    const py::gil_scoped_release released;
    std::vector<Diagnostic> faults;
    auto list = read_arc_list(shown, seen, faults);
    auto at = seen_places ? read_node_places(shown_places, *seen_places, faults) : std::vector<LonLat>();
    if (list && at && places && at->size() != list->nodes) {
        faults.push_back({shown_places,
                          {},
                          "",
                          "has " + std::to_string(at->size()) + " nodes: expected the " + std::to_string(list->nodes) +
                              " of " + shown});
    }
    if (!faults.empty() || !list || !at) throw ScenarioError(std::move(faults));
    ArcGraph graph(list->nodes, list->tail, list->head, list->weight);
    return std::make_shared<ReadGraph>(ReadGraph{std::move(*list), std::move(*at), std::move(graph)});
}

py::array_t<double> places(const ReadGraph& of) {
    py::array_t<double> array({static_cast<py::ssize_t>(of.places.size()), py::ssize_t{2}});
    auto out = array.mutable_unchecked<2>();
    for (py::ssize_t i = 0; i < out.shape(0); ++i) {
        out(i, 0) = of.places[static_cast<std::size_t>(i)].lon_deg;
        out(i, 1) = of.places[static_cast<std::size_t>(i)].lat_deg;
    }
    return array;
}

Numbers32 distances(const ReadGraph& of, const std::vector<std::uint32_t>& from) {
    Numbers32 found({static_cast<py::ssize_t>(from.size()), static_cast<py::ssize_t>(of.graph.node_count())});
    std::uint32_t* out = found.mutable_data();
    const py::gil_scoped_release released;
    for (const std::uint32_t node : from) {
        const auto row = of.graph.distances(NodeId{node});
        out = std::copy(row.begin(), row.end(), out);
    }
    return found;
}

}  // namespace

void register_graph(py::module_& module) {
    using G = const ReadGraph&;
    py::class_<ReadGraph, py::smart_holder>(module, "Graph", "Arcs between numbered nodes; immutable.")
        .def_property_readonly("node_count", [](G g) { return g.graph.node_count(); })
        .def_property_readonly("weighted", [](G g) { return g.list.weighted; })
        .def_property_readonly("tail", [](G g) { return array_of(g.list.tail); })
        .def_property_readonly("head", [](G g) { return array_of(g.list.head); })
        .def_property_readonly("weight", [](G g) { return array_of(g.list.weight); })
        .def("places", &places)
        .def("distances", &distances, py::arg("from_nodes"));
    module.def("read_graph", &read, py::arg("text"), py::arg("shown"), py::arg("places"), py::arg("shown_places"),
               "Read a graph of DIMACS or PACE; ScenarioError lists every fault.");
}

}  // namespace aidway::python
