// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/mass_ledger.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::of_kind;
using test::seconds_of_days;

constexpr std::uint16_t two = 1;

/// Two communities with an enclave each; opp holds all ground, and gov from day 20 on. Community two is then counted in
/// the enclave of one. No convoys.
test::SmallScenario taken() {
    test::SmallScenario small;
    small.days = 40;
    small.record.fleets.clear();
    small.add_second_community();
    small.hold_ground(1, 0);
    small.hold_ground(0, 20);
    small.record.communities.find("two")->enclave_when_held_by.add("gov", "one");
    return small;
}

/// A third community in an enclave of its own, which two joins; one and two share the first.
test::SmallScenario torn_apart() {
    auto small = taken();
    auto three = small.record.communities.at("two");
    three.enclave_when_held_by.clear();
    small.record.communities.add("three", three);
    auto enclave = small.record.enclaves.at("two");
    enclave.members = {"three"};
    enclave.opening_stock = one_day * 20;
    EnclaveRecord first = enclave;
    first.members = {"one", "two"};
    first.opening_stock = one_day * 60;
    small.record.enclaves.clear();
    small.record.enclaves.add("one", first);
    small.record.enclaves.add("three", enclave);
    auto& joins = small.record.communities.find("two")->enclave_when_held_by;
    joins.clear();
    joins.add("gov", "three");
    return small;
}

/// Grams a day and person that a community ate in the day before `day`.
double eaten(const test::Log& log, std::uint16_t community, double day, double people) {
    const std::int64_t at_s = seconds_of_days(day);
    double grams = 0;
    for (const auto& event : of_kind(log, EventKind::eaten)) {
        if (event.community != community || event.count == 0) continue;
        const std::int64_t from_s = std::max(event.at_s - event.count, at_s - 86'400);
        const std::int64_t seconds = std::min(event.at_s, at_s) - from_s;
        if (seconds <= 0) continue;
        const double share = static_cast<double>(seconds) / static_cast<double>(event.count);
        grams += event.mass.kilograms() * 1'000 * share;
    }
    return grams / people;
}

std::string fault_of(const test::SmallScenario& small, const DatedAgreement& agreement, std::uint32_t replicates) {
    const auto model = test::model_of(small, {agreement});
    Runner runner(model);
    const auto enclave_of = parameters_of(model.scenario(), model.scenario().record()).enclave_of;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        const auto log = runner.run({3, r}, 0, Arm::as_kept);
        auto fault = test::MassLedger(model.effective_s(), runner.scope(), enclave_of).fault_in(log);
        if (!fault.empty()) return fault;
    }
    return {};
}

TEST(Joining, TakesAlongAllThatLiesInAPlaceThatIsAnEnclaveByItself) {
    auto small = taken();
    small.record.enclaves.find("two")->informal = Probability(0);
    const auto log = test::run_alone(small);
    const auto joined = of_kind(log, EventKind::joined_enclave);
    ASSERT_EQ(joined.size(), 1U);
    EXPECT_EQ(joined[0].at_s, seconds_of_days(20));
    EXPECT_EQ(joined[0].community, two);
    EXPECT_EQ(joined[0].place, 0);
    // 30 days of stock: eaten at 0.75 of need for a second, then at half.
    EXPECT_NEAR(joined[0].mass.kilograms(), 5'000 * 0.555 * (30 - 20 * 0.5), 5);
}

TEST(Joining, SharesFoodWithTheNewEnclaveFromThenOn) {
    auto small = taken();
    small.record.enclaves.find("two")->opening_stock = one_day * 80;
    const auto log = test::run_alone(small);
    EXPECT_GT(eaten(log, two, 19, 5'000), 1.2 * eaten(log, 0, 19, 10'000));
    EXPECT_NEAR(eaten(log, two, 22, 5'000), eaten(log, 0, 22, 10'000), 0.01);
}

TEST(Joining, TakesAlongTheShareThatItsPeopleAreOfTheOldEnclave) {
    const auto small = torn_apart();
    const auto log = test::run_alone(small);
    const auto joined = of_kind(log, EventKind::joined_enclave);
    ASSERT_EQ(joined.size(), 1U);
    auto stays = small;
    stays.record.communities.find("two")->enclave_when_held_by.clear();
    stays.days = 20;
    const double there = test::mass_of(test::run_alone(stays), EventKind::closing_stock).kilograms();
    const auto of_three = test::where(test::run_alone(stays), [](const Event& e) { return e.community == 2; });
    const double in_three = test::mass_of(of_three, EventKind::closing_stock).kilograms();
    EXPECT_NEAR(joined[0].mass.kilograms(), (there - in_three) / 3, 0.01);
}

TEST(Joining, ConservesMassWhateverElseMoves) {
    auto small = taken();
    small.record.fleets = test::SmallScenario{}.record.fleets;
    small.make_chancy();
    small.add_outside();
    small.add_trade();
    small.add_departures();
    small.open_for = {{0, Traffic::goods, 5, 35, Access::open, {}}, {0, Traffic::civilians, 0, 40, Access::open, {}}};
    EXPECT_EQ(fault_of(small, test::agreement_from(10, "road", {test::open_road("a")}), 40), "");
    auto apart = torn_apart();
    apart.record.fleets = small.record.fleets;
    apart.make_chancy();
    EXPECT_EQ(fault_of(apart, test::agreement_from(10, "road", {test::open_road("a")}), 40), "");
}

TEST(Joining, WaitsWithTheFrontThatStandsStill) {
    Term term;
    term.body = CeaseHostilities{{"gov", "opp"}, {}, true};
    const auto log = test::run_under(taken(), test::agreement_from(5, "cessation", {term}), Arm::as_signed);
    EXPECT_TRUE(of_kind(log, EventKind::joined_enclave).empty());
}

TEST(Joining, GoesBackWhereTheScenarioSaysSo) {
    auto small = taken();
    small.hold_ground(1, 30);
    small.record.communities.find("two")->enclave_when_held_by.add("opp", "two");
    const auto log = test::run_alone(small);
    const auto joined = of_kind(log, EventKind::joined_enclave);
    ASSERT_EQ(joined.size(), 2U);
    EXPECT_EQ(joined[1].at_s, seconds_of_days(30));
    EXPECT_EQ(joined[1].place, 1);
    EXPECT_EQ(fault_of(small, test::agreement_from(0, "none", {}), 1), "");
}

TEST(Joining, ChangesNothingOfAPlaceThatTheScenarioSaysNothingOf) {
    auto small = taken();
    small.record.communities.find("two")->enclave_when_held_by.clear();
    const auto log = test::run_alone(small);
    EXPECT_TRUE(of_kind(log, EventKind::joined_enclave).empty());
    EXPECT_EQ(of_kind(log, EventKind::changed_hands).size(), 2U);
}

}  // namespace
}  // namespace aidway
