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

CheckInForce check_at_a(const Rules& rules, bool kept) {
    const std::vector<std::uint8_t> all(rules.obligations.size(), kept ? 1 : 0);
    return rules.passage.check({0}, rules.effective_from, all);
}

TEST(Checkpoint, RunsItsGatesAsItSaysWhileKept) {
    const auto scenario = SmallScenario().build();
    const auto rules = rules_of(*scenario, {"checkpoint: {gates: [a], by: opp, inspection: 5 min, lanes: 2, "
                                            "turn_back: 0.02, seals_honoured: true}"});
    const auto kept = check_at_a(rules, true);
    EXPECT_EQ(kept.inspection, Duration{300});
    EXPECT_EQ(kept.lanes, 2);
    EXPECT_EQ(kept.turn_back, Probability(0.02));
    EXPECT_EQ(kept.untouchable, 0b11U) << "seals shield every class of goods";
    const auto broken = check_at_a(rules, false);
    EXPECT_FALSE(broken.inspection || broken.lanes || broken.turn_back);
    EXPECT_EQ(broken.untouchable, 0U);
    ASSERT_EQ(rules.obligations.size(), 1U);
    EXPECT_EQ(rules.obligations[0].party, *scenario->find_party("opp")) << "who runs it";
}

TEST(Checkpoint, LeavesWhatItDoesNotSay) {
    const auto scenario = SmallScenario().build();
    const auto rules = rules_of(*scenario, {"checkpoint: {gates: [a], lanes: 3}"});
    const auto check = check_at_a(rules, true);
    EXPECT_EQ(check.lanes, 3);
    EXPECT_FALSE(check.inspection || check.turn_back);
    EXPECT_EQ(check.untouchable, 0U);
    ASSERT_EQ(rules.obligations.size(), 1U);
    EXPECT_EQ(rules.obligations[0].party, *scenario->find_party("gov")) << "who holds gate a";
}

TEST(Checkpoint, TheLaterOfTwoDecides) {
    const auto scenario = SmallScenario().build();
    const auto rules = rules_of(*scenario, {"checkpoint: {gates: [a], lanes: 3, inspection: 1 min}",
                                            "{name: again, checkpoint: {gates: [a, b], lanes: 1}}"});
    EXPECT_EQ(check_at_a(rules, true).lanes, 1);
    EXPECT_EQ(check_at_a(rules, true).inspection, Duration{60});
}

TEST(Checkpoint, SaysSoInPlainLanguage) {
    const auto scenario = SmallScenario().build();
    const auto text = told(*scenario,
                           "checkpoint: {gates: [a, b], by: gov, inspection: 5 min, lanes: 2, "
                           "turn_back: 2 %, seals_honoured: true}");
    EXPECT_EQ(
        text.sentence,
        "At Gate a and Gate b, run by Government, each truck is inspected for 5 minutes, 2 trucks are inspected "
        "at a time, a convoy is turned back with a chance of 2 % and nothing is removed from sealed aid convoys.");
    EXPECT_EQ(text.name, "checkpoint/a+b");
}

TEST(Checkpoint, RefusesWhatSaysNothing) {
    const auto record = SmallScenario().record;
    EXPECT_THAT(faults_of_term("checkpoint: {gates: [a], by: gov}", record),
                ElementsAre("t:1:1: checkpoint changes nothing; expected inspection, lanes, turn_back or "
                            "seals_honoured"));
    EXPECT_THAT(faults_of_term("checkpoint: {gates: [], lanes: 2}", record),
                ElementsAre("t:1:1: checkpoint is at no 'gates'; expected one gate or more"));
    EXPECT_THAT(faults_of_term("checkpoint: {gates: [a], by: gow, lanes: 2}", record),
                ElementsAre("t:1:30: no party 'gow' in scenario.yaml; did you mean 'gov'?"));
    EXPECT_THAT(faults_of_term("checkpoint: {gates: [a], lanes: 0}", record),
                ElementsAre("t:1:33: '0' is out of range: must be from 1 to 16"));
    EXPECT_THAT(faults_of_term("checkpoint: {gates: [a], lanes: 17}", record),
                ElementsAre("t:1:33: '17' is out of range: must be from 1 to 16"));
    EXPECT_THAT(faults_of_term("checkpoint: {gates: [a], lanes: 16}", record), IsEmpty());
    EXPECT_THAT(faults_of_term("checkpoint: {gates: [a], by: gov, inspection: 0 min}", record), IsEmpty());
}

}  // namespace
}  // namespace aidway
