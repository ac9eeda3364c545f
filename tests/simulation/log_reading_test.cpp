// SPDX-License-Identifier: Apache-2.0
#include "simulation/log_reading.hpp"

#include <gtest/gtest.h>

#include "support/everything.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

/// What one outcome says that reads all events by itself.
template <class O>
std::vector<double> alone(std::span<const Event> log, const OutcomeScope& scope, std::size_t count) {
    O outcome;
    outcome.begin(scope);
    for (const auto& event : log) {
        if (counts(event, scope.from_s)) outcome.see(event, scope);
    }
    if constexpr (requires { outcome.end(scope); }) outcome.end(scope);
    std::vector<double> cells(count);
    outcome.finish(scope, cells);
    return cells;
}

std::vector<std::vector<double>> all_alone(const TallyLayout& layout, std::span<const Event> log,
                                           const OutcomeScope& scope) {
    std::vector<std::vector<double>> all;
    std::size_t next = 0;
    const auto add = [&]<class O>(std::type_identity<O>) {
        const auto& place = layout.outcomes()[next++];
        if (place.present) all.push_back(alone<O>(log, scope, place.cells));
    };
    [&]<class... O>(std::tuple<O...>*) { (add(std::type_identity<O>{}), ...); }(static_cast<Outcomes*>(nullptr));
    return all;
}

void tells_the_same(const test::SmallScenario& small) {
    const auto model = test::model_of(small, {test::agreement_from(10, "all", test::all_terms())});
    const TallyLayout layout(model);
    Runner runner(model);
    LogReading reading(layout);
    for (std::uint32_t replicate = 0; replicate < 20; ++replicate) {
        const auto log = runner.run({7, replicate}, 0, Arm::as_kept);
        std::vector<std::vector<double>> together;
        reading.read(log, runner.scope(), [&](const TallyLayout::Outcome& place, auto finish) {
            finish(together.emplace_back(place.cells));
        });
        EXPECT_EQ(together, all_alone(layout, log, runner.scope()));
    }
}

TEST(LogReading, TellsWhatEveryOutcomeSaysThatReadsAllByItself) { tells_the_same(test::everything()); }

TEST(LogReading, AsksNothingForOutcomesThatAScenarioHasNot) {
    tells_the_same({});
    tells_the_same(test::everything_and_welfare());
}

TEST(OutcomeReaders, AreSharedByOutcomesThatAskTheSame) {
    static_assert(std::is_same_v<ReaderOf<Coverage>::type, ReaderOf<GiniOfCoverage>::type>);
    static_assert(std::is_same_v<ReaderOf<ClosingStock>::type, ClosingStock>);
    EXPECT_LT(reader_count, std::tuple_size_v<Outcomes>);
}

}  // namespace
}  // namespace aidway
