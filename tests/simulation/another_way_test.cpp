// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <map>

#include "routing/near_end.hpp"
#include "support/mass_ledger.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::of_kind;

/// History closes gate a at 06:14 on day 3, while a convoy drives there from 06:00 to 06:40; gate c stays as it is.
test::SmallScenario closing() {
    test::SmallScenario small;
    small.has_detour = true;
    small.a_closes_on_day = 3.26;
    small.record.movement.reroute = true;
    return small;
}

test::Log on_day_three(const test::Log& log) {
    return test::where(log, [](const Event& e) { return e.at_s / 86'400 == 3; });
}

TEST(AnotherWay, IsTakenFromAGateThatIsFoundShut) {
    const auto log = on_day_three(test::run_alone(closing()));
    const auto rerouted = of_kind(log, EventKind::rerouted);
    ASSERT_EQ(rerouted.size(), 1U);
    EXPECT_EQ(rerouted[0].at_s % 86'400, 6 * 3600 + 2'400);
    EXPECT_EQ(rerouted[0].place, 0);
    EXPECT_EQ(rerouted[0].reason, Reason::gate_shut);
    const auto passed = of_kind(log, EventKind::gate_passed);
    ASSERT_EQ(passed.size(), 1U);
    EXPECT_EQ(passed[0].place, 2) << "gate c";
    EXPECT_EQ(of_kind(log, EventKind::convoy_offloaded).size(), 1U);
    // 6 km to the gate, its inspection, 18 km on.
    const auto arrived = of_kind(log, EventKind::convoy_arrived);
    ASSERT_EQ(arrived.size(), 1U);
    EXPECT_EQ(arrived[0].at_s, rerouted[0].at_s + 2'400 + 360);
}

TEST(AnotherWay, IsNotLookedForUnlessTheScenarioSaysSo) {
    auto small = closing();
    small.record.movement.reroute = false;
    const auto log = on_day_three(test::run_alone(small));
    EXPECT_TRUE(of_kind(log, EventKind::rerouted).empty());
    EXPECT_EQ(of_kind(log, EventKind::trucks_returned).at(0).reason, Reason::gate_shut);
    EXPECT_TRUE(of_kind(log, EventKind::convoy_offloaded).empty());
}

TEST(AnotherWay, IsNotTakenWhereNoGateOnItIsBelievedOpen) {
    auto small = closing();
    small.has_detour = false;
    const auto log = on_day_three(test::run_alone(small));
    EXPECT_TRUE(of_kind(log, EventKind::rerouted).empty());
    EXPECT_EQ(of_kind(log, EventKind::trucks_returned).at(0).reason, Reason::gate_shut);
}

// There and back by the detour takes two hours and 40 minutes of driving, and 20 minutes to offload; by gate a two.
TEST(AnotherWay, IsNotTakenWhereItLeavesNoTimeToComeBack) {
    auto small = closing();
    small.record.movement.crew = Duration{10'799};
    EXPECT_TRUE(of_kind(on_day_three(test::run_alone(small)), EventKind::rerouted).empty());
    small.record.movement.crew = Duration{10'800};
    EXPECT_EQ(of_kind(on_day_three(test::run_alone(small)), EventKind::rerouted).size(), 1U);
}

// A term lets 40 trucks a day through gate a until 06:14 of day 3, else 4 pass: of two convoys on their way then, four
// trucks of the first pass, and the second finds the gate full.
TEST(AnotherWay, LeadsRoundAGateWhoseTrucksForTheDayAreThrough) {
    auto small = closing();
    small.a_closes_on_day.reset();
    small.aid_at_a = Access::open;
    auto& record = small.record;
    record.communities.find("one")->population = {100'000};
    record.gates.find("a")->trucks_per_day = Count{4};
    record.fleets.find("north")->convoys_per_week = {7};
    record.fleets.add("north-2", record.fleets.at("north"));
    auto term = test::open_road("a");
    std::get<OpenRoad>(term.body).trucks_per_day = Count{40};
    term.lasting = Duration{test::seconds_of_days(3.26)};
    const auto log = on_day_three(test::run_under(small, test::agreement_from(0, "a", {term}), Arm::as_signed));
    EXPECT_EQ(of_kind(log, EventKind::convoy_departed).size(), 2U);
    const auto rerouted = of_kind(log, EventKind::rerouted);
    ASSERT_EQ(rerouted.size(), 1U);
    EXPECT_EQ(rerouted[0].reason, Reason::gate_full);
    EXPECT_EQ(rerouted[0].count, 10);
    std::map<std::uint16_t, std::int64_t> passed;
    for (const auto& event : of_kind(log, EventKind::gate_passed)) passed[event.place] += event.count;
    EXPECT_EQ(passed, (std::map<std::uint16_t, std::int64_t>{{0, 4}, {2, 10}}));
}

TEST(AnotherWay, LosesNothing) {
    auto small = closing();
    small.make_chancy();
    const auto model = test::model_of(small, {test::agreement_from(0, "none", {})});
    const auto enclave_of = parameters_of(model.scenario(), model.scenario().record()).enclave_of;
    Runner runner(model);
    std::size_t rerouted = 0;
    for (std::uint32_t r = 0; r < 400; ++r) {
        const auto log = runner.run({9, r}, 0, Arm::as_kept);
        EXPECT_EQ(test::MassLedger(0, runner.scope(), enclave_of).fault_in(log), "");
        rerouted += of_kind(log, EventKind::rerouted).size();
        // All trucks come home: at the end nothing is on the road.
        EXPECT_EQ(test::mass_of(log, EventKind::ended, Reason::on_the_road), Mass{});
    }
    EXPECT_GT(rerouted, 5U);
}

TEST(NearEnd, IsTheJunctionBeforeTheGate) {
    const auto model = test::model_of(closing(), {test::agreement_from(0, "none", {})});
    const auto& program = *model.programs().under(0)[0];
    RouteProgram::Scratch scratch;
    const std::vector<GateState> all_open(3);
    const auto north = program.route(TerminalId{0}, TerminalId{2}, all_open, scratch);
    const auto position = [&](NodeId node) { return model.scenario().network()->position(node); };
    ASSERT_EQ(north.steps.size(), 1U);
    EXPECT_NEAR(position(near_end(program.graph(), north, 0)).lat_deg, test::small_place(12).lat_deg, 1e-6);
    EXPECT_THROW((void)near_end(program.graph(), north, 1), std::out_of_range);
    const auto south = program.route(TerminalId{1}, TerminalId{2}, all_open, scratch);
    EXPECT_NEAR(position(near_end(program.graph(), south, 0)).lat_deg, test::small_place(-12).lat_deg, 1e-6);
}

}  // namespace
}  // namespace aidway
