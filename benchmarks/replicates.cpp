// SPDX-License-Identifier: Apache-2.0
// Every scenario of scenarios/, and two small ones: the time of a replicate under each agreement and arm, how many
// things fall due in it, how many lines its log has, and the time of each thing that falls due; then what a study pays,
// with all outcomes. Run from the root of the project.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "io/scenario_folder.hpp"
#include "simulation/runner.hpp"
#include "simulation/tally.hpp"

namespace aidway {
namespace {

using Shared = std::shared_ptr<const Model>;

std::vector<std::filesystem::path> folders() {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator("scenarios")) {
        if (std::filesystem::exists(entry.path() / "scenario.yaml")) found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    found.emplace_back("tests/data/tiny");
    found.emplace_back("benchmarks/queue-and-convoy/scenario");
    return found;
}

void replicate(benchmark::State& state, const Shared& model, std::size_t variant, Arm arm) {
    Runner runner(*model);
    std::uint32_t number = 0;
    std::int64_t lines = 0, due = 0;
    for (auto _ : state) {
        lines += static_cast<std::int64_t>(runner.run({2016, number++}, variant, arm).size());
        due += runner.fell_due();
    }
    using Counter = benchmark::Counter;
    state.counters["lines"] = Counter(static_cast<double>(lines), Counter::kAvgIterations);
    state.counters["due"] = Counter(static_cast<double>(due), Counter::kAvgIterations);
    state.counters["each"] = Counter(static_cast<double>(due), Counter::kIsRate | Counter::kInvert);  // seconds
}

void count_per_run(benchmark::State& state, std::int64_t runs) {
    state.counters["per_run"] =
        benchmark::Counter(static_cast<double>(runs),
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);  // seconds
}

/// Per replicate, agreement and arm, as a study runs them one after another: all processes, no outcome.
void all_processes(benchmark::State& state, const Shared& model) {
    Runner runner(*model);
    std::uint32_t number = 0;
    std::int64_t runs = 0;
    for (auto _ : state) {
        for (std::size_t v = 0; v < model->variants().size(); ++v) {
            benchmark::DoNotOptimize(runner.run({2016, number}, v, Arm::as_signed).data());
            // Both arms of an agreement that obliges nobody are one course.
            if (!model->variants()[v].rules.obligations.empty()) {
                benchmark::DoNotOptimize(runner.run({2016, number}, v, Arm::as_kept).data());
            }
            runs += arms;
        }
        ++number;
    }
    count_per_run(state, runs);
}

/// Likewise, with all outcomes.
void replicate_with_outcomes(benchmark::State& state, const Shared& model) {
    constexpr std::uint32_t block = 16;
    const TallyLayout layout(*model);
    BlockRunner runner(*model, layout);
    Tally tally;
    std::uint32_t first = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(runner.run(2016, first, block, tally, [] { return true; }));
        first += block;
    }
    count_per_run(state, state.iterations() * block * static_cast<std::int64_t>(layout.variants()));
}

void add(const std::filesystem::path& path) {
    const auto folder = read_scenario_folder(path.string());
    const auto model = std::make_shared<const Model>(folder.scenario, folder.agreements, ModelOptions{});
    const auto name = folder.scenario->record().name;
    for (std::size_t v = 0; v < model->variants().size(); ++v) {
        for (const auto arm : {Arm::as_signed, Arm::as_kept}) {
            const auto title = name + "/" + model->variants()[v].name + "/" + std::string(name_of(arm));
            benchmark::RegisterBenchmark(title.c_str(), [=](benchmark::State& state) {
                replicate(state, model, v, arm);
            })->Unit(benchmark::kMicrosecond);
        }
    }
    benchmark::RegisterBenchmark((name + "/all processes").c_str(), [=](benchmark::State& state) {
        all_processes(state, model);
    })->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark((name + "/with all outcomes").c_str(), [=](benchmark::State& state) {
        replicate_with_outcomes(state, model);
    })->Unit(benchmark::kMicrosecond);
}

}  // namespace
}  // namespace aidway

int main(int count, char** words) {
    for (const auto& path : aidway::folders()) aidway::add(path);
    benchmark::Initialize(&count, words);
    if (benchmark::ReportUnrecognizedArguments(count, words)) return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
