// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "simulation/tally.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

/// Person-days below half of need in each community, over the first `days` of a closed enclave.
std::vector<double> below_half(test::SmallScenario small) {
    small.aid_at_a = Access::closed;
    const auto model = test::model_of(small, {test::agreement_from(0, "none", {})});
    const TallyLayout layout(model);
    BlockRunner runner(model, layout);
    Tally tally;
    EXPECT_TRUE(runner.run(1, 0, 1, tally, [] { return true; }));
    std::vector<double> cells;
    const auto& outcome = layout.outcome("person_days_below_50");
    for (std::size_t i = 0; i < outcome.cells; ++i) {
        cells.push_back(tally.scalars[(outcome.first + i) * layout.variants()]);
    }
    return cells;
}

test::SmallScenario shared(std::int64_t one, std::int64_t two) {
    test::SmallScenario small;
    small.days = 40;  // half of need is eaten for 50 days: cover falls from 30 days to 10
    small.add_second_community();
    small.record.communities.find("one")->population = {one};
    small.record.communities.find("two")->population = {two};
    auto enclave = small.record.enclaves.at("one");
    enclave.members = {"one", "two"};
    small.record.enclaves.clear();
    small.record.enclaves.add("both", enclave);
    return small;
}

TEST(PersonDaysBelowHalf, AreNoneWhileExactlyHalfIsEatenHoweverTheSharesRound) {
    EXPECT_EQ(below_half(shared(10'000, 5'000)), (std::vector<double>{0, 0}));
    // Half of 555 g times an odd number of people is no whole number of grams.
    EXPECT_EQ(below_half(shared(10'001, 5'000)), (std::vector<double>{0, 0}));
    EXPECT_EQ(below_half(shared(10'001, 5'001)), (std::vector<double>{0, 0}));
    EXPECT_EQ(below_half(shared(9'999, 5'001)), (std::vector<double>{0, 0}));
}

TEST(PersonDaysBelowHalf, AreEveryDayOnceTheShareFallsToAThird) {
    auto small = shared(10'001, 5'001);
    small.record.enclaves.find("both")->opening_stock = one_day * 9;
    small.days = 20;  // nine days of need, a quarter a day taken from stock: 36 days on 35 %
    EXPECT_EQ(below_half(small), (std::vector<double>{20 * 10'001, 20 * 5'001}));
}

}  // namespace
}  // namespace aidway
