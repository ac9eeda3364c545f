// SPDX-License-Identifier: Apache-2.0
#include "simulation/runner.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "io/scenario_folder.hpp"
#include "support/folders.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::agreement_from;

/// Nobody plans aid, so that only mornings go by.
std::int64_t due_in_quiet_days(std::int64_t days) {
    test::SmallScenario small;
    small.days = days;
    small.record.communities.find("one")->aid = false;
    const auto model = test::model_of(small, {agreement_from(0, "none", {})});
    Runner runner(model);
    runner.run({2016, 0}, 0, Arm::as_kept);
    return runner.fell_due();
}

// Between the first week's beginning and the second's, a quiet day brings its morning and nothing else.
TEST(Runner, CountsOneThingADayWhereNothingButMorningsComes) {
    EXPECT_EQ(due_in_quiet_days(5) - due_in_quiet_days(1), 4);
}

TEST(Runner, CountsTheLastReplicateAlone) {
    test::SmallScenario small;
    small.make_chancy();
    const auto model = test::model_of(small, {agreement_from(17, "one-road", {test::open_road("a")})});
    Runner runner(model);
    runner.run({2016, 0}, 0, Arm::as_kept);
    const auto first = runner.fell_due();
    runner.run({2016, 1}, 0, Arm::as_kept);
    EXPECT_NE(runner.fell_due(), first);
    runner.run({2016, 0}, 0, Arm::as_kept);
    EXPECT_EQ(runner.fell_due(), first);
}

/// Every run by a runner that has lived through its past for another agreement, and by one that does it for this alone.
void expect_no_memory(const Model& model, std::uint32_t replicates) {
    Runner used(model);
    for (std::uint32_t r = 0; r < replicates; ++r) {
        for (std::size_t v = 0; v < model.variants().size(); ++v) {
            for (const Arm arm : {Arm::as_signed, Arm::as_kept}) {
                Runner fresh(model);
                const auto alone = fresh.run({5, r}, v, arm);
                const auto among = used.run({5, r}, v, arm);
                EXPECT_TRUE(std::equal(alone.begin(), alone.end(), among.begin(), among.end()))
                    << model.variants()[v].name << ", replicate " << r;
                EXPECT_LE(used.fell_due(), fresh.fell_due());
                EXPECT_EQ(fresh.bands_used(), used.bands_used());
            }
        }
    }
}

TEST(Runner, LivesThroughOnePastForAllAgreementsAndLeavesNoTraceOfTheOthers) {
    // The valley has every kind of term in use.
    const auto folder = read_scenario_folder(shipped_scenarios() / "teaching-valley");
    const auto& calendar = folder.scenario->calendar();
    const auto half = (calendar.until - calendar.from) / 2;
    const std::vector<std::optional<Instant>> dates{{}, calendar.from, calendar.from + half, calendar.until};
    for (std::size_t d = 0; d < dates.size(); ++d) {
        ModelOptions options;
        options.per_point = 2;
        options.effective_from = dates[d];
        SCOPED_TRACE("date " + std::to_string(d));
        expect_no_memory(Model(folder.scenario, folder.agreements, options), 3);
    }
}

// A study runs one arm of such an agreement and keeps it as both.
TEST(Runner, RunsAnAgreementThatObligesNobodyAlikeInBothArms) {
    std::size_t found = 0;
    for (const auto* name : {"eastern-aleppo-2016", "four-towns-2016", "deir-ez-zor-2016", "teaching-valley"}) {
        const auto folder = read_scenario_folder(shipped_scenarios() / name);
        const Model model(folder.scenario, folder.agreements, ModelOptions{});
        Runner runner(model);
        for (std::size_t v = 0; v < model.variants().size(); ++v) {
            if (!model.variants()[v].rules.obligations.empty()) continue;
            ++found;
            for (std::uint32_t r = 0; r < 5; ++r) {
                const auto log = runner.run({6, r}, v, Arm::as_signed);
                const test::Log as_signed(log.begin(), log.end());
                const auto as_kept = runner.run({6, r}, v, Arm::as_kept);
                EXPECT_TRUE(std::equal(as_kept.begin(), as_kept.end(), as_signed.begin(), as_signed.end()))
                    << name << ", " << model.variants()[v].name;
            }
        }
    }
    EXPECT_GE(found, 4U);
}

}  // namespace
}  // namespace aidway
