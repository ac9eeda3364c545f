// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "simulation/linked_groups.hpp"
#include "support/read_agreement.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::of_kind;

test::SmallScenario tied() {
    test::SmallScenario small;
    small.days = 30;
    small.add_second_community();
    small.record.permission.linked = {{{"one", "two"}}};
    small.record.permission.procedure = Procedure::notification_only;
    return small;
}

/// Communities that convoys left for, by day.
std::map<std::int64_t, std::set<int>> served(const test::Log& log) {
    std::map<std::int64_t, std::set<int>> days;
    for (const auto& event : of_kind(log, EventKind::convoy_departed))
        days[event.at_s / 86'400].insert(event.community);
    return days;
}

TEST(LinkedPlaces, AreServedOnTheSameDayOrNotAtAll) {
    auto small = tied();
    small.make_chancy();
    small.record.permission.security_withheld = Probability(0.5);
    std::size_t days = 0, held_back = 0, alone = 0;
    for (std::uint32_t r = 0; r < 60; ++r) {
        const auto log = test::run_alone(small, {1, r});
        for (const auto& [day, places] : served(log)) {
            EXPECT_EQ(places.size(), 2U) << "replicate " << r << " day " << day;
            ++days;
        }
        held_back += test::mass_of(log, EventKind::ended, Reason::linked) > Mass{} ? 1 : 0;
        auto untied = small;
        untied.record.permission.linked.clear();
        for (const auto& [day, places] : served(test::run_alone(untied, {1, r}))) alone += places.size() == 1 ? 1 : 0;
    }
    EXPECT_GT(days, 100U);
    EXPECT_GT(held_back, 0U);
    EXPECT_GT(alone, 50U);
}

TEST(LinkedPlaces, ShareTrucksAndConvoysEvenly) {
    auto small = tied();
    small.without_south_fleet();
    const auto log = test::run_alone(small);
    const auto first = test::where(log, [](const Event& e) { return e.at_s < 86'400; });
    const auto departed = of_kind(first, EventKind::convoy_departed);
    ASSERT_EQ(departed.size(), 2U) << "20 trucks, ten for each";
    EXPECT_EQ(departed[0].count, 10);
    EXPECT_EQ(departed[1].count, 10);
    small.record.fleets.find("north")->trucks = {1};
    const auto none = test::run_alone(small);
    EXPECT_TRUE(of_kind(none, EventKind::convoy_departed).empty()) << "one truck cannot serve two places";
    EXPECT_GT(test::mass_of(none, EventKind::ended, Reason::no_trucks), Mass{});
}

TEST(LinkedPlaces, AreTurnedBackTogether) {
    auto small = tied();
    // On the road to one: gate a takes whole convoys of nobody but by chance; drawn apart for each.
    small.record.turn_back.not_kept = Probability(0.5);
    std::size_t both = 0, linked = 0;
    for (std::uint32_t r = 0; r < 40; ++r) {
        const auto log = test::run_alone(small, {2, r});
        std::map<std::int64_t, std::set<int>> turned, offloaded;
        for (const auto& event : log) {
            const std::int64_t day = event.at_s / 86'400;
            if (event.kind == EventKind::trucks_returned && event.reason == Reason::turned_back)
                turned[day].insert(event.community);
            if (event.kind == EventKind::trucks_returned && event.reason == Reason::linked) ++linked;
            if (event.kind == EventKind::convoy_offloaded) offloaded[day].insert(event.community);
        }
        for (const auto& [day, places] : turned) {
            // The gate is the first stop of all, and what was not through it by then finds out at the next stop.
            EXPECT_TRUE(offloaded.find(day) == offloaded.end()) << "replicate " << r << " day " << day;
            ++both;
        }
    }
    EXPECT_GT(both, 50U);
    EXPECT_GT(linked, 20U);
}

TEST(LinkedPlaces, AreServedEachByItselfOnceTheLinkIsUndone) {
    auto small = tied();
    small.without_south_fleet();
    small.record.fleets.find("north")->trucks = {1};
    const auto terms = test::agreement_of({"needs_based: {undo_links: true}"}).terms;
    const auto model =
        test::model_of(small, {test::agreement_from(10, "none", {}), test::agreement_from(10, "undone", terms)});
    EXPECT_TRUE(of_kind(test::log_of(model, {3, 0}, 0, Arm::as_signed), EventKind::convoy_departed).empty());
    const auto days = served(test::log_of(model, {3, 0}, 1, Arm::as_signed));
    ASSERT_FALSE(days.empty());
    EXPECT_EQ(days.begin()->first, 10) << "not before the agreement";
    small.record.compliance = {Hazard(0), Hazard(0), Hazard(0)};
    const auto broken = test::model_of(small, {test::agreement_from(10, "undone", terms)});
    EXPECT_TRUE(served(test::log_of(broken, {3, 0}, 0, Arm::as_kept)).empty()) << "only while it is kept";
}

TEST(LinkedGroups, AreJoinedWhereTheyShareAPlace) {
    test::SmallScenario small;
    small.add_second_community();
    for (const std::string name : {"three", "four", "five"})
        small.record.communities.add(name, small.record.communities.at("two"));
    EXPECT_EQ(linked_groups(small.record), std::vector<std::uint16_t>(5, no_group));
    small.record.permission.linked = {{{"two", "five"}}};
    EXPECT_EQ(linked_groups(small.record), (std::vector<std::uint16_t>{no_group, 0, no_group, no_group, 0}));
    small.record.permission.linked = {{{"four", "five"}}, {{"three", "one"}}, {{"one", "five"}}};
    EXPECT_EQ(linked_groups(small.record), (std::vector<std::uint16_t>{0, no_group, 0, 0, 0}));
}

}  // namespace
}  // namespace aidway
