// SPDX-License-Identifier: Apache-2.0
#include "simulation/runner.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace aidway
