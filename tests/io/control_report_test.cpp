// SPDX-License-Identifier: Apache-2.0
#include "io/control_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "io/scenario_folder.hpp"
#include "support/folder_copy.hpp"
#include "support/folders.hpp"

namespace aidway {
namespace {

using Kind = ControlFinding::Kind;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr Instant start{Duration{1'464'739'200}};  // 1 June 2016
const Calendar june{start, start + one_day * 30, "UTC"};
constexpr double degree_km = 111.19507;  // on the sphere of the engine

std::vector<LonLat> box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

ControlArea area(std::uint32_t party, std::vector<std::vector<LonLat>> rings) {
    ControlArea made;
    made.party = {party};
    made.rings = std::move(rings);
    return made;
}

std::vector<ControlFinding> find(std::vector<ControlArea> areas, Distance sliver_width = Distance::metres(50)) {
    ControlLayer layer{std::move(areas), {}};
    for (std::size_t i = 0; i < layer.areas.size(); ++i) layer.features.push_back(static_cast<std::int64_t>(i));
    auto findings = control_findings(layer, june, sliver_width);
    std::erase_if(findings, [](const ControlFinding& finding) { return finding.kind == Kind::outside; });
    return findings;
}

std::vector<std::string> told(const std::vector<ControlFinding>& findings) {
    std::vector<std::string> lines;
    for (const auto& finding : findings) lines.push_back(std::string(name_of(finding.kind)) + ": " + finding.what);
    return lines;
}

TEST(ControlReport, NeighboursThatShareTheirBordersGiveNothingToTell) {
    EXPECT_THAT(told(find({area(0, {box(0, 0, 0.1, 0.1)}), area(1, {box(0.1, 0, 0.2, 0.1)}),
                           area(0, {box(0, 0.1, 0.15, 0.2)}), area(1, {box(0.15, 0.1, 0.2, 0.2)})})),
                IsEmpty());
    EXPECT_THAT(told(find({})), IsEmpty());
}

TEST(ControlReport, TellsOfAnOverlapWithItsSizeItsTimeAndWhatDecides) {
    auto later = area(1, {box(0.05, 0, 0.15, 0.1)});
    later.from = start + one_day * 10;
    const auto found = find({area(0, {box(0, 0, 0.1, 0.1)}), later});
    ASSERT_EQ(found.size(), 2U) << testing::PrintToString(told(found));
    EXPECT_EQ(found[0].kind, Kind::overlap);
    EXPECT_NEAR(found[0].area_km2, 0.05 * 0.1 * degree_km * degree_km, 0.001);
    EXPECT_EQ(found[0].what,
              "feature 0 and feature 1 overlap on 61.8 km2 at (0.0750, 0.0500) from 2016-06-11: feature 1 decides, as "
              "it begins later");
    EXPECT_EQ(found[1].what,
              "no area says whose 61.8 km2 at (0.1250, 0.0500) is until 2016-06-11, when feature 1 begins");
}

TEST(ControlReport, WhatDecidesAnOverlapIsPriorityThenTheLaterBeginThenTheOrder) {
    auto one = area(0, {box(0, 0, 0.1, 0.1)});
    const auto other = area(1, {box(0.05, 0, 0.15, 0.1)});
    EXPECT_THAT(find({one, other})[0].what, testing::EndsWith("feature 1 decides, as it stands later in the layer"));
    one.priority = 1;
    EXPECT_THAT(find({one, other})[0].what, testing::EndsWith("feature 0 decides, as its priority is higher"));
}

TEST(ControlReport, AreasOfDifferentTimesDoNotOverlap) {
    auto first = area(0, {box(0, 0, 0.1, 0.1)});
    auto second = area(1, {box(0, 0, 0.1, 0.1)});
    first.until = second.from = start + one_day * 3;
    EXPECT_THAT(told(find({first, second})), IsEmpty());
    second.from = start + one_day * 5;
    EXPECT_THAT(told(find({first, second})),
                ElementsAre("gap: no area says whose 124 km2 at (0.0500, 0.0500) is from 2016-06-04 on, when feature 0 "
                            "ends",
                            "gap: no area says whose 124 km2 at (0.0500, 0.0500) is until 2016-06-06, when feature 1 "
                            "begins"));
}

TEST(ControlReport, ThinOverlapsAndGapsAreSlivers) {
    constexpr double ten_m = 10 / (1000 * degree_km);
    const auto over = find({area(0, {box(0, 0, 0.1, 0.1)}), area(1, {box(0.1 - ten_m, 0, 0.2, 0.1)})});
    EXPECT_THAT(told(over), ElementsAre("sliver: feature 0 and feature 1 overlap on 0.111 km2 at (0.1000, 0.0500), a "
                                        "thin strip: feature 1 decides, as it stands later in the layer"));
    const auto under = find({area(0, {box(0, 0, 0.1, 0.1)}), area(1, {box(0.1 + ten_m, 0, 0.2, 0.1)})});
    EXPECT_THAT(told(under), ElementsAre("sliver: a gap of 0.111 km2 at (0.1000, 0.0500) between feature 0 and feature "
                                         "1 is narrower than 50 m"));
    EXPECT_THAT(
        told(find({area(0, {box(0, 0, 0.1, 0.1)}), area(1, {box(0.1 + ten_m, 0, 0.2, 0.1)})}, Distance::metres(5))),
        IsEmpty())
        << "broader than what is asked for";
}

TEST(ControlReport, AThinGapThatAThirdAreaFillsIsNone) {
    constexpr double ten_m = 10 / (1000 * degree_km);
    EXPECT_THAT(told(find({area(0, {box(0, 0, 0.1, 0.1)}), area(1, {box(0.1 + ten_m, 0, 0.2, 0.1)}),
                           area(2, {box(0.1, 0, 0.1 + ten_m, 0.1)})})),
                IsEmpty());
}

TEST(ControlReport, TellsOfEnclosedGroundAndNotOfAnIslandInIt) {
    const auto ring = area(0, {box(0, 0, 0.4, 0.4), box(0.1, 0.1, 0.3, 0.3)});
    const auto found = find({ring, area(1, {box(0.15, 0.15, 0.25, 0.25)})});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].kind, Kind::gap);
    EXPECT_NEAR(found[0].area_km2, 0.03 * degree_km * degree_km, 0.01);
    EXPECT_THAT(told(find({ring, area(1, {box(0.1, 0.1, 0.3, 0.3)})})), IsEmpty()) << "filled";
}

TEST(ControlReport, UnknownGroundIsSaidAndThereforeNoGap) {
    auto unknown = area(0, {box(0.1, 0.1, 0.3, 0.3)});
    unknown.ground = Ground::unknown;
    EXPECT_THAT(told(find({area(0, {box(0, 0, 0.4, 0.4), box(0.1, 0.1, 0.3, 0.3)}), unknown})), IsEmpty());
}

TEST(ControlReport, TheBaysOfTheHullAreToldOnceAndTogether) {
    ControlLayer layer{{area(0, {box(0, 0, 0.1, 0.1)}), area(1, {box(0.1, 0, 0.2, 0.2)})}, {0, 1}};
    const auto found = control_findings(layer, june, Distance::metres(50));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].kind, Kind::outside);
    EXPECT_NEAR(found[0].area_km2, 0.005 * degree_km * degree_km, 0.01);
}

TEST(ControlReport, TheOrderOfALayerChangesItsWordsAndNotItsGround) {
    std::vector<ControlArea> areas{area(0, {box(0, 0, 0.1, 0.1)}), area(1, {box(0.05, 0, 0.15, 0.1)}),
                                   area(2, {box(0.0, 0.1003, 0.2, 0.2)})};
    const auto sizes = [](const std::vector<ControlFinding>& findings) {
        std::vector<std::pair<Kind, long>> all;
        for (const auto& finding : findings) all.emplace_back(finding.kind, std::lround(finding.area_km2 * 1e6));
        std::sort(all.begin(), all.end());
        return all;
    };
    const auto before = sizes(find(areas));
    EXPECT_EQ(before.size(), 3U);
    std::reverse(areas.begin(), areas.end());
    EXPECT_EQ(sizes(find(areas)), before);
}

TEST(ControlReport, StandsInTheNotesOfTheFolder) {
    const auto clean = read_scenario_folder(test_data() / "tiny");
    EXPECT_THAT(clean.notes, IsEmpty());
    const test::FolderCopy copy(test_data() / "tiny");
    EXPECT_THAT(told(clean.control_findings), ElementsAre(testing::HasSubstr("outside: ")));
    copy.apply(test::replace("data/control.geojson",
                             "[[[5.15, 0.08], [5.25, 0.08], [5.25, 0.15], [5.15, 0.15], [5.15, 0.08]]]",
                             "[[[5.14, 0.08], [5.25, 0.08], [5.25, 0.15], [5.14, 0.15], [5.14, 0.08]]]"));
    EXPECT_THAT(
        read_scenario_folder(copy.path()).notes,
        testing::Contains("data/control.geojson: feature 1 and feature 2 overlap on 8.66 km2 at (5.1450, 0.1150): "
                          "feature 2 decides, as it stands later in the layer"));
}

TEST(ControlReport, AnAreaThatCrossesItselfIsAFaultAtItsFeature) {
    const test::FolderCopy copy(test_data() / "tiny");
    copy.apply(test::replace("data/control.geojson",
                             "[[[5.15, 0.08], [5.25, 0.08], [5.25, 0.15], [5.15, 0.15], [5.15, 0.08]]]",
                             "[[[5.15, 0.08], [5.25, 0.08], [5.15, 0.15], [5.25, 0.15], [5.15, 0.08]]]"));
    EXPECT_THAT(
        test::faults_of_folder(copy.path()),
        ElementsAre(testing::StartsWith("data/control.geojson: feature 2: the area is not one: expected a border "
                                        "that neither crosses nor touches itself (Self-intersection")));
}

}  // namespace
}  // namespace aidway
