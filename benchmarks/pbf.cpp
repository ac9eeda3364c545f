// SPDX-License-Identifier: Apache-2.0
// AIDWAY_PBF=FILE to a network, beside what libosmium needs to decode the same file and do nothing with it: the floor
// under any reader that uses it. Also tells the bytes of the network in memory for each arc.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/thread/pool.hpp>
#include <stdexcept>
#include <string>

#include "io/osm/osm_file.hpp"
#include "io/osm/tag_meanings.hpp"
#include "io/text_file.hpp"
#include "network/network_bytes.hpp"
#include "network/network_file.hpp"

namespace aidway {
namespace {

constexpr int threads = 2;

const char* file() { return std::getenv("AIDWAY_PBF"); }

void count_bytes(benchmark::State& state) {
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(std::filesystem::file_size(file())));
}

RoadNetwork network_of_file() {
    std::vector<Diagnostic> faults;
    const auto meanings = read_tag_meanings("osm-roads.yaml", read_text_file(AIDWAY_MEANINGS), faults);
    if (!meanings) throw std::runtime_error(faults.front().text());
    auto roads = read_osm_file(file(), *meanings, {false, threads}, file(), faults);
    if (!roads) throw std::runtime_error(faults.front().text());
    return RoadNetwork(std::move(roads->pieces));
}

void decode(benchmark::State& state) {
    std::int64_t buffers = 0;
    for (auto _ : state) {
        osmium::thread::Pool pool(threads, 64);
        osmium::io::Reader reader(std::string(file()), pool,
                                  osmium::osm_entity_bits::node | osmium::osm_entity_bits::way);
        while (const osmium::memory::Buffer buffer = reader.read()) ++buffers;
        reader.close();
    }
    benchmark::DoNotOptimize(buffers);
    count_bytes(state);
}

void read(benchmark::State& state) {
    for (auto _ : state) {
        const RoadNetwork network = network_of_file();
        const BytesPerArc bytes = bytes_per_arc(network);
        state.counters["arcs"] = static_cast<double>(network.arc_count());
        state.counters["travel_B/arc"] = bytes.travel;
        state.counters["drawings_B/arc"] = bytes.drawings;
        state.counters["words_B/arc"] = bytes.words;
    }
    count_bytes(state);
}

void load(benchmark::State& state) {
    const std::filesystem::path saved = std::filesystem::temp_directory_path() / "aidway-benchmark.aidwaynet";
    save_network(network_of_file(), saved);
    for (auto _ : state) {
        std::vector<Diagnostic> faults;
        benchmark::DoNotOptimize(load_network(saved, "saved", faults));
    }
    std::filesystem::remove(saved);
}

// Runs before the library's own main.
[[maybe_unused]] const bool registered = [] {
    if (file() == nullptr) return false;
    for (const auto& [name, run] :
         {std::pair("decode alone", &decode), std::pair("network", &read), std::pair("saved network", &load)}) {
        benchmark::RegisterBenchmark(name, run)->Unit(benchmark::kMillisecond)->UseRealTime();
    }
    return true;
}();

}  // namespace
}  // namespace aidway
