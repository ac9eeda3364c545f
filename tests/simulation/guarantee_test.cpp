// SPDX-License-Identifier: Apache-2.0
// A party's guarantee of security for the day. Seeds are fixed; a correct engine would fail a |z| < 4.5 check for about
// one seed in 100,000 and check.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::of_kind;

constexpr std::uint32_t n = 2'000;

/// Two places, each with far more to bring than a convoy a day takes, and a guarantee that is often withheld.
test::SmallScenario two_places(double withheld) {
    test::SmallScenario small;
    small.days = 30;
    small.add_second_community();
    for (const std::string name : {"one", "two"}) small.record.communities.find(name)->population = {20'000};
    small.without_south_fleet();
    small.record.permission.procedure = Procedure::notification_only;
    small.record.permission.security_withheld = Probability(withheld);
    auto& fleet = *small.record.fleets.find("north");
    fleet.trucks = {40};
    fleet.convoy_trucks = {1};
    fleet.convoys_per_week = {14};
    return small;
}

std::map<std::int64_t, std::set<int>> served(std::span<const Event> log) {
    std::map<std::int64_t, std::set<int>> days;
    for (const auto& event : of_kind(log, EventKind::convoy_departed)) {
        days[event.at_s / 86'400].insert(event.community);
    }
    return days;
}

void expect_share(double found, double expected, const std::string& what) {
    const double z = (found / n - expected) / std::sqrt(expected * (1 - expected) / n);
    EXPECT_LT(std::abs(z), 4.5) << what << ": " << found / n << " against " << expected;
}

/// In how many replicates a convoy went to place one on the first, and on either of the first two mornings.
std::pair<double, double> first_mornings(const test::SmallScenario& small) {
    const auto model = test::model_of(small, {test::agreement_from(0, "none", {})});
    Runner runner(model);
    double first = 0, second = 0;
    for (std::uint32_t r = 0; r < n; ++r) {
        const auto days = served(runner.run({41, r}, 0, Arm::as_kept));
        const bool at_once = days.contains(0) && days.at(0).contains(0);
        first += at_once ? 1 : 0;
        second += at_once || (days.contains(1) && days.at(1).contains(0)) ? 1 : 0;
    }
    return {first, second};
}

TEST(Guarantee, IsOneForAllConvoysOfAMorning) {
    const auto small = two_places(0.5);
    std::size_t together = 0, none = 0;
    for (std::uint32_t r = 0; r < 20; ++r) {
        const auto days = served(test::run_alone(small, {1, r}));
        for (const auto& [day, places] : days) EXPECT_EQ(places.size(), 2U) << "replicate " << r << " day " << day;
        together += days.size();
        none += 30 - days.size();
    }
    EXPECT_GT(together, 200U);
    EXPECT_GT(none, 200U);
}

TEST(Guarantee, DaysWithoutItGoByAsCoinsAreThrown) {
    const auto [first, second] = first_mornings(two_places(0.7));
    expect_share(first, 0.3, "the first morning");
    expect_share(second, 1 - 0.7 * 0.7, "the first two");
}

TEST(Guarantee, IsNeededOfEveryPartyThatDecides) {
    auto small = two_places(0.3);
    small.record.permission.deciders = {"gov", "opp"};
    const auto [first, second] = first_mornings(small);
    expect_share(first, 0.7 * 0.7, "both give it");
    expect_share(second, 1 - std::pow(1 - 0.7 * 0.7, 2), "on either morning");
}

TEST(Guarantee, OfAnotherPartyMovesNoneOfTheFirst) {
    const auto one = two_places(0.3);
    auto both = one;
    both.record.permission.deciders = {"gov", "opp"};
    for (std::uint32_t r = 0; r < 20; ++r) {
        const auto of_one = served(test::run_alone(one, {1, r}));
        for (const auto& [day, places] : served(test::run_alone(both, {1, r}))) {
            EXPECT_TRUE(of_one.contains(day)) << "what both guarantee the first does";
        }
    }
}

}  // namespace
}  // namespace aidway
