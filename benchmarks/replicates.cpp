// SPDX-License-Identifier: Apache-2.0
// The shipped scenario, replicate by replicate: time per replicate of each agreement and arm, and events a second.
// Run from the root of the project.
#include <benchmark/benchmark.h>

#include "io/scenario_folder.hpp"
#include "simulation/runner.hpp"
#include "simulation/tally.hpp"

namespace aidway {
namespace {

const Model& flagship() {
    static const auto folder = read_scenario_folder("scenarios/eastern-aleppo-2016");
    static const Model model(folder.scenario, folder.agreements, {});
    return model;
}

/// Range 0: the agreement, in the order of the folder; range 1: the arm.
void replicate(benchmark::State& state) {
    Runner runner(flagship());
    const auto variant = static_cast<std::size_t>(state.range(0));
    const auto arm = static_cast<Arm>(state.range(1));
    std::uint32_t number = 0;
    std::int64_t events = 0;
    for (auto _ : state) events += static_cast<std::int64_t>(runner.run({2016, number++}, variant, arm).size());
    state.SetLabel(flagship().variants().at(variant).name + ", " + std::string(name_of(arm)));
    state.SetItemsProcessed(events);
    state.counters["events"] = benchmark::Counter(static_cast<double>(events), benchmark::Counter::kAvgIterations);
    state.counters["events_per_second"] = benchmark::Counter(static_cast<double>(events), benchmark::Counter::kIsRate);
}
BENCHMARK(replicate)->ArgsProduct({{0, 1, 2, 3, 4}, {0, 1}})->Unit(benchmark::kMicrosecond);

/// A replicate of all agreements and arms with all outcomes: what a study pays.
void replicate_with_outcomes(benchmark::State& state) {
    const TallyLayout layout(flagship());
    BlockRunner runner(flagship(), layout);
    std::uint32_t first = 0;
    for (auto _ : state) {
        Tally tally;
        benchmark::DoNotOptimize(runner.run(2016, first, 16, tally, [] { return true; }));
        first += 16;
    }
    state.SetItemsProcessed(state.iterations() * 16);
    state.counters["replicates_per_second"] =
        benchmark::Counter(static_cast<double>(state.iterations() * 16), benchmark::Counter::kIsRate);
}
BENCHMARK(replicate_with_outcomes)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace aidway
