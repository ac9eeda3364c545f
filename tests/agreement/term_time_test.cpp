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

constexpr const char* road = "open_road: {road: a, for: [aid]}, obliges: [gov, opp]";

std::string with(const std::string& keys) { return std::string("{") + road + ", " + keys + "}"; }

TEST(TermTime, BeginsAfterAndLastsAsLongAsItSays) {
    const auto scenario = SmallScenario().build();
    const auto rules = rules_of(*scenario, {with("after: 7 d, lasting: 10 d")});
    const auto from = rules.effective_from + one_day * 7;
    ASSERT_EQ(rules.obligations.size(), 2U);
    for (const auto& obligation : rules.obligations) {
        EXPECT_EQ(obligation.from, from);
        EXPECT_EQ(obligation.until, from + one_day * 10);
    }
    const auto& grant = rules.passage.grants({0}, Traffic::aid).back();
    EXPECT_EQ(grant.from, from);
    EXPECT_EQ(grant.until, from + one_day * 10);
}

TEST(TermTime, EndsWithThePeriodAtTheLatest) {
    const auto scenario = SmallScenario().build();
    const auto end = scenario->calendar().until;
    EXPECT_EQ(rules_of(*scenario, {with("lasting: 1000 d")}).obligations.at(0).until, end);
    const auto never = rules_of(*scenario, {with("after: 1000 d, lasting: 5 d, renewal: 48 h")});
    EXPECT_EQ(never.obligations.at(0).from, end);
    EXPECT_EQ(never.obligations.at(0).until, end);
    EXPECT_THAT(never.renewals, IsEmpty()) << "what never begins is never renewed";
}

TEST(TermTime, SayingTheDefaultsSaysNothing) {
    const auto scenario = SmallScenario().build();
    EXPECT_EQ(rules_of(*scenario, {with("after: 0 d")}), rules_of(*scenario, {with("cite: here")}));
    EXPECT_EQ(rules_of(*scenario, {with("lasting: 55 d")}), rules_of(*scenario, {with("cite: here")}))
        << "five days of sixty are over";
}

TEST(TermTime, ARenewalHangsOnTheObligationsOfItsTermAlone) {
    const auto scenario = SmallScenario().build();
    const auto rules = rules_of(*scenario, {"open_road: {road: b, for: [aid]}", with("after: 1 d, renewal: 48 h")});
    ASSERT_EQ(rules.renewals.size(), 1U);
    const auto& renewal = rules.renewals[0];
    EXPECT_EQ(renewal.term, "open_road/a");
    EXPECT_EQ(renewal.from, rules.effective_from + one_day);
    EXPECT_EQ(renewal.every, Duration{one_day * 2});
    ASSERT_EQ(renewal.obligations.size(), 2U);
    for (const auto obligation : renewal.obligations) {
        EXPECT_EQ(rules.obligations.at(obligation.index()).term, "open_road/a");
    }
}

TEST(TermTime, IsToldInWords) {
    const auto scenario = SmallScenario().build();
    EXPECT_EQ(told(*scenario, with("cite: here")).timing, "");
    EXPECT_EQ(told(*scenario, with("after: 7 d, lasting: 60 d, renewal: 48 h")).timing,
              "It begins 7 days after the agreement, lasts 60 days and lapses unless it is renewed every 2 days.");
    EXPECT_EQ(told(*scenario, with("renewal: 36 h")).timing, "It lapses unless it is renewed every 36 hours.");
}

TEST(TermTime, RefusesTimesThatCannotBe) {
    const auto record = SmallScenario().record;
    EXPECT_THAT(faults_of_term(with("lasting: 0 d"), record),
                ElementsAre("t:1:66: '0 d' is out of range: must be more than 0 s"));
    EXPECT_THAT(faults_of_term(with("after: -1 d"), record),
                ElementsAre("t:1:64: '-1 d' is out of range: must be at least 0 s"));
    EXPECT_THAT(faults_of_term(with("renewal: 48"), record),
                ElementsAre("t:1:66: '48' is not a duration: write a number with its unit, e.g. '7 d'"));
    EXPECT_THAT(faults_of_term(with("lasting: 1 h"), record), IsEmpty());
}

TEST(TermTime, RefusesARenewalThatObligesNobody) {
    SmallScenario small;
    small.hold_gates = false;
    const auto scenario = small.build();
    const auto faults = [&](const std::string& term) {
        std::vector<Diagnostic> found;
        check_renewals(test::agreement_of({term}), *scenario, found);
        std::vector<std::string> lines;
        for (const auto& fault : found) lines.push_back(fault.text());
        return lines;
    };
    EXPECT_THAT(faults("{open_road: {road: a, for: [aid]}, renewal: 48 h}"),
                ElementsAre("t:1:1: 'open_road/a' has a renewal and obliges nobody: no gate of it is held; name "
                            "parties in 'obliges'"));
    EXPECT_THAT(faults("{open_road: {road: a, for: [aid]}, renewal: 48 h, obliges: [gov]}"), IsEmpty());
    EXPECT_THAT(faults("open_road: {road: a, for: [aid]}"), IsEmpty());
}

}  // namespace
}  // namespace aidway
