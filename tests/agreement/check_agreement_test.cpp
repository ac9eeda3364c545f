// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "agreement/describe.hpp"
#include "support/small_scenario.hpp"

namespace aidway {
namespace {

using test::open_road;

std::vector<std::string> faults_of(const std::vector<Term>& terms, const std::vector<Mark>& places = {}) {
    std::vector<Diagnostic> faults;
    auto agreement = test::agreement_from(0, "x", terms).agreement;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        agreement.terms[i].place = {"x", "x.yaml", i < places.size() ? places[i] : Mark{}};
    }
    check_agreement(agreement, test::SmallScenario().record, faults);
    std::vector<std::string> texts;
    for (const auto& fault : faults) texts.push_back(fault.text());
    return texts;
}

Term road_at(const std::string& road, Mark mark) {
    auto term = open_road(road);
    std::get<OpenRoad>(term.body).road = Name(road, mark);
    return term;
}

TEST(CheckAgreement, AcceptsWhatTheScenarioKnows) {
    EXPECT_TRUE(faults_of({open_road("a"), open_road("b"), test::permission_by(Procedure::standing)}).empty());
}

TEST(CheckAgreement, NamesAnUnknownRoadAndTheNearestOne) {
    const auto faults = faults_of({road_at("aa", {4, 7})});
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0], "x.yaml:4:7: no road 'aa' in scenario.yaml; did you mean 'a'?");
}

TEST(CheckAgreement, NamesAnUnknownPartyInObligesAndInDeciders) {
    auto road = open_road("a");
    road.obliges = {Name("gow", {5, 3})};
    auto permission = test::permission_by(Procedure::two_step);
    std::get<PermissionTerm>(permission.body).deciders = {Name("nobody-at-all", {9, 1})};
    const auto faults = faults_of({road, permission});
    ASSERT_EQ(faults.size(), 2U);
    EXPECT_EQ(faults[0], "x.yaml:5:3: no party 'gow' in scenario.yaml; did you mean 'gov'?");
    EXPECT_EQ(faults[1], "x.yaml:9:1: no party 'nobody-at-all' in scenario.yaml");
}

TEST(CheckAgreement, RefusesARoadOpenForNobody) {
    auto term = road_at("a", {3, 2});
    std::get<OpenRoad>(term.body).passing.clear();
    const auto faults = faults_of({term});
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_NE(faults[0].find("for' nobody"), std::string::npos);
}

TEST(CheckAgreement, RefusesTwoTermsOfOneName) {
    const auto faults = faults_of({open_road("a"), open_road("a")}, {{3, 2}, {8, 2}});
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_NE(faults[0].find("two terms are named 'open_road/a'"), std::string::npos);
    EXPECT_EQ(faults[0].rfind("x.yaml:8:2: ", 0), 0U);
    EXPECT_NE(faults[0].find("line 3"), std::string::npos);
    auto named = open_road("a");
    named.name = "again";
    EXPECT_TRUE(faults_of({open_road("a"), named}).empty());
}

TEST(Describe, SaysWhatATermAsksOfWhom) {
    const auto scenario = test::SmallScenario().build();
    auto road = open_road("a");
    road.cite = "letter, point 4";
    auto off = open_road("b");
    off.on = false;
    const auto agreement =
        test::agreement_from(0, "x", {road, off, test::permission_by(Procedure::two_step)}).agreement;
    const auto texts = describe_terms(*scenario, agreement);
    ASSERT_EQ(texts.size(), 3U);
    EXPECT_TRUE(texts[0].on);
    EXPECT_FALSE(texts[1].on) << "told, and told to be switched off";
    EXPECT_EQ(texts[0].sentence, "Road a is open to aid convoys, every day from 06:00 to 18:00, through Gate a.");
    EXPECT_EQ(texts[0].obliges, (std::vector<std::string>{"Government", "Opposition"}));
    EXPECT_EQ(texts[0].cite, "letter, point 4");
    EXPECT_NE(texts[2].sentence.find("consent of Government"), std::string::npos);
    EXPECT_NE(texts[2].sentence.find("within 7 days; silence means refusal"), std::string::npos);
}

TEST(Describe, SaysThatAnEmptyAgreementChangesNothing) {
    const auto scenario = test::SmallScenario().build();
    EXPECT_NE(describe_agreement(*scenario, test::agreement_from(0, "x", {})).find("everything stays as it was"),
              std::string::npos);
    EXPECT_NE(describe_scenario(*scenario).find("10,000 people"), std::string::npos);
}

}  // namespace
}  // namespace aidway
