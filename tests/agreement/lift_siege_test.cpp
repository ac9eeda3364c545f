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

/// A small scenario whose first enclave lies behind gate b.
SmallScenario besieged() {
    SmallScenario small;
    small.add_second_community();
    small.record.enclaves.find("one")->siege_line = {"b"};
    return small;
}

TEST(LiftSiege, OpensTheSiegeLineForAllTraffic) {
    const auto scenario = besieged().build();
    const auto rules = rules_of(*scenario, {"lift_siege: {communities: [one]}"});
    const std::vector<std::uint8_t> kept(rules.obligations.size(), 1);
    for (const auto traffic : {Traffic::aid, Traffic::goods, Traffic::civilians}) {
        const auto leave = rules.passage.leave({1}, traffic, rules.effective_from, kept);
        EXPECT_EQ(leave.access, Access::open);
        EXPECT_TRUE(leave.hours.all_day());
        EXPECT_EQ(rules.passage.grants({0}, traffic).size(), scenario->baseline().grants({0}, traffic).size());
    }
    EXPECT_TRUE(rules.asks_anew) << "aid can now be asked for";
    ASSERT_EQ(rules.obligations.size(), 1U);
    EXPECT_EQ(rules.obligations[0].party, *scenario->find_party("opp")) << "who holds gate b";
}

TEST(LiftSiege, OpensNothingWhileItIsNotKept) {
    const auto scenario = besieged().build();
    const auto rules = rules_of(*scenario, {"lift_siege: {communities: [one]}"});
    const std::vector<std::uint8_t> broken(rules.obligations.size(), 0);
    EXPECT_EQ(rules.passage.leave({1}, Traffic::goods, rules.effective_from, broken).access, Access::closed);
}

TEST(LiftSiege, OpensAGateOfTwoSiegeLinesOnce) {
    auto small = besieged();
    small.record.enclaves.find("two")->siege_line = {"b", "a"};
    const auto scenario = small.build();
    const auto rules = rules_of(*scenario, {"lift_siege: {communities: [one, two]}"});
    EXPECT_EQ(rules.passage.grants({1}, Traffic::goods).size(), 1U);
    EXPECT_EQ(rules.passage.grants({0}, Traffic::goods).size(), 1U);
}

TEST(LiftSiege, SaysSoInPlainLanguage) {
    const auto text = told(*besieged().build(), "lift_siege: {communities: [one]}");
    EXPECT_EQ(
        text.sentence,
        "The siege of One is lifted: aid convoys, traders' goods and civilians pass at all hours through Gate b.");
    EXPECT_EQ(text.name, "lift_siege/one");
}

TEST(LiftSiege, RefusesAnEnclaveWithoutASiegeLine) {
    const auto record = besieged().record;
    EXPECT_THAT(faults_of_term("lift_siege: {communities: [two]}", record),
                ElementsAre("t:1:28: enclave 'two' of community 'two' has no 'siege_line' in scenario.yaml: there is "
                            "no gate to open"));
    EXPECT_THAT(faults_of_term("lift_siege: {communities: [onne]}", record),
                ElementsAre("t:1:28: no community 'onne' in scenario.yaml; did you mean 'one'?"));
    EXPECT_THAT(faults_of_term("lift_siege: {communities: []}", record),
                ElementsAre("t:1:1: lift_siege names no 'communities'; expected one community or more"));
    EXPECT_THAT(faults_of_term("lift_siege: {communities: [one]}", record), IsEmpty());
}

}  // namespace
}  // namespace aidway
