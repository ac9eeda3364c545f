// SPDX-License-Identifier: Apache-2.0
#include "io/derived_gates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "io/scenario_folder.hpp"
#include "support/folder_copy.hpp"
#include "support/folders.hpp"

namespace aidway {
namespace {

using test::FolderCopy;
using test::replace;

constexpr const char* scenario = "scenario.yaml";
constexpr const char* control = "data/control.geojson";

/// The league takes the hill, across Hill Road behind its pass, on 11 June.
struct TinyWithAFront : FolderCopy {
    TinyWithAFront() : FolderCopy(test_data() / "tiny") {
        apply(replace(control, "[[5.05, 0.08], [5.15, 0.08], [5.15, 0.15], [5.05, 0.15], [5.05, 0.08]]]}},",
                      "[[5.05, 0.08], [5.15, 0.08], [5.15, 0.15], [5.05, 0.15], [5.05, 0.08]]]}},\n"
                      "{\"type\": \"Feature\", \"properties\": {\"name\": \"The hill\", \"party\": \"league\", "
                      "\"valid_from\": \"2016-06-11\", \"valid_to\": null}, \"geometry\": {\"type\": \"Polygon\", "
                      "\"coordinates\": [[[5.28, 0.17], [5.31, 0.17], [5.31, 0.21], [5.28, 0.21], [5.28, 0.17]]]}},"));
    }
};

TEST(DerivedGates, TheTinyScenarioHasNoneAsItsGatesAreDrawn) {
    const auto folder = read_scenario_folder(test_data() / "tiny");
    EXPECT_THAT(folder.derived_gates, testing::IsEmpty());
    EXPECT_THAT(folder.notes, testing::IsEmpty());
    ASSERT_NE(folder.scenario->control(), nullptr);
    const auto& control_of = *folder.scenario->control();
    const auto crown = folder.scenario->find_party("crown");
    const auto league = folder.scenario->find_party("league");
    EXPECT_EQ(control_of.holder_at({5.0, 0.2}, folder.scenario->calendar().from), crown);
    EXPECT_EQ(control_of.holder_at({5.1, 0.1}, folder.scenario->calendar().from), league);
    EXPECT_EQ(control_of.holder_at({5.0, 0.2}, folder.scenario->calendar().from - Duration{1}), std::nullopt)
        << "days begin at local midnight";
    EXPECT_EQ(control_of.holder_at({5.0, 0.2}, folder.scenario->calendar().until), std::nullopt);
}

TEST(DerivedGates, AreGatesLikeOthersWithWhatFrontsSays) {
    const TinyWithAFront copy;
    copy.apply(replace(scenario, "fronts:\n  aid: closed\n", "fronts:\n  aid: by_clearance\n"));
    const auto folder = read_scenario_folder(copy.path());
    ASSERT_EQ(folder.derived_gates.size(), 1U);
    EXPECT_EQ(folder.derived_gates[0].what,
              "Hill Road crosses the front at (5.2800, 0.1840) on 50 of 60 days: gate 'hill-front-1'");
    const auto& read = *folder.scenario;
    ASSERT_EQ(read.gates().size(), 4U);
    EXPECT_EQ(read.gates()[2].name, "hill-front-1") << "gates ascend by name";
    const auto front = *read.find_gate("hill-front-1");
    EXPECT_TRUE(read.gate_record(front).front);
    EXPECT_EQ(read.gate_record(front).inspection, std::chrono::minutes{12});
    EXPECT_THAT(read.record().roads.at("hill").gates, testing::ElementsAre(Name("pass"), Name("hill-front-1")));
    const auto taken = read.calendar().from + one_day * 10;
    const auto aid = [&](Instant at) { return read.baseline().leave(front, Traffic::aid, at, {}).access; };
    EXPECT_EQ(aid(taken - Duration{1}), Access::open);
    EXPECT_EQ(aid(taken), Access::by_clearance);
    EXPECT_EQ(read.baseline().leave(front, Traffic::goods, taken, {}).access, Access::closed);
    EXPECT_EQ(read.baseline().holders(front, taken - Duration{1}).size(), 1U);
    EXPECT_EQ(read.baseline().holders(front, taken).size(), 2U);
}

TEST(DerivedGates, LeaveTheStatusOfNamedGatesAsItWas) {
    const auto before = read_scenario_folder(test_data() / "tiny");
    const TinyWithAFront copy;
    const auto after = read_scenario_folder(copy.path());
    for (const auto& gate : before.scenario->gates()) {
        const auto old_id = *before.scenario->find_gate(gate.name);
        const auto new_id = *after.scenario->find_gate(gate.name);
        EXPECT_EQ(after.scenario->gates()[new_id.index()].arcs, gate.arcs) << gate.name;
        for (const auto traffic : {Traffic::aid, Traffic::goods, Traffic::civilians}) {
            EXPECT_THAT(after.scenario->baseline().grants(new_id, traffic),
                        testing::ElementsAreArray(before.scenario->baseline().grants(old_id, traffic)));
        }
        EXPECT_THAT(after.scenario->baseline().holdings(new_id),
                    testing::ElementsAreArray(before.scenario->baseline().holdings(old_id)));
    }
    EXPECT_NE(after.scenario->digest(), before.scenario->digest());
}

TEST(DerivedGates, SayWhereTheirValuesComeFrom) {
    const TinyWithAFront copy;
    const auto folder = read_scenario_folder(copy.path());
    const auto& all = folder.scenario->provenance();
    const auto find = [&](const std::string& path) {
        return std::find_if(all.begin(), all.end(), [&](const Provenance& value) { return value.path == path; });
    };
    const auto front = find("gates/hill-front-1/front");
    ASSERT_NE(front, all.end());
    EXPECT_EQ(front->confidence, Confidence::derived);
    EXPECT_THAT(front->sources, testing::ElementsAre(Name("FABLE")));
    const auto inspection = find("gates/hill-front-1/inspection");
    ASSERT_NE(inspection, all.end());
    EXPECT_EQ(inspection->text, "12 min");
    EXPECT_EQ(inspection->confidence, Confidence::assumed) << "as under fronts";
}

TEST(DerivedGates, CanBeNamedByTheScenarioItself) {
    const TinyWithAFront copy;
    copy.apply(replace(scenario, "siege_line: [pass]", "siege_line: [pass, hill-front-1]"));
    EXPECT_THAT(test::faults_of_folder(copy.path()), testing::IsEmpty());
    copy.apply(replace(scenario, "siege_line: [pass, hill-front-1]", "siege_line: [pass, hill-front-2]"));
    EXPECT_THAT(test::faults_of_folder(copy.path()),
                testing::ElementsAre("scenario.yaml:132:24: no gate 'hill-front-2'; did you mean 'hill-front-1'?"));
    // Where the front cannot be known, gates on it are not held to be missing.
    copy.apply(test::rewrite(control, "no layer"));
    EXPECT_THAT(test::faults_of_folder(copy.path()),
                testing::ElementsAre("data/control.geojson: the file cannot be read as a vector layer"));
}

TEST(DerivedGates, ARoadMayHaveNoOther) {
    const TinyWithAFront copy;
    copy.apply(replace(scenario, "gates: [pass]", "gates: []"));
    EXPECT_THAT(test::faults_of_folder(copy.path()), testing::IsEmpty());
}

TEST(DerivedGates, WhatTheyWereMadeOfCannotBeReplacedButHowTheFrontResumesCan) {
    const TinyWithAFront copy;
    const auto folder = read_scenario_folder(copy.path());
    EXPECT_THROW((void)folder.scenario->replace("fronts/aid", "open"), std::invalid_argument);
    EXPECT_EQ(folder.scenario->replace("fronts/resumes", "unshifted").record().fronts.resumes, FrontResumes::unshifted);
}

}  // namespace
}  // namespace aidway
