// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "io/scenario_folder.hpp"
#include "io/text_file.hpp"
#include "support/folder_copy.hpp"
#include "support/folders.hpp"
#include "support/tiny_on_osm.hpp"

namespace aidway {
namespace {

using test::faults_of_folder;
using test::FolderCopy;
using test::put_on_osm;
using test::replace;
using testing::ElementsAre;

ScenarioFolder read(const FolderCopy& copy) {
    ReadingScope scope;
    scope.common = common_data();
    return read_scenario_folder(copy.path(), scope);
}

/// Length of the roads of a gate, each direction counted.
double length_m(const Scenario& scenario, const std::string& gate) {
    double sum = 0;
    for (const ArcId arc : scenario.gates()[scenario.find_gate(gate)->index()].arcs) {
        sum += scenario.network()->length_m()[arc.index()];
    }
    return sum;
}

TEST(ScenarioOnOsm, GatesWithAPlaceLieOnTheSameRoadsAsThoseOfALayer) {
    const FolderCopy copy(test_data() / "tiny");
    put_on_osm(copy);
    const auto osm = read(copy);
    const auto layer = read_scenario_folder(test_data() / "tiny");
    ASSERT_EQ(osm.scenario->gates().size(), 3U);
    for (const auto* gate : {"bridge", "harbour", "pass"}) {
        EXPECT_NEAR(length_m(*osm.scenario, gate), length_m(*layer.scenario, gate), 0.02) << gate;
    }
    EXPECT_EQ(osm.derived_gates.size(), layer.derived_gates.size());
}

TEST(ScenarioOnOsm, RoadsThatTheScenarioDoesNotNameKeepTheirNames) {
    const FolderCopy copy(test_data() / "tiny");
    put_on_osm(copy);
    const auto folder = read(copy);
    const auto& names = folder.scenario->network()->words().roads;
    EXPECT_THAT(names, ElementsAre("", "hill", "river", "طريق السوق القديم"));
}

TEST(ScenarioOnOsm, WhatTagsMeanMayBeAFileOfTheFolder) {
    const FolderCopy copy(test_data() / "tiny");
    put_on_osm(copy);
    copy.apply(test::rewrite("data/roads.yaml", read_text_file(common_data() / "osm-roads.yaml")));
    copy.apply(replace("scenario.yaml", "layer: data/roads.osm\n",
                       "layer: data/roads.osm\n  osm: {meanings: data/roads.yaml, ferries: true}\n"));
    const auto folder = read_scenario_folder(copy.path());  // without a data library
    EXPECT_EQ(folder.scenario->network()->node_count(), 9U);
}

TEST(ScenarioOnOsm, AWrongFileOfMeaningsIsToldOfWithItsPlace) {
    const FolderCopy copy(test_data() / "tiny");
    put_on_osm(copy);
    auto meanings = read_text_file(common_data() / "osm-roads.yaml");
    meanings.replace(meanings.find("no_road:"), 8, "no_raod:");
    copy.apply(test::rewrite("roads.yaml", meanings));
    copy.apply(
        replace("scenario.yaml", "layer: data/roads.osm\n", "layer: data/roads.osm\n  osm: {meanings: roads.yaml}\n"));
    EXPECT_THAT(faults_of_folder(copy.path()),
                ElementsAre("roads.yaml:26:1: unknown key 'no_raod'; did you mean 'no_road'?"));
}

TEST(ScenarioOnOsm, WithoutAPlaceAGateOfAnOsmFileIsNowhere) {
    const FolderCopy copy(test_data() / "tiny");
    put_on_osm(copy);
    copy.apply(replace("scenario.yaml", "at: [5.226, 0.14], ", ""));
    EXPECT_THAT(faults_of_folder(copy.path()),
                ElementsAre("scenario.yaml:60:3: OpenStreetMap names no gates: say where gate 'pass' stands, e.g. "
                            "'at: [37.1, 36.2]'"));
}

TEST(ScenarioOnOsm, APlaceFarFromAJunctionAndTwoGatesAtOneAreTold) {
    const FolderCopy copy(test_data() / "tiny");
    put_on_osm(copy);
    copy.apply(replace("scenario.yaml", "at: [5.226, 0.14]", "at: [5.23, 0.14]"));
    copy.apply(replace("scenario.yaml", "at: [5.075, 0.1401]", "at: [5.0251, 0.18]"));
    EXPECT_THAT(faults_of_folder(copy.path()),
                ElementsAre("scenario.yaml:59:35: the nearest junction is that of gate 'harbour' already: one gate "
                            "stands there",
                            "scenario.yaml:60:31: the nearest junction of the network is 0.556 km away; expected at "
                            "most 0.2 km, or a greater 'within'"));
    copy.apply(replace("scenario.yaml", "at: [5.0251, 0.18]", "at: [5.075, 0.1401]"));
    copy.apply(replace("scenario.yaml", "at: [5.23, 0.14]", "at: [5.23, 0.14], within: 600 m"));
    EXPECT_EQ(read(copy).scenario->gates().size(), 3U);
}

TEST(ScenarioOnOsm, KeysThatSayNothingOfTheLayerAreRefused) {
    const FolderCopy copy(test_data() / "tiny");
    put_on_osm(copy);
    copy.apply(replace("scenario.yaml", "layer: data/roads.osm\n",
                       "layer: data/roads.osm\n  join_within: 5 m\n  columns: {road: NAME}\n"));
    EXPECT_THAT(faults_of_folder(copy.path()),
                ElementsAre("scenario.yaml:19:16: 'data/roads.osm' is OpenStreetMap data, whose roads meet at nodes: "
                            "nothing is joined",
                            "scenario.yaml:20:12: 'data/roads.osm' is OpenStreetMap data, which has tags and no "
                            "columns"));
}

TEST(ScenarioOnOsm, AGateOfALayerMayHaveAPlaceToo) {
    const FolderCopy copy(test_data() / "tiny");
    copy.apply(replace("data/roads.geojson", "\"gate\": \"pass\"", "\"gate\": null"));
    copy.apply(replace("scenario.yaml", "{name: Hill pass,", "{name: Hill pass, at: [5.25, 0.16],"));
    const auto folder = read(copy);
    EXPECT_EQ(folder.scenario->gates()[folder.scenario->find_gate("pass")->index()].arcs.size(), 6U)
        << "three roads meet at that junction";
    copy.apply(replace("data/roads.geojson",
                       "\"road\": \"hill\", \"gate\": null, \"road_class\": \"secondary\", "
                       "\"source_key\": \"FABLE\", \"confidence\": \"assumed\"}, \"geometry\": "
                       "{\"type\": \"LineString\", \"coordinates\": [[5.25, 0.16]",
                       "\"road\": \"hill\", \"gate\": \"pass\", \"road_class\": \"secondary\", \"source_key\": "
                       "\"FABLE\", \"confidence\": \"assumed\"}, \"geometry\": {\"type\": \"LineString\", "
                       "\"coordinates\": [[5.25, 0.16]"));
    EXPECT_THAT(faults_of_folder(copy.path()),
                ElementsAre("scenario.yaml:61:31: lines of data/roads.geojson lie in gate 'pass' already: leave out "
                            "'at'"));
}

TEST(ScenarioOnOsm, WhereAGateStandsCannotBeReplaced) {
    const FolderCopy copy(test_data() / "tiny");
    put_on_osm(copy);
    const auto folder = read(copy);
    EXPECT_THROW((void)folder.scenario->replace("gates/pass/at", "[5.2, 0.12]"), std::invalid_argument);
    EXPECT_NO_THROW((void)folder.scenario->replace("gates/pass/inspection", "5 min"));
}

}  // namespace
}  // namespace aidway
