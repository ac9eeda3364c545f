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

TEST(PermissionTerm, EscalatesToTheHigherDecider) {
    const auto scenario = SmallScenario().build();
    const auto rules =
        rules_of(*scenario, {"permission: {procedure: two_step, silence_means: escalate, escalates_to: opp}"});
    EXPECT_EQ(rules.permission.silence, Silence::escalate);
    EXPECT_EQ(rules.permission.higher, scenario->find_party("opp"));
    EXPECT_FALSE(rules.permission_before.higher) << "without the agreement silence is refusal";
}

TEST(PermissionTerm, KeepsTheHigherDeciderOfTheScenario) {
    SmallScenario small;
    small.record.permission.escalates_to = "opp";
    small.record.permission.silence_means = Silence::escalate;
    const auto scenario = small.build();
    const auto rules = rules_of(*scenario, {"permission: {procedure: two_step, deadline: 3 d}"});
    EXPECT_EQ(rules.permission.higher, scenario->find_party("opp"));
    EXPECT_EQ(told(*scenario, "permission: {procedure: two_step}").sentence,
              "Aid convoys need the consent of Government, then a letter. An answer is due within 7 days; after "
              "silence Opposition is asked. A plan for 30 days is asked for anew each time.");
}

TEST(PermissionTerm, RefusesAnEscalationWithoutItsOtherHalf) {
    const auto record = SmallScenario().record;
    EXPECT_THAT(faults_of_term("permission: {procedure: two_step, silence_means: escalate}", record),
                ElementsAre("t:1:1: silence escalates to nobody: give 'escalates_to', here or in scenario.yaml"));
    EXPECT_THAT(faults_of_term("permission: {procedure: two_step, escalates_to: opp}", record),
                ElementsAre("t:1:49: 'escalates_to' is asked nothing: silence does not escalate; write silence_means: "
                            "escalate"));
    EXPECT_THAT(faults_of_term("permission: {procedure: two_step, silence_means: escalate, escalates_to: op}", record),
                ElementsAre("t:1:74: no party 'op' in scenario.yaml; did you mean 'opp'?"));
    EXPECT_THAT(faults_of_term("permission: {procedure: two_step, silence_means: escalate, escalates_to: opp}", record),
                IsEmpty());
    auto higher = record;
    higher.permission.escalates_to = "opp";
    EXPECT_THAT(faults_of_term("permission: {procedure: two_step, silence_means: escalate}", higher), IsEmpty());
}

}  // namespace
}  // namespace aidway
