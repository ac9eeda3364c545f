// SPDX-License-Identifier: Apache-2.0
// A binary of its own, for it counts every allocation of the process.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <new>

#include "io/scenario_folder.hpp"
#include "simulation/runner.hpp"
#include "simulation/tally.hpp"
#include "support/folders.hpp"

namespace {

std::atomic<std::int64_t> allocations{0};

void* counted(void* memory) {
    ++allocations;
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}

}  // namespace

void* operator new(std::size_t size) { return counted(std::malloc(size == 0 ? 1 : size)); }
// Sanitizers have one of their own, whose memory would meet our delete.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    ++allocations;
    return std::malloc(size == 0 ? 1 : size);
}
void* operator new(std::size_t size, std::align_val_t align) {
    const auto to = static_cast<std::size_t>(align);
    return counted(std::aligned_alloc(to, (size + to - 1) / to * to));
}
// Not inlined: g++ 12 would see free() beside a call of new and take the two for a mismatch.
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

namespace aidway {
namespace {

constexpr std::uint32_t one_point = 1'000'000;  // more replicates than any test runs

Model model_in(const std::filesystem::path& path, std::uint32_t per_point = one_point) {
    const auto folder = read_scenario_folder(path);
    return Model(folder.scenario, folder.agreements, {per_point, {}});
}
Model tiny(std::uint32_t per_point = one_point) { return model_in(test_data() / "tiny", per_point); }
Model flagship() { return model_in(shipped_scenarios() / "eastern-aleppo-2016"); }

/// What replicates [first, until) allocate, each under every agreement and arm.
std::int64_t allocated(Runner& runner, const Model& model, std::uint32_t first, std::uint32_t until) {
    const std::int64_t before = allocations;
    for (std::uint32_t replicate = first; replicate < until; ++replicate) {
        for (std::size_t variant = 0; variant < model.variants().size(); ++variant) {
            runner.run({2016, replicate}, variant, Arm::as_signed);
            runner.run({2016, replicate}, variant, Arm::as_kept);
        }
    }
    return allocations - before;
}

TEST(Allocation, IsCounted) {
    const std::int64_t before = allocations;
    ::operator delete(::operator new(8));
    EXPECT_EQ(allocations - before, 1);
}

TEST(Allocation, NoneInTwoHundredReplicatesOnceMemoryHasGrown) {
    const auto model = tiny();
    Runner runner(model);
    EXPECT_GT(allocated(runner, model, 0, 100), 0);
    EXPECT_EQ(allocated(runner, model, 100, 300), 0);
}

// The flagship has so many gates that new sets of open ones still come up after thousands of replicates; the ways
// through each are sought once.
TEST(Allocation, NoneInTheFlagshipWhereGatesStandAsTheyStoodBefore) {
    const auto model = flagship();
    Runner runner(model);
    EXPECT_GT(allocated(runner, model, 0, 20), 0);
    allocated(runner, model, 20, 25);
    EXPECT_EQ(allocated(runner, model, 0, 20), 0);
}

TEST(Allocation, OfAParameterPointDoesNotGrowWithTheirNumber) {
    constexpr std::uint32_t per_point = 4;
    const auto model = tiny(per_point);
    Runner runner(model);
    allocated(runner, model, 0, 50 * per_point);
    const auto first = allocated(runner, model, 50 * per_point, 51 * per_point);
    EXPECT_GT(first, 0);
    EXPECT_EQ(allocated(runner, model, 51 * per_point, 71 * per_point), 20 * first);
}

TEST(Allocation, OutcomesTakeNoneAfterTheFirstBlock) {
    const auto model = tiny();
    const TallyLayout layout(model);
    BlockRunner runner(model, layout);
    Tally tally;
    EXPECT_TRUE(runner.run(2016, 0, 100, tally, [] { return true; }));
    EXPECT_TRUE(runner.run(2016, 100, 50, tally, [] { return true; }));  // fits into the tally there is
    const std::int64_t before = allocations;
    EXPECT_TRUE(runner.run(2016, 150, 50, tally, [] { return true; }));
    EXPECT_EQ(allocations - before, 0);
}

}  // namespace
}  // namespace aidway
