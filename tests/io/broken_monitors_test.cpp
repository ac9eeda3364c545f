// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/broken_case.hpp"

namespace aidway {
namespace {

using test::BrokenCase;
using test::Edit;
using test::faults_of_tiny;
using test::replace;
using test::rewrite;

constexpr const char* scenario = "scenario.yaml";
constexpr const char* more = "agreements/more.yaml";

/// Tables beside `violence`; what is said of them begins in line 255.
Edit with(const std::string& text) { return replace(scenario, "outside:\n  fairs:", text + "outside:\n  fairs:"); }

const std::string graded = "    source: FABLE\n    confidence: assumed\n";

/// A monitor; `text` stands in line 260.
Edit monitor(const std::string& text) {
    return with("monitors:\n  wardens:\n    name: The wardens\n    coverage: 0.5\n    delay: {uniform: [1 d, 3 d]}\n" +
                text + graded);
}

const std::string rows = "    attribution: {crown: {crown: 0.8, league: 0.1}}\n";

/// One more agreement, built on two-roads; its terms begin in line 5.
Edit terms(const std::string& text) {
    return rewrite(more, "agreement: more\ntitle: More\nextends: two-roads\nterms:\n" + text);
}

// clang-format off
const std::vector<BrokenCase> golden{
    {"RowThatAddsUpToMoreThanOne", {monitor("    attribution: {crown: {crown: 0.8, league: 0.3}}\n")},
     {"scenario.yaml:260:19: the chances to be blamed for what 'crown' does add up to 1.1; expected at most 1: the rest is nobody's"}},
    {"RowOfAnUnknownParty", {monitor("    attribution: {crow: {crown: 0.8}}\n")},
     {"scenario.yaml:260:19: no party 'crow'; did you mean 'crown'?"}},
    {"BlameOfAnUnknownParty", {monitor("    attribution: {crown: {legue: 0.8}}\n")},
     {"scenario.yaml:260:27: no party 'legue'; did you mean 'league'?"}},
    {"RowsThatAreMissing", {monitor("")},
     {"scenario.yaml:257:5: missing key 'attribution': by the party that acted, the chance that each party is blamed; for the rest nobody is"}},
    {"FactorOfAnUnknownPlace", {monitor("    by_place: {key: 0.5}\n" + rows)},
     {"scenario.yaml:260:16: no place of incidents 'key'"}},
    {"FactorOfAnUnknownKind", {monitor("    by_kind: {shellings: 0.5}\n" + rows)},
     {"scenario.yaml:260:15: unknown key 'shellings'; did you mean 'shelling'?"}},
    {"AdmittedByAnUnknownParty", {monitor("    admitted_by: [crowns]\n" + rows)},
     {"scenario.yaml:260:19: no party 'crowns'; did you mean 'crown'?"}},
    {"FalseReportsWithoutEnd", {monitor("    false_reports: 200 /d\n" + rows)},
     {"scenario.yaml:260:20: '200 /d' is out of range: must be from 0 /d to 100 /d"}},
    {"MonitorCalledAsAParty", {with("monitors:\n  league: {name: L, coverage: 1, attribution: {}, source: FABLE, confidence: assumed}\n")},
     {"scenario.yaml:256:3: a monitor cannot be called 'league': terms mean the party by it"}},
    {"DeterrenceWithoutAResponse", {with("deterrence: {severity: 0.8, undeterred: 0.5, source: FABLE, confidence: assumed}\n")},
     {"scenario.yaml:255:13: missing key 'response': how strongly parties answer, per unit of deterrence; 0: not at all"}},
    {"ConsequenceByAMonitorThatIsNotThere", {monitor(rows), terms("  - consequence: {after: 3 reports in 7 d, by: warden, effect: sanctions, lasting: 1 d}\n")},
     {"agreements/more.yaml:5:48: no monitor 'warden'; did you mean 'wardens'?"}},
    {"ConsequenceWithoutAnyMonitor", {terms("  - consequence: {after: 3 reports in 7 d, effect: sanctions, lasting: 1 d}\n")},
     {"agreements/more.yaml:5:5: 'consequence/sanctions' counts the reports of no monitor: add a 'monitor' term, or name a monitor of scenario.yaml in 'by'"}},
    {"ConsequenceOfAnUnknownEffect", {monitor(rows), terms("  - consequence: {after: 3 reports in 7 d, by: wardens, effect: ground_aircrafts, lasting: 1 d}\n")},
     {"agreements/more.yaml:5:65: 'ground_aircrafts' is not ground_aircraft or sanctions; did you mean 'ground_aircraft'?"}},
    {"TriggerWithoutATime", {monitor(rows), terms("  - consequence: {after: 3 reports, by: wardens, effect: sanctions, lasting: 1 d}\n")},
     {"agreements/more.yaml:5:26: '3 reports' is not a number of reports within a time, e.g. '20 reports in 7 d': expected 'in' between the reports and their time"}},
    {"MonitorThatIsNobody", {terms("  - monitor: {by: wardens, coverage: 1, attribution: 1}\n")},
     {"agreements/more.yaml:5:19: no monitor 'wardens'"}},
    {"ObligationOfAnUnknownParty", {terms("  - obligation: {text: free the ferrymen, by: [crwn]}\n")},
     {"agreements/more.yaml:5:48: no party 'crwn' in scenario.yaml; did you mean 'crown'?"}},
    {"DistributionThatNothingDependsOn", {terms("  - monitor: {by: independent, where: {distribution: true}}\n")},
     {"agreements/more.yaml:5:5: watching distribution changes nothing: scenario.yaml has no 'food/diverted_monitored'"}},
};
// clang-format on

class BrokenMonitor : public testing::TestWithParam<BrokenCase> {};

TEST_P(BrokenMonitor, IsNamedWithItsPlaceAndNothingElse) {
    EXPECT_EQ(faults_of_tiny(GetParam().edits), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Golden, BrokenMonitor, testing::ValuesIn(golden), test::name_of);

TEST(BrokenMonitors, TheNearestLegalOnesAreReadWithoutAWord) {
    const std::vector<std::vector<Edit>> legal{
        {monitor(
             "    by_place: {quay: 0.5}\n    by_kind: {shelling: 0.5}\n    by_party: {crown: 0.5}\n    admitted_by: "
             "[crown]\n    false_reports: 100 /d\n" +
             rows),
         terms("  - monitor: {by: wardens}\n  - consequence: {after: 3 reports in 7 d, by: wardens, effect: sanctions, "
               "lasting: 1 d}\n")},
        {monitor("    attribution: {crown: {crown: 0.8, league: 0.2}, league: {}}\n")},
        {monitor("    attribution: {crown: {crown: {uniform: [0.6, 0.9]}}}\n")},
        {with("deterrence:\n  severity: 0.8\n  undeterred: {uniform: [0.2, 0.8]}\n  response: {uniform: [0, 6]}\n"
              "  responds: {discrete: [0, 1, 1, 1]}\n  backfire: {uniform: [0.8, 1.5]}\n  source: FABLE\n"
              "  confidence: assumed\n"),
         terms("  - monitor: {by: league, coverage: 0.6, attribution: 0.5, bias: {league: {crown: 0.5}}}\n"
               "  - publish_terms: {}\n  - obligation: {text: free the ferrymen, by: [crown]}\n"
               "  - consequence: {after: 1 report in 1 d, by: monitor/league, against: crown, effect: ground_aircraft, "
               "lasting: 1 d, certainty: 0.5, lag: 1 d, published: false}\n")},
        {replace(scenario, "  diverted: 0.05\n", "  diverted: 0.05\n  diverted_monitored: 0.01\n"),
         terms("  - monitor: {by: independent, where: {communities: [oldmere], distribution: true}, coverage: 1, "
               "attribution: 1}\n    obliges: [crown]\n")},
    };
    for (std::size_t i = 0; i < legal.size(); ++i) {
        EXPECT_THAT(faults_of_tiny(legal[i]), testing::IsEmpty()) << i;
    }
}

}  // namespace
}  // namespace aidway
