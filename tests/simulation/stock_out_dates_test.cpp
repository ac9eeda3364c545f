// SPDX-License-Identifier: Apache-2.0
// When stocks end, worked out by hand (model, section 9): 275,000 people cut off for 168 days from 7 July.
#include <gtest/gtest.h>

#include "support/run_model.hpp"

namespace aidway {
namespace {

constexpr double people = 275'000;
constexpr double need_g = 555 * people;

struct Siege {
    double empty_on_day = 0;      ///< as the log says
    double last_meal_on_day = 0;  ///< as what was eaten says
    double below_a_quarter = 0;   ///< person-days
    double unmet_rations = 0;
};

Siege siege(const std::vector<CopingRecord>& coping, double in_store) {
    test::SmallScenario small;
    small.days = 168;
    small.aid_at_a = Access::closed;
    small.record.communities.find("one")->population = {275'000};
    auto& enclave = *small.record.enclaves.find("one");
    enclave.opening_stock = one_day * 60;
    enclave.opening_in_store = Probability(in_store);
    enclave.informal = Probability(0);
    small.record.food.coping = coping;
    Siege result;
    for (const auto& event : test::run_alone(small)) {
        const double days = static_cast<double>(event.count) / 86'400;
        if (event.kind == EventKind::stock_emptied) result.empty_on_day = static_cast<double>(event.at_s) / 86'400;
        if (event.kind != EventKind::eaten) continue;
        const double share = event.mass.kilograms() * 1'000 / (need_g * days);
        if (share > 0) result.last_meal_on_day = static_cast<double>(event.at_s) / 86'400;
        if (share < 0.25) result.below_a_quarter += people * days;
        result.unmet_rations += people * days * (1 - share);
    }
    return result;
}

TEST(StockOutDates, WithoutCopingTheStockEndsOnTheFifthOfSeptember) {
    for (const double in_store : {0.0, 0.3, 1.0}) {
        const Siege without = siege({}, in_store);
        EXPECT_NEAR(without.empty_on_day, 60, 1e-4) << in_store;
        EXPECT_NEAR(without.last_meal_on_day, 60, 1e-4) << in_store;
        EXPECT_NEAR(without.below_a_quarter, 108 * people, 100) << in_store;  // 29.7 million
        EXPECT_NEAR(without.unmet_rations, 108 * people, 100) << in_store;
    }
}

TEST(StockOutDates, WithCopingItEndsOn23OctoberAndNobodyIsFedMore) {
    const test::SmallScenario usual;
    for (const double in_store : {0.0, 0.3, 1.0}) {
        const Siege with = siege(usual.record.food.coping, in_store);
        // 30 days' stock at three quarters, 20 at half, 10 at 0.35: 108.57 days.
        const double days = 30 / 0.75 + 20 / 0.5 + 10 / 0.35;
        EXPECT_NEAR(with.empty_on_day, days, 1e-4) << in_store;
        EXPECT_NEAR(with.last_meal_on_day, days, 1e-4) << in_store;
        EXPECT_NEAR(with.below_a_quarter, (168 - days) * people, 100) << in_store;  // 16.3 million
        EXPECT_NEAR(with.unmet_rations, 108 * people, 100) << in_store;             // as without
    }
}

TEST(StockOutDates, ATrickleIsEatenFromAnEmptyStockWithoutFillingIt) {
    test::SmallScenario small;
    small.days = 120;
    small.aid_at_a = Access::closed;
    const auto log = test::run_alone(small);
    // 30 days and a tenth of need a day: half eaten for 50 days, 0.35 for 40 more.
    const auto emptied = test::of_kind(log, EventKind::stock_emptied);
    ASSERT_EQ(emptied.size(), 1U);
    EXPECT_NEAR(static_cast<double>(emptied[0].at_s) / 86'400, 90, 1e-4);
    EXPECT_TRUE(test::of_kind(log, EventKind::stock_refilled).empty());
}

TEST(StockOutDates, ADeliveryEndsTheTimeWithNothing) {
    test::SmallScenario small;
    small.record.enclaves.find("one")->opening_stock = Duration{0};
    const auto log = test::run_alone(small);
    const auto emptied = test::of_kind(log, EventKind::stock_emptied);
    const auto refilled = test::of_kind(log, EventKind::stock_refilled);
    ASSERT_FALSE(emptied.empty());
    EXPECT_EQ(emptied[0].at_s, 0);
    ASSERT_FALSE(refilled.empty());
    EXPECT_EQ(refilled[0].at_s, test::of_kind(log, EventKind::delivered)[0].at_s);
}

TEST(StockOutDates, AStockThatIsEmptyFromTheStartIsSaidToBeSoOnceAndAgainWhenAnAgreementBegins) {
    test::SmallScenario small;
    small.record.enclaves.find("one")->opening_stock = Duration{0};
    small.aid_at_a = Access::closed;
    EXPECT_EQ(test::of_kind(test::run_alone(small), EventKind::stock_emptied).size(), 1U);
    const auto later = test::run_under(small, test::agreement_from(5, "none", {}), Arm::as_kept);
    const auto emptied = test::of_kind(later, EventKind::stock_emptied);
    ASSERT_EQ(emptied.size(), 2U);
    EXPECT_EQ(emptied[1].at_s, test::seconds_of_days(5));
}

}  // namespace
}  // namespace aidway
