// SPDX-License-Identifier: Apache-2.0
#include "io/control_layer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "io/scenario_folder.hpp"
#include "support/folder_copy.hpp"
#include "support/folders.hpp"

namespace aidway {
namespace {

using test::FolderCopy;
using test::replace;
using testing::ElementsAre;

constexpr const char* scenario = "scenario.yaml";
constexpr const char* control = "data/control.geojson";
const std::vector<std::string> parties{"crown", "league", "unclear"};

ControlArea said(const std::string& words) {
    ControlArea area;
    EXPECT_EQ(set_ground(area, words, parties), "") << words;
    return area;
}

TEST(ControlLayer, APartyHoldsItsGround) {
    EXPECT_EQ(said("league").ground, Ground::held);
    EXPECT_EQ(said("league").party, PartyId{1});
    EXPECT_EQ(said("unclear").ground, Ground::held) << "a party of that name goes before any word";
}

TEST(ControlLayer, WordsAndListsOfPartiesMakeContestedAndUnknownGround) {
    EXPECT_EQ(said("unknown").ground, Ground::unknown);
    EXPECT_EQ(said("contested").ground, Ground::contested);
    EXPECT_THAT(said("contested").claimants, testing::IsEmpty());
    EXPECT_EQ(said("league; crown").ground, Ground::contested);
    EXPECT_THAT(said("league; crown").claimants, ElementsAre(PartyId{0}, PartyId{1}));
    EXPECT_EQ(said("crown;crown").ground, Ground::held) << "one party alone contests nothing";
}

TEST(ControlLayer, SaysWhatIsWrongWithAWord) {
    ControlArea area;
    EXPECT_EQ(set_ground(area, "crown;leage", parties), "no party 'leage' in scenario.yaml; did you mean 'league'?");
    EXPECT_EQ(set_ground(area, "", parties),
              "no party is named: expected one, several joined by ';', 'contested' or 'unknown'");
}

/// The tiny scenario with the layer of somebody else: other columns and other words.
struct ForeignLayer : FolderCopy {
    ForeignLayer() : FolderCopy(test_data() / "tiny") {
        apply(test::rewrite(control, R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"Holder": "Royal troops", "rank": 1}, "geometry": {"type": "Polygon", "coordinates": [[[4.95, 0.15], [5.35, 0.15], [5.35, 0.25], [4.95, 0.25], [4.95, 0.15]]]}},
{"type": "Feature", "properties": {"Holder": "league", "rank": 0}, "geometry": {"type": "Polygon", "coordinates": [[[5.05, 0.08], [5.15, 0.08], [5.15, 0.16], [5.05, 0.16], [5.05, 0.08]]]}},
{"type": "Feature", "properties": {"Holder": "Both", "rank": null}, "geometry": {"type": "Polygon", "coordinates": [[[5.15, 0.08], [5.25, 0.08], [5.25, 0.15], [5.15, 0.15], [5.15, 0.08]]]}}
]})"));
        apply(replace(scenario, "  layer: data/control.geojson\n",
                      "  layer: data/control.geojson\n"
                      "  columns: {party: Holder, valid_from: \"\", valid_to: \"\", priority: rank}\n"
                      "  parties: {Royal troops: crown, Both: crown;league}\n"));
    }
};

TEST(ControlLayer, OfSomebodyElseIsReadByItsColumnsAndWords) {
    const ForeignLayer copy;
    const auto folder = read_scenario_folder(copy.path());
    const auto& read = *folder.scenario;
    const Instant at = read.calendar().from;
    EXPECT_EQ(read.control()->holder_at({5.1, 0.155}, at), read.find_party("crown")) << "the higher rank decides";
    EXPECT_EQ(read.control()->holder_at({5.1, 0.1}, at), read.find_party("league"));
    EXPECT_EQ(read.control()->holder_at({5.2, 0.1}, at), std::nullopt);
    EXPECT_EQ(read.control()->area_at({5.2, 0.1}, at)->claimants.size(), 2U);
}

TEST(ControlLayer, RefusesWordsAndNumbersThatAreNone) {
    const ForeignLayer copy;
    copy.apply(replace(scenario, "Both: crown;league}", "Both: crown;leage}"));
    copy.apply(replace(control, "\"rank\": 0", "\"rank\": 0.5"));
    EXPECT_THAT(
        test::faults_of_folder(copy.path()),
        ElementsAre("data/control.geojson: feature 1: rank '0.5' is not a whole number",
                    "data/control.geojson: feature 2: no party 'leage' in scenario.yaml; did you mean 'league'?",
                    "scenario.yaml:35:40: no party 'leage' in scenario.yaml; did you mean 'league'?"));
}

TEST(ControlLayer, TwoScenariosThatDifferInContestedGroundAloneDifferInTheirDigest) {
    const ForeignLayer copy;
    const auto before = read_scenario_folder(copy.path()).scenario->digest();
    copy.apply(replace(scenario, "Both: crown;league}", "Both: contested}"));
    const auto after = read_scenario_folder(copy.path()).scenario->digest();
    EXPECT_NE(before, after);
}

}  // namespace
}  // namespace aidway
