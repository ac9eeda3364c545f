// SPDX-License-Identifier: Apache-2.0
// 10,000 people at 555 g; a year's flour in the store, 40 % of the ration is bread: 2,220 kg a day.
#include "simulation/processes/bread.hpp"

#include <gtest/gtest.h>

#include "support/run_model.hpp"

namespace aidway {
namespace {

constexpr std::int64_t need_g = 5'550'000, bread_g = 2'220'000;

LocalTime on_day(std::int32_t day) { return {16'989 + day, 0, {}}; }

/// Bakeries that bake 100 kg a day each.
test::SmallScenario baking(std::vector<BakeriesRecord> bakeries) {
    test::SmallScenario small;
    small.aid_at_a = Access::closed;
    small.record.bread = {Probability(0.4), MassRate::grams_per_day(100'000), {}, {}};
    auto& enclave = *small.record.enclaves.find("one");
    enclave.opening_stock = one_day * 365;
    enclave.opening_in_store = Probability(1);
    enclave.bakeries = std::move(bakeries);
    return small;
}

/// With diesel, 80 kg for a tonne of flour.
test::SmallScenario burning(Mass opening) {
    auto small = baking({{on_day(0), {10}}});
    GoodsRecord diesel = small.record.goods.at("food");
    small.record.goods.add("diesel", diesel);
    small.record.bread->diesel = Name("diesel");
    small.record.bread->diesel_per_tonne = Mass::kilograms(80);
    small.record.enclaves.find("one")->opening_diesel = opening;
    return small;
}

/// Grams a day handed out at a moment.
std::int64_t handed_out(const test::Log& log, double at_day) {
    const auto at_s = test::seconds_of_days(at_day);
    for (const auto& event : test::of_kind(log, EventKind::handed_out)) {
        if (event.at_s - event.count <= at_s && at_s < event.at_s) return event.mass.ticks() / event.count;
    }
    return 0;
}

TEST(Bread, IsWhatBakeriesBakeAndTheRestOfTheRationIsHandedOut) {
    // As eastern Aleppo: fewer from some day on.
    const auto log = test::run_alone(baking({{on_day(0), {15}}, {on_day(29), {10}}}));
    EXPECT_EQ(handed_out(log, 3), need_g - bread_g + 1'500'000);
    EXPECT_EQ(handed_out(log, 28.9), need_g - bread_g + 1'500'000);
    EXPECT_EQ(handed_out(log, 29.1), need_g - bread_g + 1'000'000);
    EXPECT_EQ(handed_out(test::run_alone(baking({{on_day(0), {0}}})), 3), need_g - bread_g);
}

TEST(Bread, IsNoBottleneckWhereBakeriesBakeItAllOrNoneAreStated) {
    const auto plenty = test::run_alone(baking({{on_day(0), {23}}}));
    EXPECT_EQ(plenty, test::run_alone(baking({})));
    EXPECT_EQ(handed_out(plenty, 3), need_g);
    auto without = baking({});
    without.record.bread.reset();
    EXPECT_EQ(plenty, test::run_alone(without));
}

TEST(Bread, NeedsDieselUntilThereIsNone) {
    // A tonne of flour a day burns 80 kg: 1,600 kg last 20 days.
    const auto log = test::run_alone(burning(Mass::kilograms(1'600)));
    EXPECT_EQ(handed_out(log, 19.9), need_g - bread_g + 1'000'000);
    EXPECT_EQ(handed_out(log, 20.1), need_g - bread_g);
    EXPECT_NEAR(test::mass_of(log, EventKind::used).kilograms(), 1'600, 0.01);
}

TEST(Bread, IsBakedAgainWhenDieselComes) {
    auto small = burning(Mass{});
    small.aid_at_a = Access::by_clearance;
    small.record.goods.find("diesel")->per_person_day = MassRate::grams_per_day(4);
    const auto log = test::run_alone(small);
    const auto came = test::where(log, [](const Event& event) {
        return event.kind == EventKind::delivered && event.goods == 2 && event.mass > Mass{};
    });
    ASSERT_FALSE(came.empty());
    const double day = static_cast<double>(came[0].at_s) / 86'400;
    EXPECT_EQ(handed_out(log, day - 0.01), need_g - bread_g);
    EXPECT_EQ(handed_out(log, day + 0.01), need_g - bread_g + 1'000'000);
}

TEST(Bread, HeldBackStaysInTheStoreAsFlour) {
    auto small = baking({{on_day(0), {5}}});
    small.record.food.coping = {};
    const auto log = test::run_alone(small);
    const Mass out = test::mass_of(log, EventKind::handed_out);
    EXPECT_EQ(out, MassRate::grams_per_day(need_g - bread_g + 500'000) * Duration{60 * 86'400});
    EXPECT_EQ(test::mass_of(log, EventKind::opening_stock) + test::mass_of(log, EventKind::informal_inflow),
              test::mass_of(log, EventKind::eaten) + test::mass_of(log, EventKind::closing_stock));
    // With what is smuggled, a tenth of need, homes eat all that reaches them and go short.
    EXPECT_EQ(test::mass_of(log, EventKind::eaten), out + test::mass_of(log, EventKind::informal_inflow));
}

}  // namespace
}  // namespace aidway
