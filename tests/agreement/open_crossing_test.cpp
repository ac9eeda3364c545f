// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/read_agreement.hpp"
#include "support/small_scenario.hpp"

namespace aidway {
namespace {

using test::faults_of_term;
using test::rules_of;
using test::told;
using testing::ElementsAre;
using testing::IsEmpty;

/// Gate b lies at a border.
test::SmallScenario at_a_border() {
    test::SmallScenario small;
    small.record.gates.find("b")->front = false;
    return small;
}

Leave leave_at_b(const Rules& rules, Traffic traffic, bool kept) {
    const std::vector<std::uint8_t> all(rules.obligations.size(), kept ? 1 : 0);
    return rules.passage.leave({1}, traffic, rules.effective_from, rules.effective_from, all);
}

TEST(OpenCrossing, OpensItsGateWhileItsHoldersKeepIt) {
    const auto scenario = at_a_border().build();
    const auto rules =
        rules_of(*scenario, {"open_crossing: {crossing: b, for: [aid, goods], hours: 06:00-18:00, trucks_per_day: 9}"});
    EXPECT_EQ(leave_at_b(rules, Traffic::aid, true).access, Access::open);
    EXPECT_EQ(leave_at_b(rules, Traffic::aid, true).trucks_per_day, 9);
    EXPECT_EQ(leave_at_b(rules, Traffic::aid, true).hours, (Hours{6 * 3600, 18 * 3600}));
    EXPECT_EQ(leave_at_b(rules, Traffic::goods, true).access, Access::open);
    EXPECT_EQ(leave_at_b(rules, Traffic::civilians, true).access, Access::closed);
    EXPECT_EQ(leave_at_b(rules, Traffic::aid, false).access, Access::closed);
    ASSERT_EQ(rules.obligations.size(), 1U);
    EXPECT_EQ(rules.obligations[0].party, *scenario->find_party("opp")) << "who holds it";
    EXPECT_TRUE(rules.asks_anew);
    EXPECT_FALSE(rules_of(*scenario, {"open_crossing: {crossing: b, for: [goods]}"}).asks_anew);
}

TEST(OpenCrossing, DoesWhatOpeningARoadOfOneGateDoes) {
    const auto scenario = at_a_border().build();
    EXPECT_EQ(rules_of(*scenario, {"{name: x, open_crossing: {crossing: b, for: [aid], hours: 06:00-18:00}}"}),
              rules_of(*scenario, {"{name: x, open_road: {road: b, for: [aid], hours: 06:00-18:00}}"}));
}

TEST(OpenCrossing, SaysWhoPassesWhen) {
    const auto scenario = at_a_border().build();
    EXPECT_EQ(told(*scenario, "open_crossing: {crossing: b, for: [aid], trucks_per_day: 40}").sentence,
              "The crossing Gate b is open to aid convoys, at all hours; at most 40 trucks of aid a day.");
    EXPECT_EQ(told(*scenario, "open_crossing: {crossing: b, for: [aid]}").name, "open_crossing/b");
}

TEST(OpenCrossing, RefusesAGateOnAFrontAndACapOnNobody) {
    const auto record = at_a_border().record;
    EXPECT_THAT(faults_of_term("open_crossing: {crossing: b, for: [goods]}", record), IsEmpty());
    EXPECT_THAT(faults_of_term("open_crossing: {crossing: a, for: [goods]}", record),
                ElementsAre("t:1:27: gate 'a' crosses a front, not a border: open its road with open_road, or lift the "
                            "siege with lift_siege"));
    EXPECT_THAT(faults_of_term("open_crossing: {crossing: b, for: []}", record),
                ElementsAre("t:1:27: open_crossing is 'for' nobody; expected one or more of aid, goods, civilians"));
    EXPECT_THAT(faults_of_term("open_crossing: {crossing: b, for: [goods], trucks_per_day: 4}", record),
                ElementsAre("t:1:27: 'trucks_per_day' counts trucks of aid, and open_crossing is not 'for' aid"));
}

}  // namespace
}  // namespace aidway
