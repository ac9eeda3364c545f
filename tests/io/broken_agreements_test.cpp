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
constexpr const char* two_roads = "agreements/two-roads.yaml";
constexpr const char* status = "data/gate_status.csv";
constexpr const char* more = "agreements/more.yaml";

/// One more agreement, built on two-roads; what is said of it begins in line 4.
Edit extending(const std::string& text) {
    return rewrite(more, "agreement: more\ntitle: More\nextends: two-roads\n" + text);
}

/// The tiny scenario with one fault in an agreement, and every word that is said about it.
// clang-format off
const std::vector<BrokenCase> golden{
    {"AgreementWithoutADate", {replace(two_roads, "effective_from: 2016-06-15T12:00\n", "")},
     {"agreements/two-roads.yaml:1:1: missing key 'effective_from': local time from which it holds, as nothing is extended"}},
    {"AgreementExtendsNothing", {rewrite(more, "agreement: more\ntitle: More\nextends: two-road\n")},
     {"agreements/more.yaml:3:10: no agreement 'two-road' to extend; did you mean 'two-roads'?"}},
    {"AgreementExtendsItself", {rewrite(more, "agreement: more\ntitle: More\nextends: more\n")},
     {"agreements/more.yaml:3:10: agreements extend each other in a circle: more, more"}},
    {"AgreementsExtendEachOther", {replace(two_roads, "question:", "extends: more\nquestion:"), extending("")},
     {"agreements/two-roads.yaml:3:10: agreements extend each other in a circle: more, two-roads, more"}},
    {"AgreementExtendsAList", {rewrite(more, "agreement: more\ntitle: More\nextends: [two-roads]\n")},
     {"agreements/more.yaml:3:10: expected a name, got a list"}},
    {"AgreementExtendsWithAnEmptyDate", {extending("effective_from:\n")},
     {"agreements/more.yaml:4:16: no value: expected a date or a local time, e.g. '2016-09-12' or '2016-09-12T19:00'"}},
    {"WithoutATermThatIsNotThere", {extending("without: [open_road/river, the-pas]\n")},
     {"agreements/more.yaml:4:28: no term 'the-pas' to switch off; did you mean 'the-pass'?"}},
    {"TermNamedAsAnInheritedOne", {extending("terms:\n  - open_road: {road: river, for: [goods]}\n")},
     {"agreements/more.yaml:5:5: two terms are named 'open_road/river' (the first comes from 'two-roads'); give one of them another 'name'"}},
    {"FaultOfAnInheritedTermIsToldOnce", {extending("without: [the-path]\n"), replace(two_roads, "road: hill, for: [aid]", "road: hill, for: [ad]")},
     {"agreements/two-roads.yaml:11:35: 'ad' is not aid, goods or civilians; did you mean 'aid'?"}},
    {"LawInAnAgreement", {extending("terms:\n  - checkpoint: {gates: [pass], turn_back: {uniform: [0.1, 0.2]}}\n")},
     {"agreements/more.yaml:5:44: a law cannot stand here: an agreement says one thing; write one value"}},
    {"RenewalNobodyIsObligedTo", {extending("terms:\n  - checkpoint: {gates: [harbour], lanes: 2}\n    renewal: 48 h\n"), replace(status, "open,open,open,crown", "open,open,open,")},
     {"agreements/more.yaml:5:5: 'checkpoint/harbour' has a renewal and obliges nobody: no gate of it is held; name parties in 'obliges'"}},
    {"TermThatBeginsBeforeItsAgreement", {extending("terms:\n  - open_road: {road: hill, for: [goods]}\n    after: -1 d\n")},
     {"agreements/more.yaml:6:12: '-1 d' is out of range: must be at least 0 s"}},
    {"CheckpointAtAnUnknownGate", {extending("terms:\n  - checkpoint: {gates: [bride], lanes: 2}\n")},
     {"agreements/more.yaml:5:26: no gate 'bride' in scenario.yaml; did you mean 'bridge'?"}},
    {"CheckpointThatSaysNothing", {extending("terms:\n  - checkpoint: {gates: [bridge], seals_honoured: false}\n")},
     {"agreements/more.yaml:5:5: checkpoint changes nothing; expected inspection, lanes, turn_back or seals_honoured"}},
    {"CargoOfAnUnknownClass", {extending("terms:\n  - protect_cargo: {goods: [medicines]}\n")},
     {"agreements/more.yaml:5:29: no class of goods 'medicines' in scenario.yaml; did you mean 'medicine'?"}},
    {"CessationByAnUnknownParty", {extending("terms:\n  - cease_hostilities: {parties: [crown, legue]}\n")},
     {"agreements/more.yaml:5:42: no party 'legue' in scenario.yaml; did you mean 'league'?"}},
    {"SiegeWithoutALine", {extending("terms:\n  - lift_siege: {communities: [tarnwick]}\n"), replace(scenario, "    siege_line: [pass]\n", "")},
     {"agreements/more.yaml:5:32: enclave 'upper-wend' of community 'tarnwick' has no 'siege_line' in scenario.yaml: there is no gate to open"}},
    {"FreeMovementOfAid", {extending("terms:\n  - free_movement: {roads: [hill], for: [aid]}\n")},
     {"agreements/more.yaml:5:5: free_movement is not for aid: open a road for it with open_road"}},
    {"SilenceEscalatesToNobody", {replace(two_roads, "silence_means: consent", "silence_means: escalate"), replace(scenario, "  escalates_to: league\n", "")},
     {"agreements/two-roads.yaml:15:5: silence escalates to nobody: give 'escalates_to', here or in scenario.yaml"}},
};
// clang-format on

class BrokenAgreement : public testing::TestWithParam<BrokenCase> {};

TEST_P(BrokenAgreement, IsNamedWithItsPlaceAndNothingElse) {
    EXPECT_EQ(faults_of_tiny(GetParam().edits), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Golden, BrokenAgreement, testing::ValuesIn(golden), test::name_of);

TEST(BrokenAgreements, TheNearestLegalOnesAreReadWithoutAWord) {
    const std::vector<std::string> legal{
        "",
        "effective_from: 2016-06-20\nwithout: [open_road/river, the-pass, permission/notification_only]\n",
        "without: [open_road/hill]\nterms:\n  - open_road: {road: hill, for: [goods]}\n",
        "terms:\n  - open_road: {road: river, for: [goods]}\n    name: trade\n    after: 0 d\n    lasting: 1 d\n",
        "terms:\n  - checkpoint: {gates: [bridge], seals_honoured: true}\n    renewal: 48 h\n",
        "terms:\n  - protect_cargo: {goods: [medicine, food], gates: [bridge, pass]}\n",
        "terms:\n  - cease_hostilities: {parties: [crown], kinds: [shelling], no_gain_of_ground: true}\n",
        "terms:\n  - lift_siege: {communities: [oldmere, tarnwick]}\n",
        "terms:\n  - free_movement: {gates: [pass], hours: 06:00-18:00, goods_per_day: 300 t/d}\n",
        "terms:\n  - permission: {procedure: two_step, silence_means: escalate, escalates_to: league}\n",
        "terms:\n  - open_road: {road: hill, for: [aid], trucks_per_day: 40}\n",
    };
    for (const auto& text : legal) {
        EXPECT_THAT(faults_of_tiny({extending(text)}), testing::IsEmpty()) << text;
    }
}

}  // namespace
}  // namespace aidway
