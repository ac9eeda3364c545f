// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::agreement_from;
using test::of_kind;
using test::open_road;
using test::seconds_of_days;

/// Nobody answers, and both gates are closed: only an agreement can open them.
test::SmallScenario besieged() {
    test::SmallScenario small;
    small.aid_at_a = Access::closed;
    small.record.permission.answers = {Probability(0), Probability(0), Probability(1)};
    return small;
}

TEST(OpenRoad, WhileKeptNeedsNoClearance) {
    const auto log = test::run_under(besieged(), agreement_from(5, "a", {open_road("a")}), Arm::as_signed);
    EXPECT_TRUE(of_kind(log, EventKind::cleared).empty());
    const auto departed = of_kind(log, EventKind::convoy_departed);
    ASSERT_FALSE(departed.empty());
    EXPECT_EQ(departed[0].at_s, seconds_of_days(5.25));
    for (const auto& convoy : departed) EXPECT_EQ(convoy.fleet, 0) << "the south fleet cannot reach gate a";
}

TEST(OpenRoad, NeverKeptStaysShut) {
    auto small = besieged();
    small.record.compliance.onset = Hazard(0);
    const auto log = test::run_under(small, agreement_from(5, "a", {open_road("a")}), Arm::as_kept);
    EXPECT_TRUE(of_kind(log, EventKind::convoy_departed).empty());
    EXPECT_TRUE(of_kind(log, EventKind::obligation_kept).empty());
    // Permission is asked first: without a clearance that is the reason, though the gate is shut as well.
    EXPECT_GT(test::mass_of(log, EventKind::ended, Reason::silent), Mass{});
}

TEST(OpenRoad, ASecondRoadBringsTheSecondDepot) {
    const auto log =
        test::run_under(besieged(), agreement_from(5, "both", {open_road("a"), open_road("b")}), Arm::as_signed);
    bool north = false;
    bool south = false;
    for (const auto& convoy : of_kind(log, EventKind::convoy_departed)) (convoy.fleet == 0 ? north : south) = true;
    EXPECT_TRUE(north);
    EXPECT_TRUE(south);
}

TEST(OpenRoad, HoldsBackNoDepotThatHasAClearance) {
    test::SmallScenario small;  // gate a passes by clearance, which is granted; only the south road is opened
    const auto log = test::run_under(small, agreement_from(5, "b", {open_road("b")}), Arm::as_signed);
    std::vector<int> departed_from(2, 0);
    for (const auto& convoy : of_kind(log, EventKind::convoy_departed)) {
        if (convoy.at_s > seconds_of_days(10)) ++departed_from.at(convoy.fleet);
    }
    EXPECT_GT(departed_from[0], 0) << "north, by clearance";
    EXPECT_GT(departed_from[1], 0) << "south, on the open road";
}

TEST(OpenRoad, UnderAPermissionTermNeedsAClearanceAgain) {
    const std::vector<Term> terms{open_road("a"), test::permission_by(Procedure::two_step)};
    auto small = besieged();
    const auto silent = test::run_under(small, agreement_from(5, "a", terms), Arm::as_signed);
    EXPECT_TRUE(of_kind(silent, EventKind::convoy_departed).empty());
    small.record.permission.answers = {Probability(1), Probability(0), Probability(0)};
    const auto log = test::run_under(small, agreement_from(5, "a", terms), Arm::as_signed);
    // Asked anew on day 5, answered on day 6, lettered on day 7.
    EXPECT_EQ(of_kind(log, EventKind::convoy_departed).at(0).at_s, seconds_of_days(7.25));
}

TEST(OpenRoad, OpenForTradersAloneBringsNoAid) {
    auto term = open_road("a");
    std::get<OpenRoad>(term.body).passing = {Traffic::goods, Traffic::civilians};
    const auto log = test::run_under(besieged(), agreement_from(5, "a", {term}), Arm::as_signed);
    EXPECT_TRUE(of_kind(log, EventKind::convoy_departed).empty());
    EXPECT_EQ(of_kind(log, EventKind::request_submitted).size(), 2U) << "nothing was asked anew";
}

TEST(OpenRoad, NoConvoyPassesAGateWhoseRoadIsNotKept) {
    auto small = besieged();
    small.record.compliance = {Hazard(2), Hazard(1), Hazard(2)};
    const auto model = test::model_of(small, {agreement_from(5, "both", {open_road("a"), open_road("b")})});
    const auto& obligations = model.variants()[0].rules.obligations;
    std::size_t passed = 0;
    std::size_t shut = 0;
    Runner runner(model);
    for (std::uint32_t r = 0; r < 100; ++r) {
        std::vector<bool> kept(obligations.size(), false);
        for (const auto& event : runner.run({31, r}, 0, Arm::as_kept)) {
            if (event.kind == EventKind::obligation_kept) kept[event.place] = true;
            if (event.kind == EventKind::obligation_broken) kept[event.place] = false;
            if (event.kind == EventKind::trucks_returned && event.reason == Reason::gate_shut) ++shut;
            if (event.kind != EventKind::gate_passed) continue;
            ++passed;
            const std::string road = event.place == 0 ? "open_road/a" : "open_road/b";
            for (std::size_t o = 0; o < kept.size(); ++o) {
                ASSERT_TRUE(obligations[o].term != road || kept[o]) << "replicate " << r << " at " << event.at_s;
            }
        }
    }
    EXPECT_GT(passed, 200U);
    EXPECT_GT(shut, 10U) << "a road that closes under way is found out at the gate";
}

TEST(OpenRoad, ConvoysPassOnlyWithinItsHours) {
    auto small = besieged();
    auto term = open_road("a");
    std::get<OpenRoad>(term.body).hours = {9 * 3600, 10 * 3600};
    const auto log = test::run_under(small, agreement_from(5, "a", {term}), Arm::as_signed);
    // The convoy stands at the gate at 06:40, which opens at 09:00 and inspects ten trucks in an hour.
    const auto passed = of_kind(log, EventKind::gate_passed);
    ASSERT_FALSE(passed.empty());
    EXPECT_EQ(passed[0].at_s % 86'400, 6 * 3600 + 2'400);
    EXPECT_EQ(passed[0].count, 10);
    const auto offloaded = of_kind(log, EventKind::convoy_offloaded);
    // First truck through at 09:06, last at 10:00, 1,200 s on to one, 20 minutes to offload the last.
    EXPECT_EQ(offloaded.at(0).at_s % 86'400, 10 * 3600 + 1'200 + 1'200);
}

}  // namespace
}  // namespace aidway
