// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/departures.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::agreement_from;
using test::OpenFor;

constexpr std::uint16_t one = 0;
constexpr std::int64_t day_s = 86'400;

/// 10,000 people, half of whom would leave with a hazard of 1/14 a day while civilians pass.
test::SmallScenario leaving(std::vector<OpenFor> open_for) {
    test::SmallScenario small;
    small.aid_at_a = Access::closed;
    small.add_outside();
    small.add_departures();
    small.open_for = std::move(open_for);
    return small;
}

std::int64_t count_of(const test::Log& log, EventKind kind) {
    std::int64_t sum = 0;
    for (const auto& event : test::of_kind(log, kind)) sum += event.count;
    return sum;
}

/// Goods and civilians pass a road from the agreement's date.
Term free_road(const std::string& road) {
    Term term = test::open_road(road);
    std::get<OpenRoad>(term.body).passing = {Traffic::goods, Traffic::civilians};
    return term;
}

TEST(Departures, NobodyLeavesWhereCiviliansMayNotPass) {
    EXPECT_EQ(count_of(test::run_alone(leaving({})), EventKind::departed), 0);
    EXPECT_EQ(
        count_of(test::run_alone(leaving({{0, Traffic::aid, 0, 60}, {0, Traffic::goods, 0, 60}})), EventKind::departed),
        0);
    EXPECT_EQ(
        count_of(test::run_alone(leaving({{0, Traffic::civilians, 0, 60, Access::by_clearance}})), EventKind::departed),
        0);
    auto nowhere_to_go = leaving({{0, Traffic::civilians, 0, 60}});
    nowhere_to_go.record.enclaves.find("one")->outside = {"south"};
    EXPECT_EQ(count_of(test::run_alone(nowhere_to_go), EventKind::departed), 0);
    EXPECT_GT(count_of(test::run_alone(leaving({{0, Traffic::civilians, 0, 60}})), EventKind::departed), 0);
}

TEST(Departures, AreAsManyOnAverageAsTheHazardSays) {
    const auto model = test::model_of(leaving({{0, Traffic::civilians, 5, 25}}), {agreement_from(0, "none", {})});
    Runner runner(model);
    constexpr int replicates = 300;
    double sum = 0;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        const auto log = runner.run({11, r}, 0, Arm::as_kept);
        sum += static_cast<double>(count_of({log.begin(), log.end()}, EventKind::departed));
    }
    // Of 5,000 willing each has left after twenty midnights with the chance 1 - exp(-20/14). Four standard errors: one
    // false alarm in 16,000 seeds.
    const double chance = 1 - std::exp(-20.0 / 14);
    const double error = std::sqrt(5'000 * chance * (1 - chance) / replicates);
    EXPECT_NEAR(sum / replicates, 5'000 * chance, 4 * error);
}

TEST(Departures, StopWhenAllTheWillingHaveGone) {
    auto small = leaving({{0, Traffic::civilians, 0, 60}});
    small.record.departures = {Probability(0.3), Hazard(3)};
    EXPECT_EQ(count_of(test::run_alone(small), EventKind::departed), 3'000);
    small.record.enclaves.find("one")->willing = Probability(0.4);  // its own share goes before that of all
    EXPECT_EQ(count_of(test::run_alone(small), EventKind::departed), 4'000);
}

TEST(Departures, LeavePresentAndAbsentEqualToTheEntitled) {
    auto small = leaving({{0, Traffic::civilians, 3, 50}});
    small.add_second_community();
    small.record.enclaves.find("two")->outside = {"north"};
    const auto model =
        test::model_of(small, {agreement_from(17.4, "none", {}), agreement_from(17.4, "b", {free_road("b")})});
    for (std::uint32_t r = 0; r < 20; ++r) {
        std::int64_t entitled[2] = {};
        for (std::size_t v = 0; v < 2; ++v) {
            const auto log = test::log_of(model, {5, r}, v, Arm::as_kept);
            std::int64_t people[2] = {10'000, 5'000};
            for (const auto& event : log) {
                if (event.kind == EventKind::departed) people[event.community] -= event.count;
                if (event.kind == EventKind::residents) {
                    EXPECT_EQ(event.at_s, test::seconds_of_days(17.4));
                    EXPECT_EQ(event.count, people[event.community]);
                    if (v == 1) {
                        EXPECT_EQ(event.count, entitled[event.community]) << "the same in every agreement";
                    }
                    entitled[event.community] = event.count;
                }
                if (event.kind == EventKind::request_submitted) {
                    EXPECT_EQ(event.count, people[event.community]);
                }
            }
            EXPECT_LT(entitled[one], 10'000);
            EXPECT_GE(people[one], 5'000);
        }
    }
}

TEST(Departures, TakeTheirNeedAndWhatIsSmuggledForThemAlong) {
    auto small = leaving({{0, Traffic::civilians, 0, 60}});
    small.record.enclaves.find("one")->opening_stock = one_day * 400;
    small.record.enclaves.find("one")->local = Probability(0.2);
    std::int64_t people = 10'000;
    for (const auto& event : test::run_alone(small)) {
        const auto rate = event.count > 0 ? event.mass.ticks() / event.count : 0;
        if (event.kind == EventKind::eaten) {
            EXPECT_EQ(rate, 555 * people);
        }
        if (event.kind == EventKind::informal_inflow) {
            EXPECT_NEAR(static_cast<double>(rate), 55.5 * static_cast<double>(people), 0.5);
        }
        if (event.kind == EventKind::local_inflow) {
            EXPECT_EQ(rate, 111 * people);
        }
        if (event.kind == EventKind::departed) people -= event.count;
    }
    EXPECT_LT(people, 6'000);
}

TEST(Departures, ASecondRoadShiftsNoDraw) {
    const auto model = test::model_of(leaving({}), {agreement_from(8, "a", {free_road("a")}),
                                                    agreement_from(8, "both", {free_road("a"), free_road("b")})});
    for (std::uint32_t r = 0; r < 20; ++r) {
        const auto by_a = test::of_kind(test::log_of(model, {6, r}, 0, Arm::as_signed), EventKind::departed);
        EXPECT_EQ(by_a, test::of_kind(test::log_of(model, {6, r}, 1, Arm::as_signed), EventKind::departed));
        EXPECT_GT(by_a.size(), 20U);
    }
}

TEST(Departures, HappenAtMidnightOnly) {
    for (const auto& event :
         test::of_kind(test::run_alone(leaving({{1, Traffic::civilians, 0.5, 20.5}})), EventKind::departed)) {
        EXPECT_EQ(event.at_s % day_s, 0);
        EXPECT_GE(event.at_s, day_s);
        EXPECT_LE(event.at_s, 20 * day_s);
    }
}

}  // namespace
}  // namespace aidway
