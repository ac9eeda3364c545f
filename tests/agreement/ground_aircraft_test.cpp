// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/read_agreement.hpp"
#include "support/violent_scenario.hpp"

namespace aidway {
namespace {

using test::faults_of_term;
using test::rules_of;
using test::SmallScenario;
using test::told;
using testing::ElementsAre;
using testing::IsEmpty;

SmallScenario with_aircraft() {
    auto small = test::shelled(1);
    small.record.violence->by.add("strikes", test::incidents_by("gov", ViolenceKind::air_strikes, 1));
    return small;
}

TEST(GroundAircraft, EachPartyAnswersForItselfAndNothingElseChanges) {
    const auto scenario = with_aircraft().build();
    auto rules = rules_of(*scenario, {"ground_aircraft: {parties: [opp, gov]}"});
    ASSERT_EQ(rules.groundings.size(), 1U);
    const auto grounding = rules.groundings[0];
    ASSERT_EQ(grounding.parties.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& obligation = rules.obligations.at(grounding.obligations.at(i).index());
        EXPECT_EQ(obligation.party, grounding.parties[i]);
        EXPECT_EQ(obligation.term, "ground_aircraft/opp+gov");
    }
    rules.groundings.clear();
    rules.obligations.clear();
    EXPECT_EQ(rules, rules_of(*scenario, {}));
}

TEST(GroundAircraft, SaysSoInPlainLanguage) {
    const auto scenario = with_aircraft().build();
    const auto text = told(*scenario, "ground_aircraft: {parties: [gov]}");
    EXPECT_EQ(text.sentence, "The military aircraft of Government stay on the ground.");
    EXPECT_THAT(text.obliges, ElementsAre("Government"));
}

TEST(GroundAircraft, IsRefusedWhereItBindsNobodyOrChangesNothing) {
    const auto record = with_aircraft().record;
    EXPECT_THAT(faults_of_term("ground_aircraft: {parties: []}", record),
                ElementsAre("t:1:1: ground_aircraft binds no 'parties'; expected one party or more"));
    EXPECT_THAT(faults_of_term("{ground_aircraft: {parties: [gov]}, obliges: [opp]}", record),
                ElementsAre("t:1:47: ground_aircraft obliges its 'parties', nobody else; leave 'obliges' out"));
    EXPECT_THAT(faults_of_term("ground_aircraft: {parties: [opp]}", record),
                ElementsAre("t:1:1: ground_aircraft changes nothing: none of its parties commits air_strikes under "
                            "'violence' in scenario.yaml"));
    EXPECT_THAT(faults_of_term("ground_aircraft: {parties: [gov]}", SmallScenario().record),
                ElementsAre("t:1:1: ground_aircraft changes nothing: scenario.yaml has no 'violence'"));
    EXPECT_THAT(faults_of_term("ground_aircraft: {parties: [gov, opp]}", record), IsEmpty());
}

}  // namespace
}  // namespace aidway
