// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/medicine.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "simulation/outcomes/closing_stock.hpp"
#include "simulation/outcomes/coverage.hpp"
#include "simulation/outcomes/treatment_days.hpp"
#include "support/hand_log.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

constexpr std::uint16_t medicine = 1;
constexpr std::int64_t day_s = 86'400;

/// Kits of 1.25 t for 10,000 people and 90 days: 13,889 g a day for the 10,000 of the one community.
test::SmallScenario with_medicine() {
    test::SmallScenario small;
    small.record.medicine = {"medicine", Mass::kilograms(1'250), {10'000}, one_day * 90};
    return small;
}

double used_days(const test::Log& log) {
    std::int64_t seconds = 0;
    for (const auto& event : test::of_kind(log, EventKind::used)) seconds += event.count;
    return static_cast<double>(seconds) / day_s;
}

TEST(Medicine, LastsAsManyDaysAsAKitSays) {
    auto small = with_medicine();
    small.aid_at_a = Access::closed;
    small.record.enclaves.find("one")->opening_medicine = one_day * 25;
    const auto log = test::run_alone(small);
    EXPECT_NEAR(used_days(log), 25, 1e-4);
    for (const auto& event : test::of_kind(log, EventKind::used)) {
        EXPECT_EQ(event.goods, medicine);
        EXPECT_EQ(event.mass, MassRate::grams_per_day(13'889) * Duration{event.count});
        EXPECT_LE(event.at_s, 25 * day_s);
    }
}

TEST(Medicine, AKitDeliveredServesItsPeopleForItsTime) {
    auto small = with_medicine();
    small.record.goods.find("medicine")->per_person_day = MassRate::grams_per_day(4);  // more than is needed
    small.days = 360;
    const auto log = test::run_alone(small);
    const auto delivered = test::where(
        log, [](const Event& event) { return event.kind == EventKind::delivered && event.goods == medicine; });
    ASSERT_FALSE(delivered.empty());
    double kits = 0;
    for (const auto& event : delivered) kits += event.mass.kilograms() / 1'250;
    const double days = static_cast<double>(360 * day_s - delivered[0].at_s) / day_s;
    EXPECT_NEAR(used_days(log), std::min(days, 90 * kits), 0.01);
    EXPECT_GT(90 * kits, days) << "there was enough";
}

TEST(Medicine, KeepsItsBooksToTheTick) {
    auto small = with_medicine();
    small.make_chancy();
    small.add_second_community();
    small.record.enclaves.find("one")->opening_medicine = one_day * 7;
    const auto model = test::model_of(small, {test::agreement_from(17.3, "a", {test::open_road("a")})});
    for (std::uint32_t r = 0; r < 50; ++r) {
        Mass left;
        for (const auto& event : test::log_of(model, {9, r}, 0, Arm::as_kept)) {
            if (event.goods != medicine) continue;
            if (event.kind == EventKind::opening_stock || event.kind == EventKind::delivered) left += event.mass;
            if (event.kind == EventKind::used || event.kind == EventKind::closing_stock) left -= event.mass;
            EXPECT_GE(left, Mass{});
        }
        EXPECT_EQ(left, Mass{}) << r;
    }
}

TEST(Medicine, FollowsThePeopleThere) {
    auto small = with_medicine();
    small.aid_at_a = Access::closed;
    small.record.enclaves.find("one")->opening_medicine = one_day * 50;
    EvacuationRecord half;
    half.community = "one";
    half.at = {16'989 + 20, 0, {}};
    half.share = Probability(0.5);
    small.record.evacuations.add("half", half);
    small.days = 120;
    // 30 days' stock is left for half the people.
    EXPECT_NEAR(used_days(test::run_alone(small)), 20 + 2 * 30, 0.01);
}

TEST(Medicine, ChangesNothingOfWhatPeopleEat) {
    const auto food_of = [](const test::Log& log) {
        return test::where(log, [](const Event& event) {
            return event.goods != medicine ||
                   (event.kind != EventKind::used && event.kind != EventKind::opening_stock &&
                    event.kind != EventKind::closing_stock);
        });
    };
    EXPECT_EQ(food_of(test::run_alone(with_medicine())), test::run_alone(test::SmallScenario{}));
}

TEST(TreatmentDays, AreMetWhileMedicineIsUsed) {
    auto scope = test::hand_scope();
    scope.medicine = test::medicine;
    auto first = test::flow(EventKind::used, 14 * test::day, 4 * test::day, 0, 1'389);
    auto second = test::flow(EventKind::used, 18 * test::day, 2 * test::day, 0, 833);
    first.goods = second.goods = test::medicine;
    const std::vector<Event> log{first, test::people(14 * test::day, EventKind::departed, 0, 400), second};
    const double needed = 4 * 1'000 + 12 * 600;
    const double met = 4 * 1'000 + 2 * 600;
    EXPECT_EQ(test::values<TreatmentDaysUnmet>(log, 2, scope), (test::Values{needed - met, 16 * 500}));
    EXPECT_EQ(test::values<MedicineCoverage>(log, 2, scope), (test::Values{met / needed, 0}));
    EXPECT_EQ(test::values<Coverage>(log, 2, scope), (test::Values{0, 0})) << "nobody eats it";
    const std::vector<Event> stock{
        test::at(26 * test::day, EventKind::closing_stock, 0, Mass::kilograms(50), test::medicine)};
    EXPECT_EQ(test::values<ClosingStock>(stock, 2, scope), (test::Values{0, 0}));
}

}  // namespace
}  // namespace aidway
