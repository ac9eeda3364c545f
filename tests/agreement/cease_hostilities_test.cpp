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

/// A small scenario in which a cessation has something to end.
SmallScenario violent() {
    SmallScenario small;
    small.record.violence.emplace();
    return small;
}

TEST(CeaseHostilities, EachPartyAnswersForItself) {
    const auto scenario = violent().build();
    const auto rules = rules_of(*scenario, {"open_road: {road: a, for: [aid]}",
                                            "cease_hostilities: {parties: [opp, gov], kinds: [air_strikes, arrests]}"});
    ASSERT_EQ(rules.cessations.size(), 1U);
    const auto& cessation = rules.cessations[0];
    EXPECT_EQ(cessation.kinds, 0b10001U);
    EXPECT_FALSE(cessation.no_gain_of_ground);
    ASSERT_EQ(cessation.parties.size(), 2U);
    ASSERT_EQ(cessation.obligations.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& obligation = rules.obligations.at(cessation.obligations[i].index());
        EXPECT_EQ(obligation.party, cessation.parties[i]);
        EXPECT_EQ(obligation.term, "cease_hostilities/opp+gov");
    }
}

TEST(CeaseHostilities, WithoutKindsEndsEveryKind) {
    const auto scenario = violent().build();
    const auto every = rules_of(*scenario, {"cease_hostilities: {parties: [gov]}"});
    const auto listed = rules_of(*scenario, {"cease_hostilities: {parties: [gov], kinds: [arrests, shelling, "
                                             "ground_attacks, banned_weapons, air_strikes]}"});
    EXPECT_EQ(every.cessations, listed.cessations);
}

TEST(CeaseHostilities, ChangesNoGateAndAsksForNoPlan) {
    const auto scenario = violent().build();
    const auto rules = rules_of(*scenario, {"cease_hostilities: {parties: [gov], no_gain_of_ground: true}"});
    EXPECT_EQ(rules.passage, scenario->baseline());
    EXPECT_FALSE(rules.asks_anew);
    EXPECT_TRUE(rules.cessations.at(0).no_gain_of_ground);
}

TEST(CeaseHostilities, SaysSoInPlainLanguage) {
    const auto scenario = violent().build();
    EXPECT_EQ(told(*scenario, "cease_hostilities: {parties: [gov]}").sentence, "Government ends all violence.");
    const auto text = told(*scenario,
                           "cease_hostilities: {parties: [gov, opp], kinds: [air_strikes, shelling], "
                           "no_gain_of_ground: true}");
    EXPECT_EQ(text.sentence,
              "Government and Opposition end air strikes and shelling; nobody gains ground, and the front stays where "
              "it is while all keep this.");
    EXPECT_THAT(text.obliges, ElementsAre("Government", "Opposition"));
}

TEST(CeaseHostilities, RefusesToObligeOthersThanItsParties) {
    const auto record = violent().record;
    EXPECT_THAT(faults_of_term("{cease_hostilities: {parties: [gov]}, obliges: [opp]}", record),
                ElementsAre("t:1:49: cease_hostilities obliges its 'parties', nobody else; leave 'obliges' out"));
    EXPECT_THAT(faults_of_term("cease_hostilities: {parties: []}", record),
                ElementsAre("t:1:1: cease_hostilities binds no 'parties'; expected one party or more"));
    EXPECT_THAT(faults_of_term("cease_hostilities: {parties: [gov], kinds: [air_strike]}", record),
                ElementsAre("t:1:45: 'air_strike' is not air_strikes, shelling, ground_attacks, banned_weapons or "
                            "arrests; did you mean 'air_strikes'?"));
    EXPECT_THAT(faults_of_term("cease_hostilities: {parties: [gov], kinds: [air_strikes]}", record), IsEmpty());
}

TEST(CeaseHostilities, IsRefusedWhereItWouldChangeNothing) {
    const auto record = SmallScenario().record;
    EXPECT_THAT(faults_of_term("cease_hostilities: {parties: [gov]}", record),
                ElementsAre("t:1:1: cease_hostilities changes nothing: scenario.yaml has neither 'violence' nor "
                            "'climate', and 'no_gain_of_ground' is not set"));
    EXPECT_THAT(faults_of_term("cease_hostilities: {parties: [gov], no_gain_of_ground: true}", record), IsEmpty());
    auto climatic = record;
    climatic.climate.emplace();
    EXPECT_THAT(faults_of_term("cease_hostilities: {parties: [gov]}", climatic), IsEmpty());
}

/// Gov shells in two theatres; their indices are in the order of their names.
SmallScenario in_two_theatres() {
    SmallScenario small;
    auto& violence = small.record.violence.emplace();
    for (const auto* theatre : {"west", "east"}) {
        IncidentSourceRecord guns{"gov", ViolenceKind::shelling, Hazard(1), Probability(0), Probability(1)};
        guns.theatre = Name(theatre);
        violence.by.add(std::string(theatre) + "-guns", guns);
        violence.where.add(theatre, {test::small_place(1), 1.0, Name(theatre)});
    }
    return small;
}

TEST(CeaseHostilitiesInATheatre, SpeaksOfThatTheatreAlone) {
    const auto scenario = in_two_theatres().build();
    const auto rules = rules_of(*scenario, {"cease_hostilities: {parties: [gov], theatre: west}",
                                            "cease_hostilities: {parties: [gov, opp], kinds: [shelling]}"});
    const auto& west = rules.cessations.at(0);
    EXPECT_EQ(west.theatre, 1);
    EXPECT_TRUE(west.covers(0b10, 1));
    EXPECT_FALSE(west.covers(0b10, 0));
    const auto& everywhere = rules.cessations.at(1);
    EXPECT_FALSE(everywhere.theatre);
    EXPECT_TRUE(everywhere.covers(0b10, 0) && everywhere.covers(0b10, 1));
    EXPECT_FALSE(everywhere.covers(0b1, 1));
}

TEST(CeaseHostilitiesInATheatre, SaysWhereInPlainLanguage) {
    const auto scenario = in_two_theatres().build();
    const auto text = told(*scenario, "cease_hostilities: {parties: [gov], theatre: west, no_gain_of_ground: true}");
    EXPECT_EQ(text.name, "cease_hostilities/gov+west");
    EXPECT_EQ(text.sentence,
              "Government ends all violence in the theatre 'west'; nobody gains ground anywhere, and the whole front "
              "stays where it is while all keep this.");
    EXPECT_EQ(text.breach, "Any act of violence by Government in the theatre 'west', and any gain of ground anywhere.");
}

TEST(CeaseHostilitiesInATheatre, IsRefusedWhereThereIsNoSuchTheatre) {
    const auto record = in_two_theatres().record;
    EXPECT_THAT(faults_of_term("cease_hostilities: {parties: [gov], theatre: wets}", record),
                ElementsAre("t:1:46: no theatre 'wets' in scenario.yaml; did you mean 'west'?"));
    EXPECT_THAT(faults_of_term("cease_hostilities: {parties: [gov], theatre: west}", record), IsEmpty());
    EXPECT_THAT(faults_of_term("cease_hostilities: {parties: [gov], theatre: west}", violent().record),
                ElementsAre("t:1:46: no theatre 'west': the violence of scenario.yaml names none"));
}

}  // namespace
}  // namespace aidway
