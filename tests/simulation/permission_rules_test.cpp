// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::of_kind;
using test::seconds_of_days;

std::vector<double> days_of(const test::Log& log, EventKind kind) {
    std::vector<double> days;
    for (const auto& event : of_kind(log, kind)) days.push_back(static_cast<double>(event.at_s) / 86'400.0);
    return days;
}

test::SmallScenario silent_answers() {
    test::SmallScenario small;
    small.days = 30;
    small.record.permission.answers = {Probability(0), Probability(0), Probability(1)};
    return small;
}

TEST(Permission, AnAnswerThenALetterThenAClearance) {
    const auto log = test::run_alone(test::SmallScenario());
    // The second plan is submitted ten days before its cycle begins on day 30.
    EXPECT_EQ(days_of(log, EventKind::request_submitted), (std::vector<double>{0, 20}));
    EXPECT_EQ(days_of(log, EventKind::answered_full), (std::vector<double>{1, 21}));
    EXPECT_EQ(days_of(log, EventKind::letter_issued), (std::vector<double>{2, 22}));
    EXPECT_EQ(days_of(log, EventKind::cleared), (std::vector<double>{2, 22}));
    EXPECT_EQ(days_of(log, EventKind::planned), (std::vector<double>{0, 0, 30, 30}));
    EXPECT_TRUE(of_kind(log, EventKind::answer_overdue).empty());
}

TEST(Permission, SilenceMayMeanConsent) {
    auto small = silent_answers();
    EXPECT_TRUE(of_kind(test::run_alone(small), EventKind::cleared).empty());
    small.record.permission.silence_means = Silence::consent;
    const auto log = test::run_alone(small);
    EXPECT_EQ(days_of(log, EventKind::answer_overdue), (std::vector<double>{7}));
    EXPECT_EQ(days_of(log, EventKind::cleared), (std::vector<double>{8}));
    EXPECT_GT(test::mass_of(log, EventKind::delivered), Mass{});
}

TEST(Permission, ALateAnswerCountsUntilTheCycleEnds) {
    test::SmallScenario small;
    small.days = 30;
    small.record.permission.lag = Chance<Duration>::certain(12 * 86'400.0);
    const auto log = test::run_alone(small);
    EXPECT_EQ(days_of(log, EventKind::answer_overdue), (std::vector<double>{7}));
    EXPECT_EQ(days_of(log, EventKind::answered_full), (std::vector<double>{12}));
    EXPECT_EQ(days_of(log, EventKind::cleared), (std::vector<double>{13}));
    EXPECT_GT(test::mass_of(log, EventKind::delivered), Mass{});
    small.record.permission.lag = Chance<Duration>::certain(30 * 86'400.0);
    EXPECT_TRUE(of_kind(test::run_alone(small), EventKind::answered_full).empty());
    EXPECT_GT(test::mass_of(test::run_alone(small), EventKind::ended, Reason::silent), Mass{});
}

TEST(Permission, ARefusalIsNotMendedByTheDeadline) {
    auto small = silent_answers();
    small.record.permission.answers = {};
    small.record.permission.silence_means = Silence::consent;
    EXPECT_TRUE(of_kind(test::run_alone(small), EventKind::cleared).empty());
}

TEST(Permission, NotificationNeedsNoAnswerAndGoesTheFirstMorning) {
    auto small = silent_answers();
    small.record.permission.procedure = Procedure::notification_only;
    const auto log = test::run_alone(small);
    EXPECT_EQ(days_of(log, EventKind::cleared), (std::vector<double>{0}));
    EXPECT_EQ(of_kind(log, EventKind::convoy_departed).at(0).at_s, 6 * 3600);
    EXPECT_TRUE(of_kind(log, EventKind::answer_overdue).empty());
}

TEST(Permission, AStandingClearanceSurvivesTheCycle) {
    test::SmallScenario small;
    small.days = 90;
    EXPECT_EQ(days_of(test::run_alone(small), EventKind::answered_full), (std::vector<double>{1, 21, 51}));
    small.record.permission.procedure = Procedure::standing;
    const auto log = test::run_alone(small);
    EXPECT_EQ(days_of(log, EventKind::answered_full), (std::vector<double>{1}));
    EXPECT_EQ(days_of(log, EventKind::cleared), (std::vector<double>{2, 20, 50}));
    EXPECT_GT(test::mass_of(test::where(log, [](const Event& e) { return e.cycle == 2; }), EventKind::delivered),
              Mass{});
}

TEST(Permission, AClearanceExpiresWithItsCycle) {
    test::SmallScenario small;
    small.without_south_fleet();
    small.record.fleets.find("north")->convoys_per_week = {1};
    small.record.permission.lag = Chance<Duration>::certain(25 * 86'400.0);
    const auto log = test::run_alone(small);
    for (const auto& convoy : of_kind(log, EventKind::convoy_departed)) {
        EXPECT_EQ(convoy.cycle, convoy.at_s / seconds_of_days(30));
        const auto cleared = test::where(log, [&](const Event& e) {
            return e.kind == EventKind::cleared && e.cycle == convoy.cycle && e.at_s <= convoy.at_s;
        });
        EXPECT_EQ(cleared.size(), 1U);
    }
    EXPECT_EQ(of_kind(log, EventKind::cleared).size(), 2U);
}

TEST(Permission, AnAgreementInMidCycleAsksAtOnceForTheRestOfIt) {
    test::SmallScenario small;
    small.days = 30;
    const auto agreement = test::agreement_from(12.5, "both", {test::permission_by(Procedure::notification_only)});
    small.record.permission.answers = {};
    const auto log = test::run_under(small, agreement, Arm::as_signed);
    EXPECT_EQ(days_of(log, EventKind::request_submitted), (std::vector<double>{0, 12.5}));
    const auto anew = test::where(log, [](const Event& e) { return e.kind == EventKind::planned && e.at_s > 0; });
    ASSERT_EQ(anew.size(), 2U);
    EXPECT_EQ(anew[0].mass, MassRate::grams_per_day(555) * 10'000 * Duration{seconds_of_days(17.5)});
    EXPECT_EQ(of_kind(log, EventKind::convoy_departed).at(0).at_s, seconds_of_days(13.25));
    EXPECT_EQ(test::mass_of(log, EventKind::delivered), anew[0].mass + anew[1].mass);
}

TEST(Permission, AProcedureThatIsNotKeptFallsBackToTheOneBefore) {
    auto small = silent_answers();
    const auto agreement = test::agreement_from(5, "n", {test::permission_by(Procedure::notification_only)});
    EXPECT_GT(test::mass_of(test::run_under(small, agreement, Arm::as_signed), EventKind::delivered), Mass{});
    small.record.compliance.onset = Hazard(0);
    const auto log = test::run_under(small, agreement, Arm::as_kept);
    EXPECT_EQ(test::mass_of(log, EventKind::delivered), Mass{});
    EXPECT_GT(test::mass_of(log, EventKind::ended, Reason::silent), Mass{});
}

TEST(Permission, AllDecidersMustConsent) {
    test::SmallScenario small;
    small.days = 30;
    small.record.permission.deciders = {"gov", "opp"};
    const auto log = test::run_alone(small);
    EXPECT_EQ(of_kind(log, EventKind::answered_full).size(), 2U);
    EXPECT_EQ(of_kind(log, EventKind::cleared).size(), 1U);
    small.record.permission.answers.full = Probability(0.5);
    std::size_t mixed = 0;
    for (std::uint32_t r = 0; r < 100; ++r) {
        const auto one = test::run_alone(small, {4, r});
        const auto refused = of_kind(one, EventKind::answered_refused).size();
        EXPECT_EQ(of_kind(one, EventKind::cleared).empty(), refused > 0) << r;
        mixed += refused == 1 ? 1 : 0;
    }
    EXPECT_GT(mixed, 20U);
}

}  // namespace
}  // namespace aidway
