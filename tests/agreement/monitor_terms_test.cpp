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
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

SmallScenario watched() {
    SmallScenario small;
    small.record.violence.emplace();
    small.record.food.diverted_monitored = Probability(0.01);
    MonitorRecord observers;
    observers.name = "The observers";
    observers.coverage = Probability(0.4);
    observers.admitted_by = {"gov"};
    small.record.monitors.add("observers", observers);
    return small;
}

const std::string own = "monitor: {by: independent, coverage: 0.6, attribution: 0.9, delay: 1 d}";

TEST(MonitorTerm, StatesAMonitorOfItsOwn) {
    const auto scenario = watched().build();
    const auto rules = rules_of(*scenario, {own});
    ASSERT_EQ(rules.monitors.size(), 1U);
    const auto& rule = rules.monitors[0];
    EXPECT_EQ(rule.term, "monitor/independent");
    EXPECT_FALSE(rule.standing);
    EXPECT_TRUE(rule.everywhere);
    EXPECT_EQ(rule.sight.coverage, 0.6);
    EXPECT_EQ(rule.sight.blame, (std::vector<double>{0.9, 0, 0, 0.9}));
    EXPECT_EQ(mean(rule.sight.delay), 86'400);
    EXPECT_THAT(rules.obligations, IsEmpty()) << "it needs nobody's leave unless that is said";
    EXPECT_EQ(rules.passage, scenario->baseline());
}

TEST(MonitorTerm, BlamesOthersEvenlyAndByBias) {
    const auto scenario = watched().build();
    const auto even = rules_of(*scenario, {"monitor: {by: opp, coverage: 1, attribution: 0.5, misattributed: 0.3}"});
    EXPECT_EQ(even.monitors[0].sight.blame, (std::vector<double>{0.5, 0.3, 0.3, 0.5}));
    const auto biased =
        rules_of(*scenario, {"monitor: {by: opp, coverage: 1, attribution: 0.5, bias: {opp: {gov: 0.9}}}"});
    EXPECT_EQ(biased.monitors[0].sight.blame, (std::vector<double>{0.5, 0, 0.9, 0}));
}

TEST(MonitorTerm, OfTheScenarioObligesThoseWhoseAccessItNeeds) {
    const auto scenario = watched().build();
    const auto rules = rules_of(*scenario, {"monitor: {by: observers}"});
    ASSERT_EQ(rules.monitors.size(), 1U);
    EXPECT_EQ(rules.monitors[0].standing, 0U);
    ASSERT_EQ(rules.obligations.size(), 1U);
    EXPECT_EQ(rules.obligations[0].party, (PartyId{0}));
    EXPECT_FALSE(rules.obligations[0].passage);
    EXPECT_EQ(rules.monitors[0].admitted_by, (std::vector<ObligationId>{{0}}));
}

TEST(MonitorTerm, RefusesWhatContradictsItselfAndReadsItsLegalTwin) {
    const auto record = watched().record;
    EXPECT_THAT(
        faults_of_term("monitor: {by: independent, coverage: 1, attribution: 1, bias: {gov: {opp: 1}}}", record),
        ElementsAre("t:1:64: what an independent monitor says does not depend on the party: leave 'bias' out, or "
                    "say who runs it in 'by'"));
    EXPECT_THAT(faults_of_term("monitor: {by: opp, coverage: 1, attribution: 1, bias: {gov: {opp: 1}}}", record),
                IsEmpty());
    EXPECT_THAT(faults_of_term("monitor: {by: opp, coverage: 1, attribution: 0.8, misattributed: 0.3}", record),
                ElementsAre("t:1:1: 'attribution' and 'misattributed' add up to more than 1"));
    EXPECT_THAT(faults_of_term("monitor: {by: opp, coverage: 1, attribution: 0.8, misattributed: 0.2}", record),
                IsEmpty());
    EXPECT_THAT(
        faults_of_term("monitor: {by: opp, coverage: 1}", record),
        ElementsAre("t:1:1: a monitor that scenario.yaml does not describe needs 'coverage' and 'attribution'"));
    EXPECT_THAT(
        faults_of_term("monitor: {by: observers, coverage: 1}", record),
        ElementsAre("t:1:1: monitor 'observers' is described in scenario.yaml; expected nothing here beside 'by' "
                    "and where: {distribution: true}"));
    EXPECT_THAT(faults_of_term("monitor: {by: observers, where: {distribution: true}}", record), IsEmpty());
    EXPECT_THAT(faults_of_term("monitor: {by: observer, coverage: 1, attribution: 1}", record),
                ElementsAre("t:1:15: no monitor 'observer'; did you mean 'observers'?"));
    EXPECT_THAT(faults_of_term("monitor: {by: opp, coverage: 1, attribution: 1, where: {}}", record),
                ElementsAre("t:1:1: 'where' names nothing; expected roads, communities or distribution"));
    EXPECT_THAT(
        faults_of_term("monitor: {by: opp, coverage: 1, attribution: 1, bias: {gov: {opp: 0.7, gov: 0.4}}}", record),
        ElementsAre(
            "t:1:56: the chances to be blamed for what 'gov' does add up to more than 1; the rest is nobody's"));
}

TEST(MonitorTerm, WithNothingToSeeIsRefused) {
    const SmallScenario small;
    EXPECT_THAT(faults_of_term(own, small.record),
                ElementsAre("t:1:1: there is nothing to see for a monitor: scenario.yaml has no 'violence'"));
    EXPECT_THAT(
        faults_of_term("monitor: {by: independent, where: {distribution: true}}", small.record),
        ElementsAre("t:1:1: watching distribution changes nothing: scenario.yaml has no 'food/diverted_monitored'"));
    EXPECT_THAT(faults_of_term(own, watched().record), IsEmpty());
}

TEST(MonitorTerm, SaysSoInPlainLanguage) {
    const auto scenario = watched().build();
    const std::string rest =
        " They watch nothing else: passage that is broken is counted in broken days, unwatched and unpunished. Of a "
        "party that must admit them and does not, they see nothing.";
    EXPECT_EQ(
        told(*scenario, own).sentence,
        "Independent monitors see 60 % of the acts of violence anywhere that break the agreement, name who did it in "
        "90 % of those, and nobody in the rest, and report 1 day later." +
            rest);
    EXPECT_EQ(told(*scenario, "monitor: {by: observers}").sentence,
              "What The observers reports counts for this agreement." + rest);
    EXPECT_EQ(told(*scenario, "monitor: {by: independent, where: {distribution: true}}").sentence,
              "Independent monitors come. They watch how food is handed out, so that less of it is diverted.");
}

TEST(MonitorTerm, TellsWhatItInventsAndHowLateItReports) {
    const auto scenario = watched().build();
    const auto sentence = [&](const std::string& more) {
        return told(*scenario, "monitor: {by: independent, coverage: 0.6, attribution: 1, " + more + "}").sentence;
    };
    EXPECT_THAT(
        sentence("false_reports: 0.02 /d"),
        HasSubstr(" Of each party that a term binds they report besides, on average once in 50 days, what never "
                  "happened."));
    EXPECT_THAT(sentence("false_reports: 2.5 /d"), HasSubstr("on average 2.5 times a day, what never happened."));
    EXPECT_THAT(sentence("false_reports: 0 /d"), Not(HasSubstr("never happened")));
    EXPECT_THAT(sentence("delay: 100000 s"), HasSubstr("and report 100,000 seconds later.")) << "as it is written";
    EXPECT_THAT(sentence("delay: {uniform: [1 d, 190000 s]}"),
                HasSubstr("and report on average about 38 hours later."));
}

const std::string grounding =
    "consequence: {after: 20 reports in 7 d, effect: ground_aircraft, lasting: 14 d, published: true}";

TEST(ConsequenceTerm, SaysWhenAndWhatAndAgainstWhom) {
    const auto scenario = watched().build();
    const auto rules = rules_of(*scenario, {own, grounding});
    ASSERT_EQ(rules.consequences.size(), 1U);
    const auto& rule = rules.consequences[0];
    EXPECT_EQ(rule.after, (ReportTrigger{20, one_day * 7}));
    EXPECT_EQ(rule.share, 0.5);
    EXPECT_FALSE(rule.against);
    EXPECT_FALSE(rule.by);
    EXPECT_EQ(rule.published, true);
    EXPECT_EQ(told(*scenario, grounding).sentence,
              "Once 20 reports of violence within 7 days blame one party, and at least 50 % of all that blame "
              "somebody, the aircraft of "
              "that party are grounded for 14 days. This is made public beforehand.");
    EXPECT_EQ(told(*scenario,
                   "consequence: {after: 1 report in 1 d, by: observers, share: 0, against: opp, effect: "
                   "sanctions, lasting: 1 d, lag: 2 d, certainty: 0.4}")
                  .sentence,
              "Once 1 report of violence within 1 day blames Opposition, all by observers, sanctions are laid on "
              "Opposition for 1 "
              "day, from "
              "2 days later, with a chance of 40 %.");
}

TEST(ConsequenceTerm, NamesAMonitorTermOrOneOfTheScenario) {
    const auto scenario = watched().build();
    const auto rules = rules_of(
        *scenario,
        {own, "consequence: {after: 2 reports in 1 d, by: monitor/independent, effect: sanctions, lasting: 1 d}"});
    EXPECT_EQ(rules.consequences[0].by, rules.monitors[0].key);
    const auto standing =
        rules_of(*scenario, {"monitor: {by: observers}",
                             "consequence: {after: 2 reports in 1 d, by: observers, effect: sanctions, lasting: 1 d}"});
    EXPECT_EQ(standing.consequences[0].by, standing.monitors[0].key);
}

TEST(ConsequenceTerm, RefusesATriggerThatIsNone) {
    const auto record = watched().record;
    const auto trigger = [&](const std::string& text) {
        return faults_of_term("consequence: {by: observers, effect: sanctions, lasting: 1 d, after: " + text + "}",
                              record);
    };
    const auto wrong = [](const std::string& text, const std::string& why) {
        return ElementsAre("t:1:70: '" + text +
                           "' is not a number of reports within a time, e.g. '20 reports in 7 d': " + why);
    };
    EXPECT_THAT(trigger("20 reports in 7 d"), IsEmpty());
    EXPECT_THAT(trigger("1 report in 24 h"), IsEmpty());
    EXPECT_THAT(trigger("20 reports"), wrong("20 reports", "expected 'in' between the reports and their time"));
    EXPECT_THAT(trigger("20 in 7 d"), wrong("20 in 7 d", "expected 'reports' after their number"));
    EXPECT_THAT(trigger("0 reports in 7 d"),
                wrong("0 reports in 7 d", "expected a whole number of reports from 1 to 1e+06"));
    EXPECT_THAT(trigger("2.5 reports in 7 d"),
                wrong("2.5 reports in 7 d", "expected a whole number of reports from 1 to 1e+06"));
    EXPECT_THAT(trigger("20 reports in 12 h"),
                wrong("20 reports in 12 h", "expected a time of 1 d or more, in whole seconds"));
    EXPECT_EQ(trigger("20 reports in 7").size(), 1U);
    EXPECT_EQ(trigger("many reports in 7 d").size(), 1U);
}

TEST(ConsequenceTerm, RefusesAMonitorThatTheAgreementHasNot) {
    const auto record = watched().record;
    EXPECT_THAT(
        faults_of_term("consequence: {after: 2 reports in 1 d, by: observer, effect: sanctions, lasting: 1 d}", record),
        ElementsAre("t:1:44: no monitor 'observer'; did you mean 'observers'?"));
    EXPECT_THAT(
        faults_of_term("consequence: {after: 2 reports in 1 d, effect: sanctions, lasting: 1 d}", record),
        ElementsAre("t:1:1: 'consequence/sanctions' counts the reports of no monitor: add a 'monitor' term, or name a "
                    "monitor of scenario.yaml in 'by'"));
    EXPECT_THAT(
        faults_of_term(
            "consequence: {after: 2 reports in 1 d, by: observers, against: op, effect: sanctions, lasting: 1 d}",
            record),
        ElementsAre("t:1:64: no party 'op' in scenario.yaml; did you mean 'opp'?"));
    EXPECT_THAT(
        faults_of_term(
            "consequence: {after: 2 reports in 1 d, by: observers, effect: sanctions, lasting: 1 d}\nobliges: [gov]",
            record),
        ElementsAre(
            "t:2:11: a consequence obliges nobody: 'certainty' says how surely it is applied; leave 'obliges' out"));
}

TEST(PublishTerms, MakeConsequencesPublicUnlessTheySayOtherwise) {
    const auto scenario = watched().build();
    const auto rules = rules_of(*scenario, {"publish_terms: {where: in Arabic and English}"});
    EXPECT_EQ(rules.publications.size(), 1U);
    EXPECT_THAT(rules.obligations, IsEmpty());
    EXPECT_EQ(told(*scenario, "publish_terms: {where: in Arabic and English}").sentence,
              "The terms of this agreement are public (in Arabic and English).");
}

TEST(ObligationTerm, IsTrackedAndChangesNothingElse) {
    const auto scenario = watched().build();
    const std::string term = "obligation: {text: release all detainees, by: [gov, opp]}";
    auto rules = rules_of(*scenario, {term});
    ASSERT_EQ(rules.obligations.size(), 2U);
    EXPECT_EQ(rules.obligations[0].term, "obligation/gov+opp");
    EXPECT_FALSE(rules.obligations[0].passage);
    rules.obligations.clear();
    EXPECT_EQ(rules, rules_of(*scenario, {}));
    EXPECT_EQ(
        told(*scenario, term).sentence,
        "Government and Opposition must release all detainees. Whether they do is tracked; it changes nothing that is "
        "simulated.");
    EXPECT_THAT(faults_of_term("obligation: {text: go, by: []}", scenario->record()),
                ElementsAre("t:1:1: obligation binds nobody; expected one party or more in 'by'"));
    EXPECT_THAT(faults_of_term("obligation: {text: go, by: [gov]}\nobliges: [opp]", scenario->record()),
                ElementsAre("t:2:11: obligation obliges those in 'by', nobody else; leave 'obliges' out"));
}

}  // namespace
}  // namespace aidway
