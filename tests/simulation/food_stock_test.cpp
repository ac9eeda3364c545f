// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/run_model.hpp"

namespace aidway {
namespace {

/// One enclave that nothing reaches but what is smuggled in.
test::SmallScenario cut_off(std::int64_t days) {
    test::SmallScenario small;
    small.days = days;
    small.aid_at_a = Access::closed;
    return small;
}

struct Stretch {
    std::int64_t from_s, until_s;
    MassRate rate;
};

std::vector<Stretch> eaten(const test::Log& log) {
    std::vector<Stretch> stretches;
    for (const auto& event : test::of_kind(log, EventKind::eaten)) {
        const auto rate = MassRate::grams_per_day(event.mass.ticks() / event.count);
        EXPECT_EQ(rate * Duration{event.count}, event.mass);
        if (!stretches.empty() && stretches.back().rate == rate) {
            stretches.back().until_s = event.at_s;
        } else {
            stretches.push_back({event.at_s - event.count, event.at_s, rate});
        }
    }
    return stretches;
}

TEST(FoodStock, RunsOutWhenThePiecewiseSumsSay) {
    // 30 days of need; half eaten and a tenth smuggled in: 20 days of cover in 50 days; then 0.35 - 0.1: 10 in 40.
    const auto stretches = eaten(test::run_alone(cut_off(120)));
    constexpr std::int64_t day = 86'400;
    const std::vector<std::int64_t> ends{0, 50 * day, 90 * day, 120 * day};
    const std::vector<std::int64_t> rates{4'162'500, 2'775'000, 1'942'500, 555'000};
    ASSERT_EQ(stretches.size(), rates.size());
    for (std::size_t i = 0; i < rates.size(); ++i) {
        EXPECT_EQ(stretches[i].rate.grams_per_day(), rates[i]);
        EXPECT_NEAR(static_cast<double>(stretches[i].until_s), static_cast<double>(ends[i]), 3.0);
    }
}

TEST(FoodStock, IsEatenWithoutAGapFromTheFirstSecondToTheLast) {
    auto small = cut_off(100);
    small.make_chancy();
    small.aid_at_a = Access::by_clearance;
    for (std::uint32_t r = 0; r < 20; ++r) {
        std::int64_t at_s = 0;
        for (const auto& event : test::of_kind(test::run_alone(small, {2, r}), EventKind::eaten)) {
            EXPECT_EQ(event.at_s - event.count, at_s);
            at_s = event.at_s;
        }
        EXPECT_EQ(at_s, 100 * 86'400);
    }
}

TEST(FoodStock, ADeliveryIsEatenByTheEnclaveAndRaisesItsRations) {
    auto small = cut_off(60);
    const auto without = test::run_alone(small);
    small.aid_at_a = Access::by_clearance;
    const auto with = test::run_alone(small);
    EXPECT_GT(test::mass_of(with, EventKind::delivered), Mass{});
    EXPECT_GT(test::mass_of(with, EventKind::eaten), test::mass_of(without, EventKind::eaten));
    EXPECT_GT(test::mass_of(with, EventKind::closing_stock), test::mass_of(without, EventKind::closing_stock));
}

TEST(FoodStock, CommunitiesOfOneEnclaveEatByTheirNumbers) {
    auto small = cut_off(90);
    small.add_second_community();
    auto shared = small.record.enclaves.at("one");
    shared.members = {"two", "one"};
    small.record.enclaves.clear();
    small.record.enclaves.add("both", shared);
    const auto log = test::run_alone(small);
    const auto mass = [&](std::uint16_t community) {
        return test::mass_of(test::where(log, [&](const Event& e) { return e.community == community; }),
                             EventKind::eaten);
    };
    // 10,000 and 5,000 people; at every stretch the shares are equal to a tick.
    EXPECT_NEAR(static_cast<double>(mass(0).ticks()), 2.0 * static_cast<double>(mass(1).ticks()), 100.0);
}

TEST(FoodStock, NoStretchStraddlesTheAgreementOrAWeekAfterIt) {
    auto small = cut_off(60);
    const auto log = test::run_under(small, test::agreement_from(17.4, "none", {}), Arm::as_kept);
    for (const auto& event : test::of_kind(log, EventKind::eaten)) {
        const std::int64_t first = event.at_s - event.count - test::seconds_of_days(17.4);
        const std::int64_t last = event.at_s - 1 - test::seconds_of_days(17.4);
        EXPECT_EQ(first < 0, last < 0);
        EXPECT_TRUE(first < 0 || first / (7 * 86'400) == last / (7 * 86'400)) << event.at_s;
    }
}

}  // namespace
}  // namespace aidway
