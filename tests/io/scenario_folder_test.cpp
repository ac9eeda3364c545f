// SPDX-License-Identifier: Apache-2.0
#include "io/scenario_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "support/folder_copy.hpp"
#include "support/folders.hpp"

namespace aidway {
namespace {

using test::FolderCopy;

std::vector<std::string> names_of(const ScenarioFolder& folder) {
    std::vector<std::string> names;
    for (const auto& dated : folder.agreements) names.push_back(dated.agreement.name);
    return names;
}

TEST(ScenarioFolder, ReadsTheTinyScenarioWhole) {
    const auto folder = read_scenario_folder(test_data() / "tiny");
    const auto& scenario = *folder.scenario;
    EXPECT_EQ(scenario.record().name, "tiny");
    EXPECT_EQ(names_of(folder), (std::vector<std::string>{"one-road", "status-quo", "two-roads"}));
    EXPECT_EQ(scenario.calendar().days(), 60);
    EXPECT_EQ(scenario.network()->node_count(), 6U);
    ASSERT_EQ(scenario.gates().size(), 3U);
    EXPECT_EQ(scenario.gates()[0].name, "bridge");
    EXPECT_TRUE(folder.repairs.empty());
}

TEST(ScenarioFolder, TurnsLocalTimesIntoUtc) {
    const auto folder = read_scenario_folder(test_data() / "tiny");
    // Damascus is three hours ahead in summer: 1 June 2016 began at 21:00 UTC of 31 May.
    EXPECT_EQ(folder.scenario->calendar().from.time_since_epoch().count(), 1'464'739'200 - 3 * 3600);
    EXPECT_EQ(folder.agreements.front().effective_from - folder.scenario->calendar().from,
              one_day * 14 + std::chrono::hours{12});
}

TEST(ScenarioFolder, ReadsTheDatedStatusOfGates) {
    const auto folder = read_scenario_folder(test_data() / "tiny");
    const auto& scenario = *folder.scenario;
    const auto bridge = *scenario.find_gate("bridge");
    const auto change = scenario.calendar().from + one_day * 19;
    const auto before = change - Duration{1};
    EXPECT_EQ(scenario.baseline().leave(bridge, Traffic::aid, before, {}).access, Access::closed);
    EXPECT_EQ(scenario.baseline().leave(bridge, Traffic::aid, change, {}).access, Access::by_clearance);
    EXPECT_EQ(scenario.baseline().holders(bridge, before).size(), 2U);
    EXPECT_EQ(scenario.baseline().holders(bridge, change).size(), 1U);
}

TEST(ScenarioFolder, WhatAGateLetsThroughInADayIsInItsGrantsAndFollowsAReplacement) {
    const FolderCopy copy(test_data() / "tiny");
    copy.apply(test::replace("scenario.yaml", "inspection: 9 min,", "inspection: 9 min, trucks_per_day: 10,"));
    const auto folder = read_scenario_folder(copy.path());
    const auto cap = [](const Scenario& scenario) {
        return scenario.baseline()
            .leave(*scenario.find_gate("pass"), Traffic::aid, scenario.calendar().from, {})
            .trucks_per_day;
    };
    EXPECT_EQ(cap(*folder.scenario), 10);
    EXPECT_EQ(cap(folder.scenario->replace("gates/pass/trucks_per_day", "4")), 4);
}

TEST(ScenarioFolder, NotesThatTheFolderHasAnotherName) {
    const FolderCopy copy(test_data() / "tiny");
    const auto notes = read_scenario_folder(copy.path()).notes;
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_EQ(notes[0], "the scenario is named 'tiny', its folder '" + copy.path().filename().string() + "'");
}

TEST(ScenarioFolder, EveryTinyValueStatesSourceAndConfidence) {
    const auto folder = read_scenario_folder(test_data() / "tiny");
    for (const auto* values : {&folder.scenario->provenance(), &folder.agreement_provenance}) {
        for (const auto& value : *values) {
            if (value.path.starts_with("sources/") || value.path.starts_with("gate_status/")) continue;
            EXPECT_FALSE(value.sources.empty()) << value.path;
            EXPECT_TRUE(value.confidence_stated) << value.path;
        }
    }
}

TEST(ScenarioFolder, ReadsTheSameTwice) {
    const auto once = read_scenario_folder(test_data() / "tiny");
    const FolderCopy copy(test_data() / "tiny");
    const auto again = read_scenario_folder(copy.path());
    EXPECT_EQ(once.scenario->digest(), again.scenario->digest());
    EXPECT_EQ(once.agreements, again.agreements);
}

TEST(ScenarioFolder, CommentsChangeNoDigestButValuesDo) {
    const auto once = read_scenario_folder(test_data() / "tiny");
    const FolderCopy copy(test_data() / "tiny");
    copy.apply(test::replace("scenario.yaml", "aidway: 1", "# a thought\naidway: 1"));
    EXPECT_EQ(read_scenario_folder(copy.path()).scenario->digest(), once.scenario->digest());
    copy.apply(test::replace("scenario.yaml", "population: 9000", "population: 9001"));
    EXPECT_NE(read_scenario_folder(copy.path()).scenario->digest(), once.scenario->digest());
}

TEST(ScenarioFolder, ReadsTheShippedFlagship) {
    const auto folder = read_scenario_folder(shipped_scenarios() / "eastern-aleppo-2016");
    EXPECT_EQ(folder.scenario->calendar().days(), 168);
    EXPECT_THAT(names_of(folder),
                testing::IsSupersetOf({"both-roads", "both-with-cessation", "break-the-siege", "castello-only",
                                       "cessation-9-sept", "ramouseh-only", "status-quo"}));
    EXPECT_EQ(folder.scenario->gates().size(), folder.scenario->record().gates.size());
}

TEST(ScenarioFolder, RefusesAFolderThatIsNotThereOrHasNoScenario) {
    const FolderCopy copy(test_data() / "tiny");
    EXPECT_THROW((void)read_scenario_folder(copy.path() / "nowhere"), IoError);
    copy.apply(test::remove("scenario.yaml"));
    EXPECT_THROW((void)read_scenario_folder(copy.path()), IoError);
}

}  // namespace
}  // namespace aidway
