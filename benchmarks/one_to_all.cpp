// SPDX-License-Identifier: Apache-2.0
// Distances from one node to all, of ArcGraph and of Boost.Graph's Dijkstra on the same graph; the answers are compared
// first. AIDWAY_GRAPH=FILE is a graph of DIMACS, not packed (benchmarks/weigh_graph.py makes one of a PACE graph).
#include <benchmark/benchmark.h>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <random>
#include <sstream>
#include <utility>
#include <vector>

#include "io/graph_file.hpp"
#include "routing/arc_graph.hpp"

namespace aidway {
namespace {

struct Street {
    std::uint32_t weight;
};
using Peer =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Street, boost::no_property, std::uint32_t>;

Peer peer_of(const ArcList& list) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;
    std::vector<Street> streets;
    for (std::size_t arc = 0; arc < list.tail.size(); ++arc) {
        arcs.emplace_back(list.tail[arc], list.head[arc]);
        streets.push_back({list.weight[arc]});
    }
    return {boost::edges_are_unsorted_multi_pass, arcs.begin(), arcs.end(), streets.begin(), list.nodes};
}

void boost_distances(const Peer& peer, std::uint32_t from, std::vector<std::uint32_t>& found) {
    boost::dijkstra_shortest_paths(
        peer, from,
        boost::weight_map(get(&Street::weight, peer))
            .distance_map(make_iterator_property_map(found.begin(), get(boost::vertex_index, peer)))
            .distance_inf(ArcGraph::no_way));
}

void register_graph(const ArcList& list) {
    const auto ours = std::make_shared<const ArcGraph>(list.nodes, list.tail, list.head, list.weight);
    const auto theirs = std::make_shared<const Peer>(peer_of(list));
    const auto nodes = list.nodes;
    benchmark::RegisterBenchmark("ArcGraph", [ours, theirs, nodes](benchmark::State& state) {
        std::vector<std::uint32_t> found(nodes);
        boost_distances(*theirs, 0, found);
        if (ours->distances({0}) != found) return state.SkipWithError("ArcGraph and Boost.Graph disagree");
        std::mt19937 random(2);
        for (auto _ : state) benchmark::DoNotOptimize(ours->distances({static_cast<std::uint32_t>(random() % nodes)}));
    })->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("Boost.Graph", [theirs, nodes](benchmark::State& state) {
        std::vector<std::uint32_t> found(nodes);
        std::mt19937 random(2);
        for (auto _ : state) {
            boost_distances(*theirs, static_cast<std::uint32_t>(random() % nodes), found);
            benchmark::DoNotOptimize(found.data());
        }
    })->Unit(benchmark::kMillisecond);
}

// Runs before the library's own main.
[[maybe_unused]] const bool registered = [] {
    const char* path = std::getenv("AIDWAY_GRAPH");
    if (path == nullptr) return false;
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    std::vector<Diagnostic> faults;
    if (const auto list = read_arc_list(path, text.str(), faults)) register_graph(*list);
    return faults.empty();
}();

}  // namespace
}  // namespace aidway
