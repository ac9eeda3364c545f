// SPDX-License-Identifier: Apache-2.0
#include "io/vehicle_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "io/scenario_folder.hpp"
#include "io/text_file.hpp"
#include "support/folder_copy.hpp"
#include "support/folders.hpp"

namespace aidway {
namespace {

using test::faults_of_folder;
using test::FolderCopy;
using test::replace;
using test::rewrite;
using testing::ElementsAre;

constexpr const char* own_keys = "    speed: 40 km/h\n    detour: 1.2\n    time_factor: 1.25\n";
constexpr const char* lorry = R"(aidway: 1
title: A lorry
confidence: assumed
speed: 30 km/h
convoy_factor: 1.5
driving:
  speeds: {primary: 60 km/h, track: 10 km/h, source: TALE}
  by_surface: {gravel: 0.5}
  weight: 12 t
  traffic: heavy
sources:
  TALE: {text: A tale}
)";

Scenario read(const FolderCopy& copy) {
    ReadingScope scope;
    scope.common = common_data();
    return *read_scenario_folder(copy.path(), scope).scenario;
}

VehicleProfile profile(const Scenario& scenario) { return profile_of("lorry", scenario.record().vehicles.at("lorry")); }

const Provenance* value_at(const Scenario& scenario, const std::string& path) {
    const auto& all = scenario.provenance();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Provenance& v) { return v.path == path; });
    return found == all.end() ? nullptr : &*found;
}

TEST(VehicleFiles, AVehicleTakesWhatItsProfileSays) {
    const FolderCopy copy(test_data() / "tiny");
    copy.apply(rewrite("lorry.yaml", lorry));
    copy.apply(replace("scenario.yaml", own_keys, "    profile: lorry.yaml\n"));
    const auto scenario = read(copy);
    const auto found = profile(scenario);
    EXPECT_EQ(found.default_speed, Speed::kilometres_per_hour(30));
    EXPECT_EQ(found.speed_on("primary"), Speed::kilometres_per_hour(60));
    EXPECT_DOUBLE_EQ(found.time_factor, 1.5);
    EXPECT_EQ(found.weight, Mass::tonnes(12));
    EXPECT_EQ(found.traffic, "heavy");
    const auto* value = value_at(scenario, "vehicles/lorry/driving/speeds/primary");
    ASSERT_NE(value, nullptr);
    EXPECT_EQ(value->file, "lorry.yaml");
    EXPECT_EQ(value->sources.at(0).text, "TALE");
    EXPECT_EQ(scenario.record().sources.at("TALE").text, "A tale");
}

TEST(VehicleFiles, WhatTheScenarioSaysItselfGoesBeforeTheProfile) {
    const FolderCopy copy(test_data() / "tiny");
    copy.apply(rewrite("lorry.yaml", lorry));
    copy.apply(replace("scenario.yaml", own_keys,
                       "    profile: lorry.yaml\n    speed: 20 km/h\n    detour: 1.2\n    driving: {speeds: {track: 5 "
                       "km/h}, weight: 9 t}\n"));
    const auto scenario = read(copy);
    const auto found = profile(scenario);
    EXPECT_EQ(found.default_speed, Speed::kilometres_per_hour(20));
    EXPECT_EQ(found.speed_on("track"), Speed::kilometres_per_hour(5));
    EXPECT_EQ(found.speed_on("primary"), Speed::kilometres_per_hour(20)) << "a table is taken whole";
    EXPECT_EQ(found.weight, Mass::tonnes(9));
    EXPECT_EQ(found.traffic, "heavy") << "of the profile still";
    EXPECT_EQ(value_at(scenario, "vehicles/lorry/driving/speeds/primary"), nullptr);
    EXPECT_EQ(value_at(scenario, "vehicles/lorry/speed")->file, "scenario.yaml");
}

TEST(VehicleFiles, ASourceWhoseKeyIsTakenIsCalledAfterTheFileToo) {
    const FolderCopy copy(test_data() / "tiny");
    std::string text = lorry;
    for (auto at = text.find("TALE"); at != std::string::npos; at = text.find("TALE")) text.replace(at, 4, "FABLE");
    copy.apply(rewrite("lorry.yaml", text));
    copy.apply(replace("scenario.yaml", own_keys, "    profile: lorry.yaml\n"));
    const auto scenario = read(copy);
    EXPECT_EQ(scenario.record().sources.at("lorry: FABLE").text, "A tale");
    EXPECT_EQ(value_at(scenario, "vehicles/lorry/driving/speeds/primary")->sources.at(0).text, "lorry: FABLE");
}

TEST(VehicleFiles, EveryProfileThatShipsIsSoundAndSaysWhereEachValueComesFrom) {
    for (const auto* name : {"truck-10t", "semi-trailer-30t", "pick-up", "ambulance", "on-foot"}) {
        Reading reading;
        const auto shown = std::string("common:vehicles/") + name + ".yaml";
        const auto file =
            read_vehicle_file({common_data() / "vehicles" / (name + std::string(".yaml")), shown}, "v", reading);
        ASSERT_TRUE(file) << (reading.faults.empty() ? name : reading.faults.front().text());
        EXPECT_EQ(fault_of(profile_of(name, merged({}, *file))), std::nullopt) << name;
        for (const auto& value : reading.provenance) {
            if (value.path.starts_with("v/sources/") || value.path == "v/aidway" || value.path == "v/title") continue;
            EXPECT_TRUE(value.confidence_stated) << name << ": " << value.path;
            EXPECT_TRUE(value.confidence == Confidence::assumed || !value.sources.empty()) << value.path;
        }
    }
}

TEST(VehicleFiles, AWrongProfileIsToldOfAtItsPlace) {
    const FolderCopy copy(test_data() / "tiny");
    std::string text = lorry;
    text.replace(text.find("gravel: 0.5"), 11, "gravel: 1.5");
    text.replace(text.find("weight: 12 t"), 12, "wieght: 12 t");
    copy.apply(rewrite("lorry.yaml", text));
    copy.apply(replace("scenario.yaml", own_keys, "    profile: lorry.yaml\n"));
    EXPECT_THAT(faults_of_folder(copy.path()),
                ElementsAre("lorry.yaml:8:24: '1.5' is out of range: must be from 0 to 1",
                            "lorry.yaml:9:3: unknown key 'wieght'; did you mean 'weight'?"));
    text = lorry;
    text.replace(text.find("source: TALE"), 12, "source: TALES");
    copy.apply(rewrite("lorry.yaml", text));
    EXPECT_THAT(faults_of_folder(copy.path()),
                ElementsAre("lorry.yaml:7:54: no source 'TALES' under 'sources' in this file; did you mean 'TALE'?"));
    copy.apply(rewrite("lorry.yaml", std::string(lorry) + "extra: 1\n"));
    EXPECT_THAT(faults_of_folder(copy.path()), testing::SizeIs(1));
}

TEST(VehicleFiles, AVehicleNeedsASpeedOrAProfile) {
    const FolderCopy copy(test_data() / "tiny");
    copy.apply(replace("scenario.yaml", "    speed: 40 km/h\n", ""));
    EXPECT_THAT(faults_of_folder(copy.path()),
                ElementsAre("scenario.yaml:25:3: vehicle 'lorry' has neither a 'speed' nor a 'profile' to take it "
                            "from, e.g. 'common:vehicles/truck-10t.yaml'"));
    copy.apply(
        replace("scenario.yaml", "    detour: 1.2\n", "    detour: 1.2\n    profile: common:vehicles/truck-1t.yaml\n"));
    EXPECT_THAT(faults_of_folder(copy.path()),
                ElementsAre("scenario.yaml:27:14: no file 'common:vehicles/truck-1t.yaml' in the data library; did you "
                            "mean 'common:vehicles/truck-10t.yaml'?"));
    copy.apply(replace("scenario.yaml", "truck-1t.yaml", "truck-10t.yaml"));
    EXPECT_EQ(profile(read(copy)).speed_on("primary"), Speed::kilometres_per_hour(55));
}

TEST(VehicleFiles, WhichProfileIsTakenCannotBeReplacedButItsValuesCan) {
    const FolderCopy copy(test_data() / "tiny");
    copy.apply(replace("scenario.yaml", "    speed: 40 km/h\n", "    profile: common:vehicles/truck-10t.yaml\n"));
    const auto scenario = read(copy);
    EXPECT_THROW((void)scenario.replace("vehicles/lorry/profile", "common:vehicles/pick-up.yaml"),
                 std::invalid_argument);
    const auto faster = scenario.replace("vehicles/lorry/driving/speeds/primary", "65 km/h");
    EXPECT_EQ(profile(faster).speed_on("primary"), Speed::kilometres_per_hour(65));
    EXPECT_NE(faster.digest(), scenario.digest());
}

}  // namespace
}  // namespace aidway
