// SPDX-License-Identifier: Apache-2.0
// How terms have gates run: a day's trucks, inspection, lanes, turning back, cargo that may not be taken.
#include <gtest/gtest.h>

#include <map>

#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::of_kind;

constexpr std::int64_t day_s = 86'400;

/// Gate a is closed but for the road; one convoy of ten trucks on the first morning.
test::SmallScenario besieged() {
    test::SmallScenario small;
    small.days = 30;
    small.without_south_fleet();
    small.aid_at_a = Access::closed;
    small.record.fleets.find("north")->convoys_per_week = {1};
    return small;
}

Term road(std::optional<Count> trucks_per_day) {
    auto term = test::open_road("a");
    std::get<OpenRoad>(term.body).trucks_per_day = trucks_per_day;
    return term;
}

Term checkpoint(std::optional<Duration> inspection, std::optional<Count> lanes, std::optional<Probability> turn_back) {
    Checkpoint body;
    body.gates = {"a"};
    body.inspection = inspection;
    body.lanes = lanes;
    body.turn_back = turn_back;
    Term term;
    term.obliges = {"gov"};
    term.body = body;
    return term;
}

test::Log first_day(const test::SmallScenario& small, const std::vector<Term>& terms, std::uint32_t replicate = 0) {
    const auto log = test::run_under(small, test::agreement_from(0, "terms", terms), Arm::as_signed, {2016, replicate});
    return test::where(log, [](const Event& e) { return e.at_s < day_s; });
}

TEST(DailyTrucks, AreWhatDispatchersReckonWith) {
    EXPECT_EQ(of_kind(first_day(besieged(), {road({})}), EventKind::convoy_departed).at(0).count, 10);
    const auto log = first_day(besieged(), {road(Count{4})});
    EXPECT_EQ(of_kind(log, EventKind::convoy_departed).at(0).count, 4);
    EXPECT_TRUE(of_kind(log, EventKind::trucks_returned).empty());
}

TEST(DailyTrucks, AreSharedByAllConvoysOfTheDay) {
    auto small = besieged();
    small.add_second_community();
    small.record.fleets.find("north")->convoys_per_week = {7};
    const auto departed = [&](std::int64_t limit) {
        std::int64_t trucks = 0;
        for (const auto& e : of_kind(first_day(small, {road(Count{limit})}), EventKind::convoy_departed))
            trucks += e.count;
        return trucks;
    };
    EXPECT_EQ(departed(13), 13);
    EXPECT_EQ(departed(100), 20);
    EXPECT_EQ(departed(0), 0);
    const auto log = test::run_under(small, test::agreement_from(0, "t", {road(Count{0})}), Arm::as_signed);
    EXPECT_GT(test::mass_of(log, EventKind::ended, Reason::gate_full), Mass{});
    EXPECT_EQ(test::mass_of(log, EventKind::delivered), Mass{});
}

TEST(DailyTrucks, NeverPassAGateInGreaterNumber) {
    auto small = besieged();
    small.add_second_community();
    small.make_chancy();
    small.record.fleets.find("north")->convoys_per_week = {7};
    const auto model = test::model_of(small, {test::agreement_from(3, "t", {road(Count{7})})});
    std::size_t passed = 0;
    for (std::uint32_t r = 0; r < 50; ++r) {
        std::map<std::int64_t, std::int64_t> days;
        for (const auto& event : of_kind(test::log_of(model, {5, r}, 0, Arm::as_kept), EventKind::gate_passed))
            days[event.at_s / day_s] += event.count;
        for (const auto& [day, trucks] : days) EXPECT_LE(trucks, 7) << "replicate " << r << " day " << day;
        passed += days.size();
    }
    EXPECT_GT(passed, 100U);
}

TEST(Checkpoint, IsServedByItsOwnLanesAndInspection) {
    const auto offloaded = [](const std::vector<Term>& terms) {
        return of_kind(first_day(besieged(), terms), EventKind::convoy_offloaded).at(0).at_s;
    };
    const std::int64_t arrives = 6 * 3600 + 2'400, rest = 1'200 + 1'200;
    EXPECT_EQ(offloaded({road({})}), arrives + 10 * 360 + rest);
    EXPECT_EQ(offloaded({road({}), checkpoint(std::chrono::minutes{10}, {}, {})}), arrives + 10 * 600 + rest);
    // Two lanes: the ten come to town 160 s apart from 360 s on. The tenth gets the second bay's third turn.
    EXPECT_EQ(offloaded({road({}), checkpoint({}, Count{2}, {})}), arrives + 360 + 1'200 + 160 + 3 * 1'200);
}

TEST(Checkpoint, ThatInspectsNobodyTakesNothingOff) {
    auto small = besieged();
    small.record.goods.find("food")->removed.chance = Probability(1);
    small.record.goods.find("food")->removed.share = Chance<Probability>::certain(0.5);
    EXPECT_GT(test::mass_of(first_day(small, {road({})}), EventKind::removed), Mass{});
    EXPECT_EQ(test::mass_of(first_day(small, {road({}), checkpoint(Duration{0}, {}, {})}), EventKind::removed), Mass{});
}

TEST(Checkpoint, TurnsConvoysBackByItsOwnChance) {
    EXPECT_EQ(of_kind(first_day(besieged(), {road({}), checkpoint({}, {}, Probability(0))}), EventKind::trucks_returned)
                  .size(),
              0U);
    const auto log = first_day(besieged(), {road({}), checkpoint({}, {}, Probability(1))});
    ASSERT_EQ(of_kind(log, EventKind::trucks_returned).size(), 1U);
    EXPECT_EQ(of_kind(log, EventKind::trucks_returned)[0].reason, Reason::turned_back);
}

TEST(ProtectedCargo, IsNotTakenOffAndTheRestIs) {
    auto small = besieged();
    for (const std::string name : {"food", "medicine"}) {
        small.record.goods.find(name)->removed.chance = Probability(1);
        small.record.goods.find(name)->removed.share = Chance<Probability>::certain(0.5);
    }
    ProtectCargo body;
    body.goods = {"medicine"};
    Term term;
    term.obliges = {"gov"};
    term.body = body;
    const auto removed = of_kind(first_day(small, {road({}), term}), EventKind::removed);
    ASSERT_EQ(removed.size(), 1U);
    EXPECT_EQ(removed[0].goods, 0);
    EXPECT_EQ(of_kind(first_day(small, {road({})}), EventKind::removed).size(), 2U);
}

TEST(TrucksTurnedBack, GoHomeWhenTheLastOfThemHasCome) {
    auto small = besieged();
    small.record.fleets = test::SmallScenario().record.fleets;
    small.record.communities.find("one")->bays = {1};
    small.record.movement.wait_limit = std::chrono::hours{1};
    const auto log = first_day(small, {test::open_road("a"), test::open_road("b")});
    const auto departed = of_kind(log, EventKind::convoy_departed);
    ASSERT_EQ(departed.size(), 2U);
    EXPECT_EQ(departed[0].count, 4) << "in an hour three more begin after the first";
    EXPECT_EQ(departed[1].count, 4);
    // The north's four hold the bay until 8,760 s after six. The south's come at 5,760 s and every six minutes: the
    // first waits 50 minutes, the second would wait 64. Three turn back, the last of them 18 minutes later.
    const auto returned = of_kind(log, EventKind::trucks_returned);
    ASSERT_EQ(returned.size(), 1U);
    EXPECT_EQ(returned[0].count, 3);
    EXPECT_EQ(returned[0].reason, Reason::waited_too_long);
    EXPECT_EQ(returned[0].at_s, 6 * 3600 + 5'760);
    EXPECT_EQ(of_kind(log, EventKind::returned).at(0).at_s, returned[0].at_s + 3 * 360 + 5'400);
}

/// The north depot has 30 t of food, and more of it later; of medicine there is always enough.
test::SmallScenario stocked(Mass per_week) {
    auto small = besieged();
    small.record.fleets.find("north")->convoys_per_week = {7};
    small.record.depots.find("north")->stock.add("food", {Mass::tonnes(30), per_week, one_day * 10});
    return small;
}

TEST(DepotStock, IsAllThatLeavesTheDepot) {
    const auto agreement = test::agreement_from(0, "road", {road({})});
    const auto food = [](const test::Log& log) {
        return test::mass_of(test::where(log, [](const Event& e) { return e.goods == 0; }), EventKind::delivered);
    };
    const auto log = test::run_under(stocked({}), agreement, Arm::as_signed);
    EXPECT_EQ(food(log), Mass::tonnes(30));
    const auto planned = test::where(log, [](const Event& e) { return e.kind == EventKind::planned && e.goods == 0; });
    EXPECT_EQ(test::mass_of(log, EventKind::ended, Reason::never_planned), planned[0].mass - Mass::tonnes(30));
    EXPECT_EQ(food(test::run_under(stocked(Mass::tonnes(10)), agreement, Arm::as_signed)), Mass::tonnes(60))
        << "on days 10, 17 and 24";
    EXPECT_GT(food(test::run_under(besieged(), agreement, Arm::as_signed)), Mass::tonnes(60));
}

TEST(DepotStock, HasAgainWhatComesBack) {
    auto small = stocked({});
    small.record.turn_back.kept = Probability(0.5);
    std::size_t back = 0;
    for (std::uint32_t r = 0; r < 30; ++r) {
        Mass out;
        for (const auto& event :
             test::run_under(small, test::agreement_from(0, "road", {road({})}), Arm::as_signed, {21, r})) {
            if (event.goods != 0) continue;
            if (event.kind == EventKind::loaded) out += event.mass;
            if (event.kind == EventKind::returned) {
                out -= event.mass;
                ++back;
            }
            ASSERT_LE(out, Mass::tonnes(30)) << r;
        }
        EXPECT_EQ(out, Mass::tonnes(30)) << "in the end all of it got through";
    }
    EXPECT_GT(back, 10U);
}

}  // namespace
}  // namespace aidway
