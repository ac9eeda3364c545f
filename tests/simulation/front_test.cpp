// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::of_kind;
using test::seconds_of_days;

/// One truck a day, without permission, by a gate that history closes on day 10.
test::SmallScenario dated(FrontResumes resumes = FrontResumes::shifted) {
    test::SmallScenario small;
    small.days = 30;
    small.without_south_fleet();
    small.a_closes_on_day = 10;
    small.record.permission.procedure = Procedure::notification_only;
    small.record.fronts.resumes = resumes;
    auto& fleet = *small.record.fleets.find("north");
    fleet.trucks = {1};
    fleet.convoys_per_week = {7};
    return small;
}

DatedAgreement cessation(bool no_gain, std::optional<Duration> lasting) {
    Term term;
    term.body = CeaseHostilities{{"gov", "opp"}, {}, no_gain};
    term.lasting = lasting;
    return test::agreement_from(5, "cessation", {term});
}

double last_departure(const test::Log& log) {
    return static_cast<double>(of_kind(log, EventKind::convoy_departed).back().at_s) / 86'400.0;
}

TEST(Front, MovesAsItDidWithoutATermThatHoldsIt) {
    const auto log = test::run_under(dated(), cessation(false, {}), Arm::as_signed);
    EXPECT_EQ(last_departure(log), 9.25);
    EXPECT_TRUE(of_kind(log, EventKind::front_frozen).empty());
}

TEST(Front, StandsStillWhileAllPartiesKeepNoGainOfGround) {
    const auto log = test::run_under(dated(), cessation(true, {}), Arm::as_signed);
    const auto frozen = of_kind(log, EventKind::front_frozen);
    ASSERT_EQ(frozen.size(), 1U);
    EXPECT_EQ(frozen[0].at_s, seconds_of_days(5));
    EXPECT_TRUE(of_kind(log, EventKind::front_resumed).empty());
    EXPECT_EQ(last_departure(log), 29.25) << "as on day 5, for good";
}

TEST(Front, GoesOnShiftedByTheTimeItStoodStill) {
    const auto log = test::run_under(dated(), cessation(true, one_day * 7), Arm::as_signed);
    const auto resumed = of_kind(log, EventKind::front_resumed);
    ASSERT_EQ(resumed.size(), 1U);
    EXPECT_EQ(resumed[0].at_s, seconds_of_days(12));
    EXPECT_EQ(resumed[0].count, seconds_of_days(7));
    EXPECT_EQ(last_departure(log), 16.25) << "what closed on day 10 closes on day 17";
}

TEST(Front, GoesOnFromTheDateWhereTheScenarioSaysSo) {
    const auto log = test::run_under(dated(FrontResumes::unshifted), cessation(true, one_day * 7), Arm::as_signed);
    EXPECT_EQ(last_departure(log), 11.25) << "on day 12 the gate had been closed for two days";
}

TEST(Front, StandsStillExactlyWhileBothPartiesKeepTheirWord) {
    auto small = dated();
    small.record.compliance = {Hazard(1), Hazard(0.3), Hazard(1)};
    std::size_t spells = 0;
    for (std::uint32_t r = 0; r < 50; ++r) {
        std::array<bool, 2> kept{};
        bool still = false;
        std::int64_t since_s = 0;
        for (const auto& event : test::run_under(small, cessation(true, {}), Arm::as_kept, {7, r})) {
            if (event.kind == EventKind::obligation_kept) kept.at(event.place) = true;
            if (event.kind == EventKind::obligation_broken) kept.at(event.place) = false;
            if (event.kind == EventKind::front_frozen) {
                EXPECT_TRUE(kept[0] && kept[1] && !still);
                since_s = event.at_s;
                still = true;
            }
            if (event.kind != EventKind::front_resumed) continue;
            EXPECT_TRUE(still && !(kept[0] && kept[1]));
            EXPECT_EQ(event.count, event.at_s - since_s);
            still = false;
            ++spells;
        }
        EXPECT_EQ(still, kept[0] && kept[1]);
    }
    EXPECT_GT(spells, 50U);
}

}  // namespace
}  // namespace aidway
