// SPDX-License-Identifier: Apache-2.0
// Prices and stocks of whole runs against closed forms.
#include <gtest/gtest.h>

#include <cmath>

#include "simulation/outcomes/price.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::agreement_from;

/// The first week's index of the first community, from an agreement's date on.
double price_of_first_week(const test::SmallScenario& small, double from_day) {
    const auto model = test::model_of(small, {agreement_from(from_day, "none", {})});
    Runner runner(model);
    const auto log = runner.run({2016, 0}, 0, Arm::as_kept);
    const auto& scope = runner.scope();
    WeeklyPrice price;
    price.begin(scope);
    for (const auto& event : log) {
        if (counts(event, scope.from_s)) price.see(event, scope);
    }
    price.end(scope);
    std::vector<double> cells(scope.communities() * static_cast<std::size_t>(scope.weeks()));
    price.finish(scope, cells);
    return cells[0];
}

/// A market that brings all that is not smuggled, until the road is cut.
test::SmallScenario cut_on_day(double day, double informal, double elasticity) {
    test::SmallScenario small;
    small.aid_at_a = Access::closed;
    small.add_outside();
    small.add_trade();
    auto& enclave = *small.record.enclaves.find("one");
    enclave.trade_at_start = Probability(1);
    enclave.informal = Probability(informal);
    small.record.price = {elasticity, Probability(0.02), Probability(1)};
    small.open_for = {{0, Traffic::goods, 0, day}};
    return small;
}

TEST(PriceTwin, ASiegeMakesStaplesThreeTimesAsDearAfterSixDaysWhateverIsInStock) {
    // One day of all that is needed and six of what is smuggled: ((1 + 6 informal) / 7)^-elasticity.
    for (const double informal : {0.1, 0.4}) {
        const double elasticity = -std::log(3) / std::log((1 + 6 * informal) / 7);
        EXPECT_NEAR(price_of_first_week(cut_on_day(8, informal, elasticity), 7), 3, 1e-6) << informal;
        auto rich = cut_on_day(8, informal, elasticity);
        rich.record.enclaves.find("one")->opening_stock = one_day * 365;
        EXPECT_NEAR(price_of_first_week(rich, 7), 3, 1e-6) << "with a year's stock";
    }
}

TEST(PriceTwin, WithoutACutIsThatBeforeTheSiege) {
    EXPECT_NEAR(price_of_first_week(cut_on_day(60, 0.1, 0.9), 7), 1, 1e-6);
}

TEST(PriceTwin, AfterAWholeWeekIsThatOfWhatIsSmuggled) {
    EXPECT_NEAR(price_of_first_week(cut_on_day(8, 0.1, 0.9), 8), std::pow(0.1, -0.9), 1e-6);
}

TEST(AlikeEnclaves, LiveAlikeWhereverTheyLieAndWhateverTheyAreCalled) {
    auto small = cut_on_day(20, 0.1, 0.9);
    small.add_second_community();
    small.record.communities.find("two")->population = {10'000};
    *small.record.enclaves.find("two") = small.record.enclaves.at("one");
    small.record.enclaves.find("two")->members = {"two"};
    small.record.trade->refill_to = one_day * 40;
    test::Log of[2];
    for (auto event : test::run_alone(small)) {
        if (event.community == Event::no_index || event.goods != 0 || event.kind == EventKind::ended) continue;
        if (event.kind == EventKind::planned) continue;
        const auto community = event.community;
        event.community = 0;
        of[community].push_back(event);
    }
    EXPECT_EQ(of[0], of[1]);
    EXPECT_GT(of[0].size(), 40U);
}

}  // namespace
}  // namespace aidway
