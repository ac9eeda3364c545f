// SPDX-License-Identifier: Apache-2.0
// Routes per second of RouteProgram::evaluate beside Boost.Graph's Dijkstra: same network, same gate states, same run.
// The answers are compared first. Without more a lattice of 100 x 100 nodes; AIDWAY_ROADS=FILE adds a line layer
// (columns road and gate; AIDWAY_ROADS_LAYER names the layer of a file with several).
#include <benchmark/benchmark.h>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <cstdlib>
#include <limits>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "access/gates.hpp"
#include "io/line_layer.hpp"
#include "network/arc_times.hpp"
#include "network/build.hpp"
#include "routing/route_program.hpp"

namespace aidway {
namespace {

constexpr std::size_t terminal_count = 8;

struct Bench {
    std::shared_ptr<const RoadNetwork> network;
    std::vector<std::uint32_t> times_ms;
    std::vector<Gate> gates;
    std::vector<NodeId> terminals;
    std::vector<GateState> states;
};

/// Streets a hundredth of a degree apart, four classes of speed in turn, every fiftieth street a gate of its own.
std::vector<LineFeature> lattice(int side) {
    std::mt19937 random(1);
    std::vector<LineFeature> lines;
    const auto place = [](int x, int y) { return LonLat{0.01 * x, 0.01 * y}; };
    for (int x = 0; x < side; ++x) {
        for (int y = 0; y < side; ++y) {
            for (const auto& [right, up] : {std::pair{1, 0}, std::pair{0, 1}}) {
                if (x + right >= side || y + up >= side) continue;
                const auto number = static_cast<std::int64_t>(lines.size());
                const std::string gate = random() % 50 == 0 ? "gate-" + std::to_string(random() % 60) : "";
                lines.push_back({number,
                                 {place(x, y), place(x + right, y + up)},
                                 "",
                                 gate,
                                 {std::string(1, static_cast<char>('a' + random() % 4))}});
            }
        }
    }
    return lines;
}

Bench bench_of(const std::vector<LineFeature>& lines) {
    Bench bench;
    std::vector<Diagnostic> faults;
    bench.network = std::make_shared<const RoadNetwork>(build_network(lines, {}, "benchmark", faults).network);
    if (!faults.empty() || bench.network->node_count() == 0) return bench;
    VehicleProfile profile;
    profile.default_speed = Speed::kilometres_per_hour(40);
    profile.speed_by_class = {{"a", Speed::kilometres_per_hour(20)},
                              {"b", Speed::kilometres_per_hour(31)},
                              {"c", Speed::kilometres_per_hour(57)}};
    bench.times_ms = arc_times_ms(*bench.network, profile);
    bench.gates = gates_of(*bench.network);
    std::mt19937 random(2);
    for (std::size_t i = 0; i < terminal_count; ++i) {
        bench.terminals.push_back(NodeId{static_cast<std::uint32_t>(random() % bench.network->node_count())});
    }
    // Delays stay out of it: Boost's plain graph cannot charge a gate once for several arcs.
    for (std::size_t i = 0; i < bench.gates.size(); ++i) bench.states.push_back({random() % 3 != 0, Duration{0}});
    return bench;
}

/// Boost's side: the open arcs, in its own compressed form.
class Peer {
public:
    explicit Peer(const Bench& bench) {
        std::vector<bool> closed(bench.network->arc_count(), false);
        for (std::size_t gate = 0; gate < bench.gates.size(); ++gate) {
            for (const ArcId arc : bench.gates[gate].arcs) closed[arc.index()] = !bench.states[gate].open;
        }
        std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;
        std::vector<Street> streets;
        for (std::size_t arc = 0; arc < closed.size(); ++arc) {
            if (closed[arc]) continue;
            arcs.emplace_back(bench.network->tail()[arc].value, bench.network->head()[arc].value);
            streets.push_back({bench.times_ms[arc]});
        }
        graph_ = Graph(boost::edges_are_sorted, arcs.begin(), arcs.end(), streets.begin(),
                       static_cast<std::uint32_t>(bench.network->node_count()));
        times_.resize(bench.network->node_count());
    }

    void evaluate(const std::vector<NodeId>& terminals, std::vector<std::uint32_t>& matrix) {
        for (std::size_t from = 0; from < terminals.size(); ++from) {
            boost::dijkstra_shortest_paths(
                graph_, terminals[from].value,
                boost::weight_map(get(&Street::time_ms, graph_))
                    .distance_map(make_iterator_property_map(times_.begin(), get(boost::vertex_index, graph_)))
                    .distance_inf(no_way_ms));
            for (std::size_t to = 0; to < terminals.size(); ++to) {
                matrix[from * terminals.size() + to] = times_[terminals[to].index()];
            }
        }
    }

private:
    struct Street {
        std::uint32_t time_ms;
    };
    using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Street, boost::no_property,
                                                     std::uint32_t>;
    Graph graph_;
    std::vector<std::uint32_t> times_;
};

void count_routes(benchmark::State& state) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(terminal_count * terminal_count));
}

void program_routes(benchmark::State& state, const Bench& bench) {
    const RouteProgram program(bench.network, bench.times_ms, bench.gates, bench.terminals);
    RouteProgram::Scratch scratch;
    std::vector<std::uint32_t> ours(terminal_count * terminal_count), theirs(ours.size());
    program.evaluate(bench.states, ours, scratch);
    Peer(bench).evaluate(bench.terminals, theirs);
    if (ours != theirs) {
        state.SkipWithError("RouteProgram and Boost.Graph disagree");
        return;
    }
    for (auto _ : state) {
        program.evaluate(bench.states, ours, scratch);
        benchmark::DoNotOptimize(ours.data());
    }
    count_routes(state);
}

void boost_routes(benchmark::State& state, const Bench& bench) {
    Peer peer(bench);
    std::vector<std::uint32_t> matrix(terminal_count * terminal_count);
    for (auto _ : state) {
        peer.evaluate(bench.terminals, matrix);
        benchmark::DoNotOptimize(matrix.data());
    }
    count_routes(state);
}

void register_pair(const std::string& name, const std::vector<LineFeature>& lines) {
    const auto bench = std::make_shared<const Bench>(bench_of(lines));
    if (bench->terminals.empty()) {
        benchmark::RegisterBenchmark(
            name.c_str(), [](benchmark::State& state) { state.SkipWithError("the layer makes no network"); });
        return;
    }
    benchmark::RegisterBenchmark((name + "/RouteProgram").c_str(),
                                 [bench](benchmark::State& state) { program_routes(state, *bench); });
    benchmark::RegisterBenchmark((name + "/Boost.Graph").c_str(),
                                 [bench](benchmark::State& state) { boost_routes(state, *bench); });
}

// Runs before the library's own main.
[[maybe_unused]] const bool registered = [] {
    register_pair("lattice-100x100", lattice(100));
    if (const char* path = std::getenv("AIDWAY_ROADS")) {
        const char* layer = std::getenv("AIDWAY_ROADS_LAYER");
        std::vector<Diagnostic> faults;
        const auto lines = read_line_layer(path, {"road", "gate", "", layer == nullptr ? "" : layer}, path, faults);
        register_pair(path, faults.empty() ? lines : std::vector<LineFeature>());
    }
    return true;
}();

}  // namespace
}  // namespace aidway
