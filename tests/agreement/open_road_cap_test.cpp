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

TEST(OpenRoad, CapsTrucksOfAidOnly) {
    const auto scenario = SmallScenario().build();
    const auto rules = rules_of(*scenario, {"open_road: {road: b, for: [aid, goods], trucks_per_day: 40}"});
    EXPECT_EQ(rules.passage.grants({1}, Traffic::aid).back().trucks_per_day, 40);
    EXPECT_FALSE(rules.passage.grants({1}, Traffic::goods).back().trucks_per_day);
    EXPECT_FALSE(rules_of(*scenario, {"open_road: {road: b, for: [aid]}"})
                     .passage.grants({1}, Traffic::aid)
                     .back()
                     .trucks_per_day);
}

TEST(OpenRoad, SaysItsCap) {
    const auto scenario = SmallScenario().build();
    EXPECT_EQ(told(*scenario, "open_road: {road: b, for: [aid], trucks_per_day: 40}").sentence,
              "Road b is open to aid convoys, at all hours, through Gate b; at most 40 trucks of aid a day.");
    EXPECT_EQ(told(*scenario, "open_road: {road: b, for: [aid], trucks_per_day: 1}").sentence,
              "Road b is open to aid convoys, at all hours, through Gate b; at most 1 truck of aid a day.");
}

TEST(OpenRoad, RefusesACapThatNobodyMeets) {
    const auto record = SmallScenario().record;
    EXPECT_THAT(faults_of_term("open_road: {road: a, for: [goods], trucks_per_day: 40}", record),
                ElementsAre("t:1:19: 'trucks_per_day' counts trucks of aid, and open_road is not 'for' aid"));
    EXPECT_THAT(faults_of_term("open_road: {road: a, for: [aid], trucks_per_day: 0}", record),
                ElementsAre("t:1:50: '0' is out of range: must be more than 0"));
    EXPECT_THAT(faults_of_term("open_road: {road: a, for: [aid, goods], trucks_per_day: 1}", record), IsEmpty());
}

}  // namespace
}  // namespace aidway
