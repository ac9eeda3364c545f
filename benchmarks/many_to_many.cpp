// SPDX-License-Identifier: Apache-2.0
// 20 x 50 travel times on a real town with 300 gates that change from state to state: the plain search, the gate
// overlay, and Boost.Graph's Dijkstra from each origin on weights made anew for each state. The answers of every state
// are compared first. AIDWAY_PBF=FILE takes another extract than Porto; run from the root of the project.
// AIDWAY_PROBLEM=FILE writes graph, states and answers down for benchmarks/many_to_many_cch.py.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "io/osm/osm_file.hpp"
#include "io/text_file.hpp"
#include "network/arc_times.hpp"
#include "network/islands.hpp"
#include "routing/route_program.hpp"

namespace aidway {
namespace {

constexpr std::size_t origins = 20, destinations = 50, gate_count = 300, state_count = 16;

struct Bench {
    std::shared_ptr<const RoadNetwork> network;
    std::vector<std::uint32_t> times_ms;
    std::vector<Gate> gates;
    std::vector<std::uint32_t> gate_of;  ///< per arc; gate_count: none
    std::vector<NodeId> terminals;       ///< origins, then destinations
    std::vector<std::vector<GateState>> states;
    std::vector<TerminalId> from, to;
};

std::shared_ptr<const RoadNetwork> town() {
    const char* named = std::getenv("AIDWAY_PBF");
    const std::string path = named != nullptr ? named : "tests/data/osm-extracts/porto.osm.pbf";
    std::vector<Diagnostic> faults;
    const auto meanings = read_tag_meanings("osm-roads.yaml", read_text_file(AIDWAY_MEANINGS), faults);
    auto roads = read_osm_file(path, meanings.value(), {}, path, faults);
    if (!roads) throw std::runtime_error(faults.front().text());
    return std::make_shared<const RoadNetwork>(std::move(roads->pieces));
}

/// Gates of one road each, as far from each other as chance has it: none meets another.
void place_gates(std::mt19937& random, Bench& bench) {
    const RoadNetwork& network = *bench.network;
    bench.gate_of.assign(network.arc_count(), gate_count);
    std::set<NodeId> taken;
    while (bench.gates.size() < gate_count) {
        const ArcId arc{static_cast<std::uint32_t>(random() % network.arc_count())};
        const NodeId tail = network.tail()[arc.index()], head = network.head()[arc.index()];
        if (tail == head || taken.count(tail) > 0 || taken.count(head) > 0) continue;
        taken.insert({tail, head});
        std::vector<ArcId> arcs{arc};
        const ArcId back = network.reverse()[arc.index()];
        if (back != no_arc) arcs.push_back(back);
        std::sort(arcs.begin(), arcs.end());
        for (const ArcId one : arcs) bench.gate_of[one.index()] = static_cast<std::uint32_t>(bench.gates.size());
        const std::string name = "gate-" + std::to_string(bench.gates.size());
        bench.gates.push_back({name, entity_key({name}), arcs});
    }
}

const Bench& bench() {
    static const Bench made = [] {
        Bench of;
        of.network = town();
        const VehicleProfile profile{.name = "lorry",
                                     .default_speed = Speed::kilometres_per_hour(30),
                                     .speed_by_class = {{"motorway", Speed::kilometres_per_hour(80)}}};
        of.times_ms = arc_times_ms(*of.network, profile);
        std::mt19937 random(2016);
        place_gates(random, of);
        const auto island = islands(*of.network);
        while (of.terminals.size() < origins + destinations) {
            const NodeId node{static_cast<std::uint32_t>(random() % of.network->node_count())};
            if (island[node.index()] == 0) of.terminals.push_back(node);
        }
        for (std::uint32_t t = 0; t < of.terminals.size(); ++t) (t < origins ? of.from : of.to).push_back({t});
        for (std::size_t s = 0; s < state_count; ++s) {
            std::vector<GateState> state(gate_count);
            for (GateState& gate : state) gate = {random() % 3 != 0, std::chrono::minutes(random() % 60)};
            of.states.push_back(std::move(state));
        }
        return of;
    }();
    return made;
}

const RouteProgram& program(RouteProgram::Method method) {
    const auto make = [](RouteProgram::Method of) {
        return RouteProgram(bench().network, bench().times_ms, bench().gates, bench().terminals, of);
    };
    static const RouteProgram plain = make(RouteProgram::Method::plain);
    static const RouteProgram overlay = make(RouteProgram::Method::overlay);
    return method == RouteProgram::Method::plain ? plain : overlay;
}

using Matrix = std::vector<std::uint32_t>;

Matrix ours(RouteProgram::Method method, std::size_t state, RouteProgram::Scratch& scratch) {
    Matrix matrix(origins * destinations);
    program(method).evaluate(std::span(&bench().states[state], 1), bench().from, bench().to, matrix, scratch);
    return matrix;
}

struct Street {
    std::uint32_t time_ms;
};
using Peer =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Street, boost::no_property, std::uint32_t>;

/// Edges in the order of arcs: both are sorted by tail. A closed gate takes longer than any way.
constexpr std::uint32_t closed_ms = 1U << 30U;

Peer& peer() {
    static Peer made = [] {
        const RoadNetwork& network = *bench().network;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
        for (std::uint32_t arc = 0; arc < network.arc_count(); ++arc) {
            edges.emplace_back(network.tail()[arc].value, network.head()[arc].value);
        }
        return Peer(boost::edges_are_sorted, edges.begin(), edges.end(),
                    static_cast<std::uint32_t>(network.node_count()));
    }();
    return made;
}

Matrix with_boost(std::size_t state) {
    Peer& graph = peer();
    std::uint32_t arc = 0;
    for (auto [edge, end] = boost::edges(graph); edge != end; ++edge, ++arc) {
        const std::uint32_t gate = bench().gate_of[arc];
        std::uint32_t time = bench().times_ms[arc];
        if (gate != gate_count) {
            const GateState& at = bench().states[state][gate];
            time = at.open ? time + static_cast<std::uint32_t>(at.delay.count() * 1000) : closed_ms;
        }
        graph[*edge].time_ms = time;
    }
    Matrix matrix;
    std::vector<std::uint32_t> there(bench().network->node_count());
    for (std::size_t from = 0; from < origins; ++from) {
        boost::dijkstra_shortest_paths(
            graph, bench().terminals[from].value,
            boost::weight_map(get(&Street::time_ms, graph))
                .distance_map(make_iterator_property_map(there.begin(), get(boost::vertex_index, graph)))
                .distance_combine([](std::uint32_t a, std::uint32_t b) { return std::min(a + b, closed_ms); })
                .distance_inf(closed_ms));
        for (std::size_t to = 0; to < destinations; ++to) {
            const std::uint32_t time = there[bench().terminals[origins + to].index()];
            matrix.push_back(time == closed_ms ? no_way_ms : time);
        }
    }
    return matrix;
}

void measure(benchmark::State& state, RouteProgram::Method method) {
    RouteProgram::Scratch scratch;
    for (std::size_t s = 0; s < state_count; ++s) {
        if (ours(method, s, scratch) != with_boost(s)) return state.SkipWithError("Boost.Graph finds other times");
    }
    std::size_t number = 0;
    for (auto _ : state) benchmark::DoNotOptimize(ours(method, number++ % state_count, scratch));
}

/// As numbers of four bytes: how many nodes, arcs, gates, origins, destinations and states; places, arcs (tail, head,
/// time, gate), terminals; then for each state its gates' delays (`closed_ms`: none passes) and the answers.
void write_problem(const char* path) {
    const RoadNetwork& network = *bench().network;
    std::ofstream out(path, std::ios::binary);
    const auto write = [&out](std::uint32_t number) {
        out.write(reinterpret_cast<const char*>(&number), sizeof(number));
    };
    for (const std::size_t count :
         {network.node_count(), network.arc_count(), gate_count, origins, destinations, state_count}) {
        write(static_cast<std::uint32_t>(count));
    }
    for (const GridPoint point : network.point()) {
        write(static_cast<std::uint32_t>(point.lon));
        write(static_cast<std::uint32_t>(point.lat));
    }
    for (std::size_t arc = 0; arc < network.arc_count(); ++arc) {
        write(network.tail()[arc].value);
        write(network.head()[arc].value);
        write(bench().times_ms[arc]);
        write(bench().gate_of[arc]);
    }
    for (const NodeId terminal : bench().terminals) write(terminal.value);
    RouteProgram::Scratch scratch;
    for (std::size_t s = 0; s < state_count; ++s) {
        for (const GateState& gate : bench().states[s]) {
            write(gate.open ? static_cast<std::uint32_t>(gate.delay.count() * 1000) : closed_ms);
        }
        for (const std::uint32_t time : ours(RouteProgram::Method::overlay, s, scratch)) write(time);
    }
}

// Runs before the library's own main.
[[maybe_unused]] const bool written = [] {
    const char* path = std::getenv("AIDWAY_PROBLEM");
    if (path != nullptr) write_problem(path);
    return path != nullptr;
}();

void plain(benchmark::State& state) { measure(state, RouteProgram::Method::plain); }
BENCHMARK(plain)->Unit(benchmark::kMillisecond);

void overlay(benchmark::State& state) { measure(state, RouteProgram::Method::overlay); }
BENCHMARK(overlay)->Unit(benchmark::kMillisecond);

void boost_graph(benchmark::State& state) {
    std::size_t number = 0;
    for (auto _ : state) benchmark::DoNotOptimize(with_boost(number++ % state_count));
}
BENCHMARK(boost_graph)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace aidway
