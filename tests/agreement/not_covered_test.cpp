// SPDX-License-Identifier: Apache-2.0
#include "agreement/not_covered.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/read_agreement.hpp"
#include "support/small_scenario.hpp"

namespace aidway {
namespace {

using test::SmallScenario;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

SmallScenario besieged() {
    SmallScenario small;
    small.record.enclaves.find("one")->siege_line = {"b"};
    auto& by = small.record.violence.emplace().by;
    by.add("guns", {"gov", ViolenceKind::shelling, Hazard(1), Probability(0), Probability(1)});
    by.add("jets", {"gov", ViolenceKind::air_strikes, Hazard(1), Probability(0), Probability(1)});
    by.add("raids", {"opp", ViolenceKind::ground_attacks, Hazard(1), Probability(0), Probability(1)});
    return small;
}

std::vector<std::string> gaps(const std::vector<std::string>& texts) {
    static const auto scenario = besieged().build();
    return not_covered(*scenario, test::agreement_from(5, "x", test::agreement_of(texts).terms));
}

TEST(NotCovered, SaysNothingOfAnAgreementThatSaysNothing) {
    EXPECT_THAT(gaps({}), IsEmpty());
    EXPECT_THAT(gaps({"{on: false, open_road: {road: a, for: [aid]}}"}), IsEmpty());
}

TEST(NotCovered, NamesTheViolenceThatGoesOn) {
    EXPECT_THAT(gaps({"open_road: {road: a, for: [aid]}"}), Contains("No term ends violence."));
    EXPECT_THAT(gaps({"cease_hostilities: {parties: [gov], kinds: [shelling]}"}),
                Contains("No term ends air strikes by Government or ground attacks by Opposition."));
    EXPECT_THAT(gaps({"cease_hostilities: {parties: [gov, opp]}"}), Not(Contains(HasSubstr("No term ends"))));
}

TEST(NotCovered, NamesRoadsSiegesAndTrafficThatNoTermSpeaksOf) {
    const auto one_road = gaps({"open_road: {road: a, for: [aid]}"});
    EXPECT_THAT(one_road, Contains("No term speaks of Road b."));
    EXPECT_THAT(one_road, Contains("No term lifts the siege of One."));
    EXPECT_THAT(one_road, Contains("No term opens a gate to traders' goods or civilians."));
    const auto lifted = gaps({"lift_siege: {communities: [one]}", "free_movement: {gates: [a]}"});
    EXPECT_THAT(lifted, Not(Contains(HasSubstr("speaks of Road"))));
    EXPECT_THAT(lifted, Not(Contains(HasSubstr("siege"))));
    EXPECT_THAT(lifted, Not(Contains(HasSubstr("opens a gate"))));
}

TEST(NotCovered, NamesLeaveAndCargo) {
    const auto road = gaps({"open_road: {road: a, for: [aid]}"});
    EXPECT_THAT(road,
                Contains("No term changes how aid is permitted off opened roads: it needs the consent of Government."));
    EXPECT_THAT(road, Contains("No term keeps goods from being removed from convoys."));
    const auto more = gaps({"permission: {procedure: standing}", "checkpoint: {gates: [a], seals_honoured: true}"});
    EXPECT_THAT(more, Not(Contains(HasSubstr("permitted"))));
    EXPECT_THAT(more, Not(Contains(HasSubstr("removed"))));
    EXPECT_THAT(gaps({"protect_cargo: {goods: [food]}"}), Not(Contains(HasSubstr("removed"))));
}

TEST(NotCovered, NamesWhatNoTermOfItsKindSays) {
    const auto road = gaps({"open_road: {road: a, for: [aid]}"});
    for (const auto* line :
         {"No term has aid shared out by need.", "No term speaks of aid by air.",
          "No term says who watches whether the agreement is kept.", "No term says what follows a breach."}) {
        EXPECT_THAT(road, Contains(line));
    }
}

TEST(NotCovered, NamesTheTheatreWhereViolenceGoesOn) {
    auto small = besieged();
    for (const auto* name : {"guns", "jets"}) small.record.violence->by.find(name)->theatre = Name("east");
    small.record.violence->by.find("raids")->theatre = Name("west");
    const auto scenario = small.build();
    const auto goes_on = [&](const std::string& term) {
        return not_covered(*scenario, test::agreement_from(5, "x", test::agreement_of({term}).terms));
    };
    EXPECT_THAT(goes_on("cease_hostilities: {parties: [gov, opp], theatre: east}"),
                Contains("No term ends ground attacks by Opposition in the theatre 'west'."));
    EXPECT_THAT(
        goes_on("cease_hostilities: {parties: [gov, opp], theatre: west}"),
        Contains("No term ends shelling by Government in the theatre 'east' or air strikes by Government in the "
                 "theatre 'east'."));
    EXPECT_THAT(goes_on("cease_hostilities: {parties: [gov]}"), Contains("No term ends ground attacks by Opposition."));
}

}  // namespace
}  // namespace aidway
