// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/read_agreement.hpp"
#include "support/small_scenario.hpp"

namespace aidway {
namespace {

using test::faults_of_term;
using test::rules_of;
using test::SmallScenario;
using test::told;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(FreeMovement, LetsGoodsAndPeoplePassAndLeavesAidAlone) {
    const auto scenario = SmallScenario().build();
    const auto rules = rules_of(*scenario, {"free_movement: {roads: [b], hours: 08:00-16:00, goods_per_day: 300 t/d}"});
    const std::vector<std::uint8_t> kept(rules.obligations.size(), 1);
    const auto goods = rules.passage.leave({1}, Traffic::goods, rules.effective_from, kept);
    EXPECT_EQ(goods.access, Access::open);
    EXPECT_EQ(goods.hours, (Hours{8 * 3600, 16 * 3600}));
    EXPECT_EQ(goods.goods_per_day, MassRate::grams_per_day(300'000'000));
    const auto civilians = rules.passage.leave({1}, Traffic::civilians, rules.effective_from, kept);
    EXPECT_EQ(civilians.access, Access::open);
    EXPECT_FALSE(civilians.goods_per_day);
    EXPECT_EQ(rules.passage.grants({1}, Traffic::aid).size(), scenario->baseline().grants({1}, Traffic::aid).size());
    EXPECT_FALSE(rules.asks_anew);
}

TEST(FreeMovement, HangsOnTheHoldersOfItsGates) {
    const auto scenario = SmallScenario().build();
    const auto rules = rules_of(*scenario, {"free_movement: {gates: [b], for: [civilians]}"});
    ASSERT_EQ(rules.obligations.size(), 1U);
    EXPECT_EQ(rules.obligations[0].party, *scenario->find_party("opp"));
    EXPECT_THAT(rules.passage.grants({1}, Traffic::goods), IsEmpty());
    const std::vector<std::uint8_t> broken{0};
    EXPECT_EQ(rules.passage.leave({1}, Traffic::civilians, rules.effective_from, broken).access, Access::closed);
}

TEST(FreeMovement, GrantsAGateOfARoadAndByNameOnce) {
    const auto scenario = SmallScenario().build();
    const auto rules = rules_of(*scenario, {"free_movement: {roads: [b], gates: [b, a]}"});
    EXPECT_EQ(rules.passage.grants({1}, Traffic::goods).size(), 1U);
    EXPECT_EQ(rules.passage.grants({0}, Traffic::goods).size(), 1U);
}

TEST(FreeMovement, SaysSoInPlainLanguage) {
    const auto scenario = SmallScenario().build();
    const auto text = told(*scenario, "free_movement: {roads: [b], goods_per_day: 300 t/d}");
    EXPECT_EQ(text.sentence,
              "Traders' goods and civilians pass freely, at all hours, through Gate b; at most 300 t a day of goods "
              "through each.");
    EXPECT_EQ(text.name, "free_movement/b");
    EXPECT_EQ(told(*scenario, "free_movement: {gates: [a], for: [civilians], hours: 08:00-16:00}").sentence,
              "Civilians pass freely, every day from 08:00 to 16:00, through Gate a.");
}

TEST(FreeMovement, RefusesAidAndNowhereAndNobody) {
    const auto record = SmallScenario().record;
    EXPECT_THAT(faults_of_term("free_movement: {roads: [a], for: [aid, goods]}", record),
                ElementsAre("t:1:1: free_movement is not for aid: open a road for it with open_road"));
    EXPECT_THAT(faults_of_term("free_movement: {for: [goods]}", record),
                ElementsAre("t:1:1: free_movement is nowhere; expected 'roads' or 'gates'"));
    EXPECT_THAT(faults_of_term("free_movement: {roads: [a], for: []}", record),
                ElementsAre("t:1:1: free_movement is 'for' nobody; expected goods, civilians or both"));
    EXPECT_THAT(faults_of_term("free_movement: {roads: [a], for: [civilians], goods_per_day: 1 t/d}", record),
                ElementsAre("t:1:1: 'goods_per_day' weighs traders' goods, and free_movement is not 'for' goods"));
    EXPECT_THAT(faults_of_term("free_movement: {roads: [x], gates: [a]}", record),
                ElementsAre("t:1:25: no road 'x' in scenario.yaml; did you mean 'a'?"));
    EXPECT_THAT(faults_of_term("free_movement: {roads: [a], for: [goods], goods_per_day: 1 t/d}", record), IsEmpty());
}

SmallScenario with_prices() {
    SmallScenario small;
    small.record.price.emplace();
    return small;
}

TEST(FreeMovementFees, AreWhatTheGatesTakeUnlessItSaysOtherwise) {
    auto small = with_prices();
    small.record.gates.find("b")->fees = 0.5;
    const auto scenario = small.build();
    const auto fees_under = [&](const std::string& term, std::uint8_t kept) {
        const auto rules = rules_of(*scenario, {term});
        const std::vector<std::uint8_t> promises(rules.obligations.size(), kept);
        return rules.passage.leave({1}, Traffic::goods, rules.effective_from, promises).fees;
    };
    EXPECT_EQ(fees_under("free_movement: {gates: [b]}", 1), 0.5);
    EXPECT_EQ(fees_under("free_movement: {gates: [b], fees: 0.2}", 1), 0.2);
    EXPECT_EQ(fees_under("free_movement: {gates: [b], fees: 0}", 1), 0);
    EXPECT_EQ(fees_under("free_movement: {gates: [b], fees: 0.2}", 0), 0) << "nobody passes, nobody pays";
}

TEST(FreeMovementFees, AreToldInPlainLanguage) {
    const auto scenario = with_prices().build();
    const auto some = told(*scenario, "free_movement: {gates: [a], for: [goods], fees: 0.125}");
    EXPECT_EQ(some.sentence,
              "Traders' goods pass freely, at all hours, through Gate a; traders pay 12.5 % of what their goods are "
              "worth, and no more.");
    EXPECT_EQ(some.breach, "Traders' goods are kept from passing Gate a at any hour, or traders pay more than 12.5 %.");
    const auto none = told(*scenario, "free_movement: {gates: [a], for: [goods], fees: 0}");
    EXPECT_EQ(none.sentence, "Traders' goods pass freely, at all hours, through Gate a; traders pay nothing.");
    EXPECT_EQ(none.breach, "Traders' goods are kept from passing Gate a at any hour, or traders pay anything.");
}

TEST(FreeMovementFees, NeedGoodsAndPrices) {
    const auto record = with_prices().record;
    EXPECT_THAT(faults_of_term("free_movement: {gates: [a], for: [civilians], fees: 0.1}", record),
                ElementsAre("t:1:1: 'fees' are what traders pay, and free_movement is not 'for' goods"));
    EXPECT_THAT(
        faults_of_term("free_movement: {gates: [a], fees: 0.1}", SmallScenario().record),
        ElementsAre("t:1:1: 'fees' make goods dearer, and scenario.yaml has no 'price' by which less of them is "
                    "then bought"));
    EXPECT_THAT(faults_of_term("free_movement: {gates: [a], fees: 0}", SmallScenario().record), IsEmpty());
    EXPECT_THAT(faults_of_term("free_movement: {gates: [a], fees: 0.1}", record), IsEmpty());
}

}  // namespace
}  // namespace aidway
