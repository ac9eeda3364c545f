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

/// Aircraft put before `movement`, of the tiny scenario; what is said of the operation begins in line 167.
Edit flying(const std::string& operation) {
    return replace(scenario, "movement:\n",
                   "airfields: {strip: {name: The strip, at: [5.0, 0.3], source: FABLE, confidence: seen}}\n"
                   "air_operations:\n  geese:\n" +
                       operation + "    source: FABLE\n    confidence: assumed\nmovement:\n");
}

/// An agreement with one term.
Edit saying(const std::string& term) {
    return rewrite("agreements/more.yaml",
                   "agreement: more\ntitle: More\nextends: two-roads\nterms:\n  - " + term + "\n");
}

constexpr const char* sound = "    name: Geese\n    load: 2 t\n    goods: [food]\n    usable: {beta: [4, 1]}\n";

// clang-format off
const std::vector<BrokenCase> golden{
    {"OperationOfUnknownGoods", {flying("    name: Geese\n    load: 2 t\n    goods: [foods]\n")},
     {"scenario.yaml:169:13: no class of goods 'foods'; did you mean 'food'?"}},
    {"OperationThatCarriesNothing", {flying("    name: Geese\n    load: 0 t\n")},
     {"scenario.yaml:168:11: '0 t' is out of range: must be more than 0 t"}},
    {"OperationWithTooManySorties", {flying("    name: Geese\n    load: 2 t\n    sorties_per_day: 101\n")},
     {"scenario.yaml:169:22: '101' is out of range: must be from 0 to 100"}},
    {"LossesBeyondTheWhole", {flying("    name: Geese\n    load: 2 t\n    damaged: 0.7\n    out_of_zone: 0.4\n")},
     {"scenario.yaml:170:18: the shares damaged and out_of_zone add up to 1.1; expected at most 1"}},
    {"AltitudeNobodyKnows", {flying("    name: Geese\n    load: 2 t\n    altitude: hihg\n")},
     {"scenario.yaml:169:15: 'hihg' is not low or high; did you mean 'high'?"}},
    {"DropZoneNobodyKnows", {replace(scenario, "    name: Oldmere\n", "    name: Oldmere\n    drop_zone: wide\n")},
     {"scenario.yaml:95:16: 'wide' is not none, low or high"}},
    {"TermOfAnUnknownOperation", {flying(sound), saying("air_delivery: {operation: gese, method: drop, to: [oldmere]}")},
     {"agreements/more.yaml:5:31: no air operation 'gese' in scenario.yaml; did you mean 'geese'?"}},
    {"TermWhereThereAreNoAircraft", {saying("air_delivery: {operation: geese, method: drop, to: [oldmere]}")},
     {"agreements/more.yaml:5:31: no air operation 'geese' in scenario.yaml"}},
    {"TermToAnUnknownPlace", {flying(sound), saying("air_delivery: {operation: geese, method: drop, to: [oldmer]}")},
     {"agreements/more.yaml:5:57: no community 'oldmer' in scenario.yaml; did you mean 'oldmere'?"}},
    {"TermFromAnUnknownAirfield", {flying(sound), saying("air_delivery: {operation: geese, method: drop, to: [oldmere], from: stripe}")},
     {"agreements/more.yaml:5:73: no airfield 'stripe' in scenario.yaml; did you mean 'strip'?"}},
    {"BridgeToAnUnknownDepot", {flying(sound), saying("air_delivery: {operation: geese, method: bridge, depot: northprot}")},
     {"agreements/more.yaml:5:61: no depot 'northprot' in scenario.yaml; did you mean 'northport'?"}},
    {"CrossingThatIsNotThere", {saying("open_crossing: {crossing: harbor, for: [aid]}")},
     {"agreements/more.yaml:5:31: no gate 'harbor' in scenario.yaml; did you mean 'harbour'?"}},
    {"CrossingOnAFront", {saying("open_crossing: {crossing: bridge, for: [aid]}")},
     {"agreements/more.yaml:5:31: gate 'bridge' crosses a front, not a border: open its road with open_road, or lift the siege with lift_siege"}},
    {"LinksThatAreNotThere", {saying("needs_based: {undo_links: true}")},
     {"agreements/more.yaml:5:5: 'undo_links' undoes nothing: no places are 'linked' in scenario.yaml"}},
    {"RuleNobodyKnows", {replace(scenario, "movement:\n", "allocation: {rule: by_needs, source: FABLE, confidence: assumed}\nmovement:\n")},
     {"scenario.yaml:164:20: 'by_needs' is not in_turn, by_need, proportional, equal or as_permitted; did you mean 'by_need'?"}},
    {"CrossLoadingBackwards", {replace(scenario, "eastgrange: {name: Eastgrange yard,", "eastgrange: {cross_loading: -1 d, name: Eastgrange yard,")},
     {"scenario.yaml:138:31: '-1 d' is out of range: must be at least 0 s"}},
    {"FewerThanNoCrews", {replace(scenario, "    trucks: 24\n", "    trucks: 24\n    crews: -1\n")},
     {"scenario.yaml:145:12: '-1' is out of range: must be at least 0"}},
};
// clang-format on

class BrokenAir : public testing::TestWithParam<BrokenCase> {};

TEST_P(BrokenAir, IsNamedWithItsPlaceAndNothingElse) {
    EXPECT_EQ(faults_of_tiny(GetParam().edits), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Golden, BrokenAir, testing::ValuesIn(golden), test::name_of);

TEST(BrokenAir, TheNearestLegalFoldersAreReadWithoutAWord) {
    const std::vector<std::vector<Edit>> legal{
        {flying(sound)},
        {flying("    name: Geese\n    load: 2 t\n    aircraft: 0\n    sorties_per_day: 100\n    altitude: low\n")},
        {flying("    name: Geese\n    load: 2 t\n    damaged: 0.7\n    out_of_zone: 0.3\n    flyable: 0.5\n")},
        {flying("    name: Geese\n    load: {uniform: [1 t, 3 t]}\n    flyable: {uniform: [0.5, 0.9]}\n")},
        {flying(sound), replace(scenario, "    name: Oldmere\n", "    name: Oldmere\n    drop_zone: high\n"),
         saying("air_delivery: {operation: geese, method: drop, to: [oldmere, tarnwick], from: strip}")},
        {saying("open_crossing: {crossing: harbour, for: [aid, goods], hours: 06:00-18:00, trucks_per_day: 5}")},
        {saying("needs_based: {}")},
        {replace(scenario, "movement:\n",
                 "allocation: {rule: equal, source: FABLE, confidence: assumed}\nmovement:\n")},
        {replace(scenario, "eastgrange: {name: Eastgrange yard,",
                 "eastgrange: {cross_loading: {uniform: [0 d, 3 d]}, name: Eastgrange yard,")},
        {replace(scenario, "    trucks: 24\n", "    trucks: 24\n    crews: 0\n")},
        {replace(scenario, "  wait_limit: 5 h\n", "  wait_limit: 5 h\n  reroute: true\n")},
        {replace(scenario, "  procedure: two_step\n", "  procedure: two_step\n  answer_model: common_shock\n")},
    };
    for (const auto& edits : legal) {
        EXPECT_THAT(faults_of_tiny(edits), testing::IsEmpty()) << edits.back().text;
    }
}

}  // namespace
}  // namespace aidway
