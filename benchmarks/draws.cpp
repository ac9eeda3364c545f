// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "core/draw.hpp"
#include "core/law.hpp"
#include "core/samplers.hpp"
#include "core/sobol.hpp"

namespace aidway {
namespace {

/// As items, and by the name of what they are.
void count_draws(benchmark::State& state) {
    state.SetItemsProcessed(state.iterations());
    state.counters["draws_per_second"] =
        benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

double next_share(std::uint32_t& slot) { return Draw({2016, 1}, {1}, {42}, slot++).uniform(0); }

void draw_block(benchmark::State& state) {
    std::uint32_t slot = 0;
    for (auto _ : state) benchmark::DoNotOptimize(Draw({2016, 1}, {1}, {42}, slot++).words());
    count_draws(state);
}
BENCHMARK(draw_block);

void refine_key(benchmark::State& state) {
    EntityKey key{42};
    for (auto _ : state) benchmark::DoNotOptimize(key = refine(key, 1, 2));
    count_draws(state);
}
BENCHMARK(refine_key);

void law_quantile(benchmark::State& state, const Law& law) {
    std::uint32_t slot = 0;
    for (auto _ : state) benchmark::DoNotOptimize(quantile(law, next_share(slot)));
    count_draws(state);
}
BENCHMARK_CAPTURE(law_quantile, triangular, Law{LawKind::triangular, {0.2, 0.3, 0.45}});
BENCHMARK_CAPTURE(law_quantile, normal, Law{LawKind::normal, {0, 1}});
BENCHMARK_CAPTURE(law_quantile, lognormal, Law{LawKind::lognormal, {3, 0.5}});
BENCHMARK_CAPTURE(law_quantile, beta, Law{LawKind::beta, {2, 2}});
BENCHMARK_CAPTURE(law_quantile, pert, Law{LawKind::pert, {116'000, 250'000, 275'000}});

/// One uncertain value of a parameter point: a Sobol coordinate, scrambled.
void sobol_coordinate(benchmark::State& state) {
    const SobolDimension dimension(17);
    std::uint32_t point = 0;
    for (auto _ : state) benchmark::DoNotOptimize(inside_unit(scrambled(dimension.at(point++), {42})));
    count_draws(state);
}
BENCHMARK(sobol_coordinate);

void binomial_of(benchmark::State& state) {
    std::uint32_t slot = 0;
    for (auto _ : state) benchmark::DoNotOptimize(binomial(state.range(0), 1.0 / 14, next_share(slot)));
    count_draws(state);
}
BENCHMARK(binomial_of)->Arg(20)->Arg(400)->Arg(5'000)->Arg(300'000);

}  // namespace
}  // namespace aidway
