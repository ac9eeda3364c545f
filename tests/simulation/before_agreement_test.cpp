// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "io/scenario_folder.hpp"
#include "support/folders.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::agreement_from;
using test::open_road;

/// Runs that each live through the past under their own agreement, beside one that shares it with all others.
void expect_one_past(const Model& model, std::uint32_t replicates) {
    const auto effective_s = model.effective_s();
    const auto before = [&](const Event& event) { return !counts(event, effective_s); };
    Runner runner(model, PastIs::own);
    Runner sharing(model);
    std::size_t parted = 0;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        const auto first = runner.run({21, r}, 0, Arm::as_kept);
        const test::Log whole(first.begin(), first.end());
        const auto past = test::where(whole, before);
        for (std::size_t v = 0; v < model.variants().size(); ++v) {
            for (const Arm arm : {Arm::as_signed, Arm::as_kept}) {
                const auto log = runner.run({21, r}, v, arm);
                ASSERT_EQ(past, test::where(log, before)) << model.variants()[v].name << " replicate " << r;
                if (whole != test::Log(log.begin(), log.end())) ++parted;
                const auto shared = sharing.run({21, r}, v, arm);
                EXPECT_TRUE(std::equal(log.begin(), log.end(), shared.begin(), shared.end()));
                EXPECT_EQ(runner.bands_used(), sharing.bands_used());
            }
        }
    }
    EXPECT_GT(parted, 0U);  // else the test would have shown nothing
}

TEST(BeforeTheAgreement, AllAgreementsAndArmsShareEveryEvent) {
    test::SmallScenario small;
    small.add_second_community();
    small.make_chancy();
    for (const double day : {0.75, 17.4, 22.0, 30.0, 45.5}) {
        auto standing = test::permission_by(Procedure::standing);
        expect_one_past(
            test::model_of(small, {agreement_from(day, "none", {}), agreement_from(day, "a", {open_road("a")}),
                                   agreement_from(day, "both", {open_road("a"), open_road("b"), standing})}),
            20);
    }
}

TEST(BeforeTheAgreement, TheShippedAgreementsShareEveryEvent) {
    const auto folder = read_scenario_folder(shipped_scenarios() / "eastern-aleppo-2016");
    expect_one_past(Model(folder.scenario, folder.agreements, {}), 15);
}

TEST(BeforeTheAgreement, EveryMechanismLeavesThePastOfEveryShippedScenario) {
    // The valley has every kind of term in use, each scenario its own rivals of air, links, violence and monitors.
    for (const std::string name : {"teaching-valley", "eastern-aleppo-2016", "four-towns-2016", "deir-ez-zor-2016"}) {
        const auto folder = read_scenario_folder(shipped_scenarios() / name);
        const auto& calendar = folder.scenario->calendar();
        for (const int third : {1, 2}) {
            ModelOptions options;
            options.effective_from = calendar.from + (calendar.until - calendar.from) / 3 * third;
            SCOPED_TRACE(name + ", after " + std::to_string(third) + "/3 of the period");
            expect_one_past(Model(folder.scenario, folder.agreements, options), 6);
        }
    }
}

TEST(EmptyAgreement, IsTheBaselineRuleForRule) {
    const auto scenario = test::SmallScenario().build();
    const auto empty = agreement_from(3, "none", {});
    EXPECT_EQ(compile_rules(*scenario, empty.agreement, empty.effective_from),
              baseline_rules(*scenario, empty.effective_from));
}

TEST(EmptyAgreement, IsTheBaselineEventForEvent) {
    test::SmallScenario small;
    small.make_chancy();
    auto off = open_road("a");
    off.on = false;
    const auto model = test::model_of(small, {agreement_from(3, "none", {}), agreement_from(3, "off", {off})});
    for (std::uint32_t r = 0; r < 30; ++r) {
        const auto log = test::log_of(model, {1, r}, 0, Arm::as_kept);
        EXPECT_EQ(log, test::log_of(model, {1, r}, 0, Arm::as_signed));
        EXPECT_EQ(log, test::log_of(model, {1, r}, 1, Arm::as_kept));
        EXPECT_EQ(log, test::log_of(model, {1, r}, 1, Arm::as_signed));
    }
}

}  // namespace
}  // namespace aidway
