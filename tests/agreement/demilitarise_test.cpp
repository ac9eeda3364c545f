// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/read_agreement.hpp"
#include "support/violent_scenario.hpp"

namespace aidway {
namespace {

using test::agreement_of;
using test::faults_of_term;
using test::rules_of;
using test::small_place;
using test::SmallScenario;
using test::told;
using testing::ElementsAre;
using testing::IsEmpty;

/// Shelling by gov at two places: 1 km from road a, which is drawn from 11 to 12 km north of one, and 4 km from it.
SmallScenario shelled_road() {
    auto small = test::shelled(1);
    auto& violence = *small.record.violence;
    violence.where.clear();
    violence.where.add("near", {small_place(11.5, 1), 1.0});
    violence.where.add("farther", {small_place(11.5, 4), 1.0});
    violence.while_demilitarised = Probability(0.5);
    return small;
}

std::vector<std::string> faults_on_the_ground(const Scenario& scenario, const std::string& term) {
    std::vector<Diagnostic> faults;
    check_on_the_ground(agreement_of({term}), scenario, faults);
    std::vector<std::string> lines;
    for (const auto& fault : faults) lines.push_back(fault.text());
    return lines;
}

TEST(Demilitarise, CoversEachPlaceWithinTheDistanceOfItsKinds) {
    const auto scenario = shelled_road().build();
    auto rules = rules_of(*scenario, {"demilitarise: {road: a, parties: [gov], pull_back: [{kinds: [shelling], "
                                      "distance: 5 km}, {kinds: [air_strikes, arrests], distance: 2 km}]}"});
    ASSERT_EQ(rules.pull_backs.size(), 1U);
    EXPECT_THAT(rules.pull_backs[0].kinds_at, ElementsAre(0b10011U, 0b00010U));
    ASSERT_EQ(rules.pull_backs[0].obligations.size(), 1U);
    EXPECT_EQ(rules.obligations.at(0).term, "demilitarise/a");
    rules.pull_backs.clear();
    rules.obligations.clear();
    EXPECT_EQ(rules, rules_of(*scenario, {}));
}

TEST(Demilitarise, SaysSoInPlainLanguage) {
    const auto scenario = shelled_road().build();
    const auto text =
        told(*scenario,
             "demilitarise: {road: a, parties: [gov, opp], pull_back: [{kinds: [shelling, ground_attacks],"
             " distance: 3.5 km}, {kinds: [air_strikes], distance: 500 m}]}");
    EXPECT_EQ(
        text.sentence,
        "Government and Opposition keep shelling and ground attacks at least 3.5 km and air strikes at least 500 m "
        "from Road a.");
    EXPECT_THAT(text.obliges, ElementsAre("Government", "Opposition"));
}

TEST(Demilitarise, IsRefusedWhereItSaysNothingOrTwoThings) {
    const auto record = shelled_road().record;
    const std::string shells = "pull_back: [{kinds: [shelling], distance: 2 km}]";
    EXPECT_THAT(faults_of_term("demilitarise: {road: a, parties: [], " + shells + "}", record),
                ElementsAre("t:1:1: demilitarise binds no 'parties'; expected one party or more"));
    EXPECT_THAT(faults_of_term("demilitarise: {road: c, parties: [gov], " + shells + "}", record),
                ElementsAre("t:1:22: no road 'c' in scenario.yaml; did you mean 'a'?"));
    EXPECT_THAT(faults_of_term("demilitarise: {road: a, parties: [gov], pull_back: []}", record),
                ElementsAre("t:1:1: demilitarise pulls nothing back; expected a distance for one kind of violence or "
                            "more under 'pull_back'"));
    EXPECT_THAT(
        faults_of_term("demilitarise: {road: a, parties: [gov], pull_back: [{kinds: [], distance: 1 km}]}", record),
        ElementsAre("t:1:1: a band of 'pull_back' names no 'kinds' of violence"));
    EXPECT_THAT(faults_of_term("demilitarise: {road: a, parties: [gov], pull_back: [{kinds: [shelling], distance: 1 km}"
                               ", {kinds: [shelling], distance: 2 km}]}",
                               record),
                ElementsAre("t:1:1: a kind of violence is pulled back twice; expected one distance for each"));
    EXPECT_THAT(faults_of_term("demilitarise: {road: a, parties: [gov], " + shells + "}", record), IsEmpty());
}

TEST(Demilitarise, IsRefusedWithoutViolenceOrWhatIsLeftOfIt) {
    const std::string term =
        "demilitarise: {road: a, parties: [gov], pull_back: [{kinds: [shelling], distance: 2 km}]}";
    EXPECT_THAT(faults_of_term(term, SmallScenario().record),
                ElementsAre("t:1:1: demilitarise changes nothing: scenario.yaml has no 'violence'"));
    auto record = shelled_road().record;
    record.violence->while_demilitarised.reset();
    EXPECT_THAT(
        faults_of_term(term, record),
        ElementsAre("t:1:1: demilitarise needs 'while_demilitarised' under 'violence' in scenario.yaml: what is "
                    "left near the road while it is kept"));
}

TEST(Demilitarise, IsRefusedWhereNothingOfItsKindHappensNearTheRoad) {
    const auto scenario = shelled_road().build();
    const auto term = [](const std::string& party, const std::string& kind, const std::string& distance) {
        return "demilitarise: {road: a, parties: [" + party + "], pull_back: [{kinds: [" + kind +
               "], distance: " + distance + "}]}";
    };
    EXPECT_THAT(faults_on_the_ground(*scenario, term("gov", "shelling", "900 m")),
                ElementsAre("t:1:1: demilitarise changes nothing about shelling: no place where it happens lies within "
                            "900 m of road 'a'; the nearest, 'near', lies 1.0 km from it"));
    EXPECT_THAT(faults_on_the_ground(*scenario, term("gov", "air_strikes", "2 km")),
                ElementsAre("t:1:1: demilitarise changes nothing about air strikes: its parties commit none in "
                            "scenario.yaml"));
    EXPECT_THAT(faults_on_the_ground(*scenario, term("opp", "shelling", "2 km")),
                ElementsAre("t:1:1: demilitarise changes nothing about shelling: its parties commit none in "
                            "scenario.yaml"));
    EXPECT_THAT(faults_on_the_ground(*scenario, term("gov", "shelling", "1100 m")), IsEmpty());
    EXPECT_THAT(faults_on_the_ground(*scenario, "open_road: {road: a, for: [aid]}"), IsEmpty());
}

}  // namespace
}  // namespace aidway
