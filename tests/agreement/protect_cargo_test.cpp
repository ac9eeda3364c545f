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

CheckInForce check_at(const Rules& rules, std::uint32_t gate, bool kept) {
    const std::vector<std::uint8_t> all(rules.obligations.size(), kept ? 1 : 0);
    return rules.passage.check({gate}, rules.effective_from, all);
}

TEST(ProtectCargo, ShieldsItsGoodsAtItsGatesWhileKept) {
    const auto scenario = SmallScenario().build();
    const auto rules = rules_of(*scenario, {"protect_cargo: {goods: [medicine], gates: [a]}"});
    EXPECT_EQ(check_at(rules, 0, true).untouchable, 0b10U);
    EXPECT_EQ(check_at(rules, 0, false).untouchable, 0U);
    EXPECT_EQ(check_at(rules, 1, true).untouchable, 0U) << "gate b is not named";
    ASSERT_EQ(rules.obligations.size(), 1U);
    EXPECT_EQ(rules.obligations[0].party, *scenario->find_party("gov")) << "who holds gate a";
}

TEST(ProtectCargo, IsForEveryGateAndAllHoldersWhereNoneIsNamed) {
    const auto scenario = SmallScenario().build();
    const auto rules = rules_of(*scenario, {"protect_cargo: {goods: [food, medicine]}"});
    EXPECT_EQ(check_at(rules, 0, true).untouchable, 0b11U);
    EXPECT_EQ(check_at(rules, 1, true).untouchable, 0b11U);
    EXPECT_EQ(rules.obligations.size(), 2U);
}

TEST(ProtectCargo, TouchesNothingElse) {
    const auto scenario = SmallScenario().build();
    const auto rules = rules_of(*scenario, {"protect_cargo: {goods: [food]}"});
    const auto check = check_at(rules, 0, true);
    EXPECT_FALSE(check.inspection || check.lanes || check.turn_back);
    EXPECT_FALSE(rules.asks_anew);
    EXPECT_EQ(rules.permission, rules.permission_before);
}

TEST(ProtectCargo, SaysSoInPlainLanguage) {
    const auto scenario = SmallScenario().build();
    EXPECT_EQ(told(*scenario, "protect_cargo: {goods: [medicine]}").sentence,
              "Nothing of Medicine may be removed from aid convoys at any gate.");
    const auto text = told(*scenario, "protect_cargo: {goods: [food, medicine], gates: [b]}");
    EXPECT_EQ(text.sentence, "Nothing of Food and Medicine may be removed from aid convoys at Gate b.");
    EXPECT_EQ(text.name, "protect_cargo/food+medicine");
}

TEST(ProtectCargo, RefusesUnknownNamesAndNoGoods) {
    const auto record = SmallScenario().record;
    EXPECT_THAT(faults_of_term("protect_cargo: {goods: [medicin]}", record),
                ElementsAre("t:1:25: no class of goods 'medicin' in scenario.yaml; did you mean 'medicine'?"));
    EXPECT_THAT(faults_of_term("protect_cargo: {goods: [medicine], gates: [c]}", record),
                ElementsAre("t:1:44: no gate 'c' in scenario.yaml; did you mean 'a'?"));
    EXPECT_THAT(faults_of_term("protect_cargo: {goods: []}", record),
                ElementsAre("t:1:1: protect_cargo protects no 'goods'; expected one class of goods or more"));
    EXPECT_THAT(faults_of_term("protect_cargo: {goods: [medicine], gates: [a]}", record), IsEmpty());
}

}  // namespace
}  // namespace aidway
