// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "io/scenario_folder.hpp"
#include "simulation/route_programs.hpp"
#include "support/folder_copy.hpp"
#include "support/folders.hpp"

namespace aidway {
namespace {

using test::FolderCopy;
using test::replace;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

constexpr const char* scenario = "scenario.yaml";

/// The tiny scenario under overlays.
struct Overlaid : FolderCopy {
    explicit Overlaid(const std::string& overlays) : FolderCopy(test_data() / "tiny") {
        apply(replace(scenario, "gates:\n", "overlays:\n" + overlays + "gates:\n"));
    }
    [[nodiscard]] std::shared_ptr<const Scenario> read() const { return read_scenario_folder(path()).scenario; }
    [[nodiscard]] std::vector<std::string> faults() const { return test::faults_of_folder(path()); }
};

Instant day(const Scenario& of, int days) { return of.calendar().from + one_day * days; }

Leave aid(const Scenario& of, const std::string& gate, int days) {
    return of.baseline().leave(*of.find_gate(gate), Traffic::aid, day(of, days), {});
}

TEST(Overlays, CloseAGateBetweenTheirDatesAndLeaveItAloneOtherwise) {
    const auto read =
        Overlaid("  mines: {name: Mines at the pass, close: {gate: pass}, from: 2016-06-11, to: 2016-06-21}\n").read();
    EXPECT_EQ(aid(*read, "pass", 9).access, Access::by_clearance);
    EXPECT_EQ(aid(*read, "pass", 10).access, Access::closed);
    EXPECT_EQ(aid(*read, "pass", 20).access, Access::by_clearance);
    EXPECT_EQ(read->gates().size(), 3U) << "the gate was there: none is made";
}

TEST(Overlays, CloseARoadWithItsGatesAndMakeAGateOfTheRest) {
    const auto read = Overlaid("  slide: {name: Landslide, close: {road: hill}}\n").read();
    ASSERT_TRUE(read->find_gate("slide"));
    EXPECT_EQ(read->gates()[read->find_gate("slide")->index()].arcs.size(), 2U) << "what is not in the pass, both ways";
    EXPECT_EQ(aid(*read, "slide", 5).access, Access::closed);
    EXPECT_EQ(aid(*read, "pass", 5).access, Access::closed);
    EXPECT_EQ(aid(*read, "harbour", 5).access, Access::open);
    EXPECT_THAT(read->baseline().holders(*read->find_gate("slide"), day(*read, 5)), IsEmpty());
}

TEST(Overlays, CloseTheRoadAtAPlaceForWhoeverWouldPassThere) {
    // The middle of the track between the two towns.
    const auto read =
        Overlaid("  bridge-down: {name: Footbridge, close: {at: [5.15, 0.1203]}, from: 2016-07-01}\n").read();
    EXPECT_EQ(aid(*read, "bridge-down", 29).access, Access::open);
    EXPECT_EQ(aid(*read, "bridge-down", 30).access, Access::closed);
}

TEST(Overlays, OpenCapAndSetHours) {
    const auto read = Overlaid(
                          "  week: {name: A week, open: {gate: bridge, for: [aid]}, from: 2016-06-05, to: 2016-06-08}\n"
                          "  few: {name: Few, cap: {gate: harbour, trucks_per_day: 12}}\n"
                          "  day: {name: By day, hours: {gate: harbour, between: \"08:00-14:00\"}}\n")
                          .read();
    EXPECT_EQ(aid(*read, "bridge", 3).access, Access::closed);
    EXPECT_EQ(aid(*read, "bridge", 5).access, Access::open);
    EXPECT_EQ(aid(*read, "bridge", 8).access, Access::closed);
    EXPECT_EQ(aid(*read, "harbour", 5).trucks_per_day, 12);
    EXPECT_EQ(aid(*read, "harbour", 5).hours, (Hours{8 * 3600, 14 * 3600}));
}

TEST(Overlays, WaitForAnAgreementWhereTheySaySo) {
    const std::string entry = "{name: Slide, when: by_agreement, close: {road: hill}}\n";
    const auto read = Overlaid("  slide: " + entry).read();
    EXPECT_EQ(aid(*read, "pass", 5).access, Access::by_clearance);
    EXPECT_EQ(aid(*read, "slide", 5).access, Access::open) << "a gate that nobody shuts";
}

TEST(Overlays, AddARoadThatIsAGateOfItsOwn) {
    const Overlaid folder(
        "  ferry: {name: Ferry, add: {line: [[5.0, 0.2003], [5.1, 0.12]], road: ferry}, "
        "from: 2016-06-11}\n");
    const auto read = folder.read();
    const FolderCopy plain(test_data() / "tiny");
    const auto base = read_scenario_folder(plain.path()).scenario;
    EXPECT_EQ(read->network()->arc_count(), base->network()->arc_count() + 2);
    EXPECT_EQ(read->network()->node_count(), base->network()->node_count()) << "it ends at junctions that were there";
    EXPECT_EQ(aid(*read, "ferry", 9).access, Access::closed);
    EXPECT_EQ(aid(*read, "ferry", 10).access, Access::open);
    for (const char* gate : {"harbour", "bridge", "pass"}) {
        for (int days = 0; days < 60; ++days) EXPECT_EQ(aid(*read, gate, days), aid(*base, gate, days));
    }
}

TEST(Overlays, SlowARoadByTheirFactorAndNothingElse) {
    const auto read = Overlaid("  mud: {name: Mud, slow: {road: hill, factor: 50 %}}\n").read();
    const auto& arcs = read->overlays()[0].arcs;
    ASSERT_EQ(arcs.size(), 4U);
    const auto plain = route_programs(*read, 0), muddy = route_programs(*read, 1);
    const auto& before = plain[0]->graph();
    const auto& after = muddy[0]->graph();
    std::size_t slower = 0;
    for (std::size_t i = 0; i < before.passages().size(); ++i) {
        const auto was = before.passages()[i], is = after.passages()[i];
        const bool slowed = std::find(arcs.begin(), arcs.end(), was.arc) != arcs.end();
        EXPECT_EQ(is.time_ms, slowed ? 2 * was.time_ms : was.time_ms);
        slower += slowed ? 1 : 0;
    }
    EXPECT_GT(slower, 0U);
}

TEST(Overlays, AreRefusedWhereTheySayNothingOrTwoThings) {
    const Overlaid folder(
        "  a: {name: A, close: {}}\n"
        "  b: {name: B, close: {gate: pass, road: hill}}\n"
        "  c: {name: C, cap: {gate: pass}}\n"
        "  d: {name: D, slow: {gate: pass, factor: 0.0}}\n"
        "  e: {name: E, close: {gate: pass}, from: 2016-06-11, to: 2016-06-11}\n");
    EXPECT_THAT(folder.faults(),
                ElementsAre("scenario.yaml:59:23: expected one of 'gate', 'road' and 'at', to say where",
                            "scenario.yaml:60:23: expected one of 'gate', 'road' and 'at', to say where",
                            "scenario.yaml:61:21: expected 'trucks_per_day' or 'goods_per_day', to say how much",
                            "scenario.yaml:62:43: '0.0' is out of range: must be from 0.01 to 1",
                            "scenario.yaml:63:59: 'to' must lie after 'from'"));
}

TEST(Overlays, AreRefusedWhereNothingLies) {
    const Overlaid folder(
        "  a: {name: A, close: {gate: pas}}\n"
        "  b: {name: B, slow: {road: hil, factor: 0.5}}\n"
        "  c: {name: C, close: {at: [5.15, 0.2]}}\n"
        "  d: {name: D, add: {line: [[5.0, 0.2], [5.1, 0.3]]}}\n"
        "  e: {name: E, add: {line: [[5.0, 0.2], [5.0, 0.2001]]}}\n"
        "  pass: {name: F, add: {line: [[5.0, 0.2], [5.1, 0.12]]}}\n"
        "  g: {name: G, open: {road: hill, for: [aid]}}\n"
        "  bridge: {name: H, close: {road: hill}}\n");
    EXPECT_THAT(folder.faults(),
                ElementsAre("scenario.yaml:59:30: no gate 'pas'; did you mean 'pass'?",
                            "scenario.yaml:60:29: no road 'hil' in the network's layer; did you mean 'hill'?",
                            "scenario.yaml:61:28: the nearest road is 4.45 km away; expected at most 0.2 km, or a "
                            "greater 'within'",
                            "scenario.yaml:62:29: from the end at (5.10000, 0.30000) the nearest junction is 15.7 km "
                            "away; expected at most 0.2 km, or a greater 'within'",
                            "scenario.yaml:63:29: both ends lie at one junction",
                            "scenario.yaml:64:3: 'pass' is the name of a gate already; the road that this overlay adds "
                            "is a gate too: choose another",
                            "scenario.yaml:66:3: 'bridge' is the name of a gate already; what this overlay closes is a "
                            "gate too: choose another"));
}

TEST(Overlays, AreRefusedOnceWhereTheirPlaceCannotBeRead) {
    const Overlaid folder(
        "  a: {name: A, close: {at: [500, 0.2]}}\n"
        "  b: {name: B, close: {road: ''}}\n");
    EXPECT_THAT(folder.faults(), ElementsAre(StartsWith("scenario.yaml:59:28: "), StartsWith("scenario.yaml:60:30: ")));
}

}  // namespace
}  // namespace aidway
