// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/air_scenario.hpp"
#include "support/read_agreement.hpp"

namespace aidway {
namespace {

using test::faults_of_term;
using test::rules_of;
using test::told;
using testing::ElementsAre;
using testing::IsEmpty;

test::SmallScenario two_places() {
    auto small = test::airy();
    small.add_second_community();
    small.record.depots.find("north")->stock.add("food", {});
    return small;
}

TEST(AirDelivery, WritesADropIntoTheRulesAndNothingElse) {
    const auto scenario = two_places().build();
    auto rules = rules_of(*scenario, {"air_delivery: {operation: drops, method: drop, to: [two, one]}"});
    ASSERT_EQ(rules.air.size(), 1U);
    const auto& drop = rules.air[0];
    EXPECT_EQ(drop.operation, 0U);
    EXPECT_EQ(drop.method, AirMethod::drop);
    EXPECT_TRUE(drop.asks);
    EXPECT_EQ(drop.from, rules.effective_from);
    EXPECT_EQ(drop.until, scenario->calendar().until);
    EXPECT_EQ(drop.obligations.size(), 1U) << "the decider's";
    const auto turned = rules_of(*scenario, {"air_delivery: {operation: drops, method: drop, to: [one, two]}"});
    EXPECT_EQ(drop.to, turned.air[0].to) << "whatever the order in the file";
    rules.air.clear();
    rules.obligations.clear();
    EXPECT_EQ(rules, baseline_rules(*scenario, rules.effective_from)) << "it asks for no road anew either";
}

TEST(AirDelivery, WritesABridgeThatNobodyIsObligedToUnlessNamed) {
    const auto scenario = two_places().build();
    const std::string text = "air_delivery: {operation: lift, method: bridge, depot: north, sorties_per_day: 2}";
    const auto rules = rules_of(*scenario, {text});
    ASSERT_EQ(rules.air.size(), 1U);
    EXPECT_EQ(rules.air[0].operation, 1U);
    EXPECT_EQ(rules.air[0].depot, scenario->find_depot("north"));
    EXPECT_EQ(rules.air[0].sorties_per_day, 2);
    EXPECT_FALSE(rules.air[0].asks);
    EXPECT_THAT(rules.obligations, IsEmpty());
    EXPECT_EQ(rules_of(*scenario, {"{" + text + ", obliges: [gov]}"}).obligations.size(), 1U);
}

TEST(AirDelivery, SaysWhatFliesWhereAndWhoIsAsked) {
    const auto scenario = two_places().build();
    EXPECT_EQ(told(*scenario, "air_delivery: {operation: drops, method: drop, to: [one, two], from: field}").sentence,
              "Aid is dropped from the air from The airfield at One and Two: Airdrops. Each plan needs consent and a "
              "letter.");
    EXPECT_EQ(
        told(*scenario, "air_delivery: {operation: drops, method: drop, to: [one], consent: none, sorties_per_day: 1}")
            .sentence,
        "Aid is dropped from the air at One, 1 sortie a day: Airdrops. No consent is asked.");
    EXPECT_EQ(told(*scenario, "air_delivery: {operation: lift, method: bridge, depot: north}").sentence,
              "Aid is flown to North depot: Airlift. Convoys go on from there.");
    EXPECT_EQ(told(*scenario, "air_delivery: {operation: lift, method: bridge, depot: north}").name,
              "air_delivery/lift");
}

TEST(AirDelivery, RefusesWhatCannotBeFlownAndTakesTheNearestThatCan) {
    const auto record = two_places().build()->record();
    const auto faults = [&](const std::string& fields) {
        return faults_of_term("air_delivery: {" + fields + "}", record);
    };
    EXPECT_THAT(faults("operation: drops, method: drop"),
                ElementsAre("t:1:27: air_delivery drops nowhere; expected communities under 'to'"));
    EXPECT_THAT(faults("operation: drops, method: drop, to: [one, one]"),
                ElementsAre("t:1:58: community 'one' is named twice"));
    EXPECT_THAT(faults("operation: drops, method: drop, to: [one], depot: north"),
                ElementsAre("t:1:66: drops go to communities: leave out 'depot', or write method: bridge"));
    EXPECT_THAT(faults("operation: drops, method: drop, to: [one]"), IsEmpty());
    EXPECT_THAT(faults("operation: lift, method: bridge"),
                ElementsAre("t:1:27: air_delivery lands nowhere; expected a depot under 'depot'"));
    EXPECT_THAT(faults("operation: lift, method: bridge, to: [one]"),
                ElementsAre("t:1:54: an air bridge fills a depot: name it under 'depot' in place of 'to'"));
    EXPECT_THAT(faults("operation: lift, method: bridge, depot: north, consent: asked"),
                ElementsAre("t:1:27: an air bridge asks nobody: the convoys from its depot do"));
    EXPECT_THAT(faults("operation: lift, method: bridge, depot: south"),
                ElementsAre("t:1:56: depot 'south' has always enough: a bridge fills the goods under its 'stock', and "
                            "there are none"));
    EXPECT_THAT(faults("operation: lift, method: bridge, depot: north"), IsEmpty());
    auto medicine = record;
    medicine.air_operations.find("lift")->goods = {"medicine"};
    EXPECT_THAT(faults_of_term("air_delivery: {operation: lift, method: bridge, depot: north}", medicine),
                ElementsAre("t:1:56: 'lift' carries nothing of what depot 'north' has under 'stock'"));
    auto unplanned = record;
    unplanned.communities.find("two")->aid = false;
    EXPECT_THAT(faults_of_term("air_delivery: {operation: drops, method: drop, to: [two]}", unplanned),
                ElementsAre("t:1:53: no aid is planned for community 'two' in scenario.yaml"));
}

}  // namespace
}  // namespace aidway
