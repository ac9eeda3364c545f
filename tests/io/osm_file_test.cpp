// SPDX-License-Identifier: Apache-2.0
#include "io/osm/osm_file.hpp"

#include <gmock/gmock.h>

#include <map>
#include <random>

#include "io/text_file.hpp"
#include "network/road_network.hpp"
#include "support/folders.hpp"
#include "support/scratch_file.hpp"

namespace aidway {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const TagMeanings& shipped() {
    static const TagMeanings meanings = [] {
        std::vector<Diagnostic> faults;
        auto read = read_tag_meanings("osm-roads.yaml", read_text_file(common_data() / "osm-roads.yaml"), faults);
        if (!read) throw std::invalid_argument(faults.front().text());
        return *read;
    }();
    return meanings;
}

struct Way {
    int id;
    std::vector<int> nodes;
    std::vector<std::pair<std::string, std::string>> tags;
};
using TagList = std::vector<std::pair<std::string, std::string>>;

std::string tags_text(const TagList& tags) {
    std::string text;
    for (const auto& [key, value] : tags) text += "<tag k=\"" + key + "\" v=\"" + value + "\"/>";
    return text;
}

/// Node n lies n hundredths of a degree east, and if it is ten or more one hundredth north for each ten.
std::string osm_text(const std::vector<int>& nodes, const std::vector<Way>& ways,
                     const std::map<int, TagList>& tagged = {}) {
    std::string text = "<?xml version='1.0'?><osm version='0.6'>\n";
    for (const int id : nodes) {
        const auto tags = tagged.count(id) > 0 ? tags_text(tagged.at(id)) : "";
        text += "<node id='" + std::to_string(id) + "' lat='" + std::to_string(0.01 * (id / 10)) + "' lon='" +
                std::to_string(0.01 * (id % 10)) + "'>" + tags + "</node>\n";
    }
    for (const Way& way : ways) {
        text += "<way id='" + std::to_string(way.id) + "'>";
        for (const int node : way.nodes) text += "<nd ref='" + std::to_string(node) + "'/>";
        text += tags_text(way.tags) + "</way>\n";
    }
    return text + "</osm>\n";
}

struct Outcome {
    std::optional<OsmRoads> roads;
    std::vector<Diagnostic> faults;
};

Outcome read_text(const std::string& text, const OsmOptions& options = {}) {
    const test::ScratchFile file("roads.osm", text);
    Outcome outcome;
    outcome.roads = read_osm_file(file.path(), shipped(), options, "roads.osm", outcome.faults);
    return outcome;
}

RoadNetwork network_of(const std::string& text, const OsmOptions& options = {}) {
    Outcome outcome = read_text(text, options);
    if (!outcome.roads) throw std::invalid_argument(outcome.faults.front().text());
    return RoadNetwork(std::move(outcome.roads->pieces));
}

const TagList street{{"highway", "residential"}};

TagList with(TagList tags, const TagList& more) {
    tags.insert(tags.end(), more.begin(), more.end());
    return tags;
}

/// Arcs that a kind of traffic may use on the one way from node 1 to node 2.
std::string passable(const TagList& tags, const std::string& traffic) {
    const RoadNetwork network = network_of(osm_text({1, 2}, {{7, {1, 2}, with(street, tags)}}));
    std::string ways;
    for (std::uint32_t arc = 0; arc < network.arc_count(); ++arc) {
        const auto& barred = network.kind_of({arc}).barred;
        if (std::find(barred.begin(), barred.end(), traffic) != barred.end()) continue;
        ways += network.tail()[arc] == NodeId{0} ? "there" : "back";
    }
    return ways;
}

TEST(OsmFile, WaysMeetAtTheNodesTheyShare) {
    const RoadNetwork network = network_of(
        osm_text({1, 2, 3, 12}, {{1, {1, 2, 3}, street}, {2, {2, 12}, {{"highway", "track"}}}, {3, {3, 12}, {}}}));
    EXPECT_EQ(network.node_count(), 4U);
    EXPECT_EQ(network.arc_count(), 6U);
}

TEST(OsmFile, NodesWhereNothingChangesBecomePointsOfTheDrawing) {
    const RoadNetwork network = network_of(osm_text({1, 2, 3, 4, 5}, {{8, {3, 2, 1}, street}, {9, {3, 4, 5}, street}}));
    ASSERT_EQ(network.arc_count(), 2U);
    EXPECT_EQ(network.shape({0}).size(), 5U);
    EXPECT_NEAR(network.length_m()[0], 4 * 1111.95, 1);
    EXPECT_EQ(network.feature_of({0}), 8);
    EXPECT_EQ(network.feature_of({1}), 8);
}

TEST(OsmFile, ANodeStaysWhereTheKindOfRoadTheNameOrTheDirectionChanges) {
    for (const TagList& other : {TagList{{"highway", "track"}}, with(street, {{"name", "Quay"}}),
                                 with(street, {{"oneway", "yes"}}), with(street, {{"maxweight", "3.5"}})}) {
        const RoadNetwork network = network_of(osm_text({1, 2, 3}, {{1, {1, 2}, street}, {2, {2, 3}, other}}));
        EXPECT_EQ(network.node_count(), 3U) << other.back().second;
    }
}

TEST(OsmFile, OneWayRoadsDrawnTowardsEachOtherDoNotBecomeOne) {
    const auto one_way = with(street, {{"oneway", "yes"}});
    EXPECT_EQ(network_of(osm_text({1, 2, 3}, {{1, {1, 2}, one_way}, {2, {3, 2}, one_way}})).node_count(), 3U);
    const auto backwards = with(street, {{"oneway", "-1"}});
    EXPECT_EQ(network_of(osm_text({1, 2, 3}, {{1, {1, 2}, one_way}, {2, {3, 2}, backwards}})).node_count(), 2U);
}

TEST(OsmFile, ARingKeepsOneNode) {
    const RoadNetwork network = network_of(osm_text({1, 2, 12}, {{1, {1, 2, 12, 1}, street}}));
    EXPECT_EQ(network.node_count(), 1U);
    EXPECT_EQ(network.arc_count(), 2U);
}

TEST(OsmFile, OneWayIsReadInAllItsSpellings) {
    EXPECT_EQ(passable({}, "heavy"), "thereback");
    for (const char* word : {"yes", "true", "1"}) EXPECT_EQ(passable({{"oneway", word}}, "heavy"), "there") << word;
    for (const char* word : {"-1", "reverse"}) EXPECT_EQ(passable({{"oneway", word}}, "heavy"), "back") << word;
    for (const char* word : {"no", "false", "0", "reversible"}) {
        EXPECT_EQ(passable({{"oneway", word}}, "heavy"), "thereback") << word;
    }
    EXPECT_EQ(passable({{"junction", "roundabout"}}, "car"), "there");
    EXPECT_EQ(passable({{"junction", "roundabout"}, {"oneway", "no"}}, "car"), "thereback");
}

TEST(OsmFile, WalkersGoBothWaysOnAOneWayStreet) {
    EXPECT_EQ(passable({{"oneway", "yes"}}, "foot"), "thereback");
    EXPECT_EQ(passable({{"oneway", "yes"}, {"foot", "no"}}, "foot"), "");
}

TEST(OsmFile, TheMoreParticularTagOfAccessDecides) {
    EXPECT_EQ(passable({{"access", "no"}}, "heavy"), "");
    EXPECT_EQ(passable({{"access", "no"}, {"hgv", "yes"}}, "heavy"), "thereback");
    EXPECT_EQ(passable({{"access", "no"}, {"hgv", "yes"}}, "car"), "");
    EXPECT_EQ(passable({{"motor_vehicle", "private"}}, "emergency"), "");
    EXPECT_EQ(passable({{"motor_vehicle", "private"}}, "foot"), "thereback");
    EXPECT_EQ(passable({{"motor_vehicle", "private"}, {"emergency", "yes"}}, "emergency"), "thereback");
    EXPECT_EQ(passable({{"hgv", "unheard-of"}}, "heavy"), "thereback");
}

TEST(OsmFile, SaysWhatARoadIsLike) {
    const RoadNetwork network = network_of(osm_text({1, 2}, {{7,
                                                              {1, 2},
                                                              {{"highway", "track"},
                                                               {"tracktype", "grade4"},
                                                               {"smoothness", "bad"},
                                                               {"bridge", "yes"},
                                                               {"tunnel", "no"},
                                                               {"ford", "stepping_stones"},
                                                               {"maxweight", "7.5"},
                                                               {"maxheight", "12'6&quot;"},
                                                               {"maxspeed", "30 mph"},
                                                               {"name", "شارع النيل"},
                                                               {"name:en", "Nile Street"},
                                                               {"ref", "M5"}}}}));
    const RoadKind& kind = network.kind_of({0});
    EXPECT_EQ(kind.road_class, "track");
    EXPECT_EQ(kind.surface, "earth");
    EXPECT_EQ(kind.condition, "bad");
    EXPECT_THAT(kind.features, ElementsAre("bridge", "ford"));
    EXPECT_EQ(kind.max_weight, Mass::kilograms(7500));
    EXPECT_NEAR(kind.max_height->metres(), 3.81, 1e-9);
    EXPECT_NEAR(kind.max_speed->metres_per_second(), 13.4112, 1e-9);
    EXPECT_EQ(network.road_of({0}), "شارع النيل");
    EXPECT_THAT(
        network.words().other_names[network.label_of({0}).other_names],
        ElementsAre(std::pair("name", "شارع النيل"), std::pair("name:en", "Nile Street"), std::pair("ref", "M5")));
}

TEST(OsmFile, ALimitThatCannotBeReadIsToldAndAWordForNoneIsNot) {
    const Outcome outcome = read_text(osm_text({1, 2, 3}, {{1, {1, 2}, with(street, {{"maxspeed", "RO:urban"}})},
                                                           {2, {2, 3}, with(street, {{"maxweight", "none"}})}}));
    EXPECT_THAT(outcome.roads->unread, ElementsAre(std::pair("maxspeed=RO:urban", 1)));
}

TEST(OsmFile, WaysWithTheSameTagsAreToldOfEachAndNamedEach) {
    const auto named = [](const char* name) { return with(street, {{"maxspeed", "RO:urban"}, {"name", name}}); };
    const Outcome outcome = read_text(
        osm_text({1, 2, 3, 4}, {{1, {1, 2}, named("Quay")}, {2, {2, 3}, named("Mole")}, {3, {3, 4}, named("Quay")}}));
    EXPECT_THAT(outcome.roads->unread, ElementsAre(std::pair("maxspeed=RO:urban", 3)));
    const RoadNetwork network(outcome.roads->pieces);
    ASSERT_EQ(network.arc_count(), 6U);
    EXPECT_EQ(network.road_of({0}), "Quay");
    EXPECT_EQ(network.road_of({2}), "Mole");
    EXPECT_EQ(network.road_of({5}), "Quay");
}

TEST(OsmFile, FerriesAreRoadsOnRequest) {
    const std::string text = osm_text({1, 2, 3}, {{1, {1, 2}, street}, {2, {2, 3}, {{"route", "ferry"}}}});
    EXPECT_EQ(network_of(text).arc_count(), 2U);
    OsmOptions options;
    options.ferries = true;
    EXPECT_EQ(network_of(text, options).arc_count(), 4U);
}

TEST(OsmFile, BarriersOnARoadMayBeGatesAndStayNodes) {
    const Outcome outcome = read_text(osm_text({1, 2, 3, 9}, {{1, {1, 2, 3}, street}},
                                               {{2, {{"barrier", "lift_gate"}, {"name", "North"}}},
                                                {9, {{"barrier", "lift_gate"}}},
                                                {3, {{"barrier", "unheard-of"}}}}));
    ASSERT_EQ(outcome.roads->gates.size(), 1U);
    EXPECT_EQ(outcome.roads->gates[0].kind, "gate");
    EXPECT_EQ(outcome.roads->gates[0].name, "North");
    EXPECT_EQ(outcome.roads->gates[0].node, 2);
    EXPECT_EQ(RoadNetwork(outcome.roads->pieces).node_count(), 3U);
}

TEST(OsmFile, AWayIsPartedWhereTheFileLacksANode) {
    const Outcome outcome = read_text(osm_text({1, 2, 4, 5}, {{6, {1, 2, 3, 4, 5}, street}, {7, {81, 82}, street}}));
    EXPECT_EQ(RoadNetwork(outcome.roads->pieces).arc_count(), 4U);
    ASSERT_EQ(outcome.roads->repairs.size(), 1U);
    EXPECT_EQ(outcome.roads->repairs[0].kind, "cut");
    EXPECT_EQ(outcome.roads->repairs[0].what, "way 6: 1 of its 5 nodes is not in the file: left out");
    EXPECT_EQ(outcome.roads->outside, 1);
}

TEST(OsmFile, AStretchWithoutLengthIsLeftOutAndTold) {
    // Node 77 lies where node 3 does.
    std::string text = osm_text({1, 2, 3}, {{6, {1, 2}, street}, {7, {3, 3}, street}, {8, {3}, street}});
    text.insert(text.find("<way"), "<node id='77' lat='0.000000' lon='0.030000'/>\n");
    text.insert(text.find("</osm>"), "<way id='9'><nd ref='3'/><nd ref='77'/>" + tags_text(street) + "</way>");
    const Outcome outcome = read_text(text);
    EXPECT_EQ(RoadNetwork(outcome.roads->pieces).arc_count(), 2U);
    std::vector<std::string> told;
    for (const Repair& repair : outcome.roads->repairs) told.push_back(repair.kind + ": " + repair.what);
    EXPECT_THAT(told, ElementsAre("zero_length: way 7 does not lead from one node to another: left out",
                                  "zero_length: way 8 does not lead from one node to another: left out",
                                  "zero_length: way 9 has a stretch without length: left out"));
}

TEST(OsmFile, OfTwoWaysWithOneNumberTheFirstCounts) {
    const Outcome outcome = read_text(osm_text({1, 2, 3}, {{6, {1, 2}, street}, {6, {2, 3}, street}}));
    EXPECT_EQ(RoadNetwork(outcome.roads->pieces).arc_count(), 2U);
    ASSERT_EQ(outcome.roads->repairs.size(), 1U);
    EXPECT_EQ(outcome.roads->repairs[0].kind, "duplicate");
}

TEST(Law, TheOrderOfObjectsInAnOsmFileDoesNotMatter) {
    std::mt19937 random(7);
    std::vector<int> nodes(60);
    for (int i = 0; i < 60; ++i) nodes[static_cast<std::size_t>(i)] = i + 1;
    for (int trial = 0; trial < 20; ++trial) {
        std::vector<Way> ways;
        for (int id = 1; id <= 25; ++id) {
            Way way{id, {}, street};
            for (unsigned i = 0; i < 2 + random() % 4; ++i) way.nodes.push_back(1 + static_cast<int>(random() % 60));
            if (random() % 3 == 0) way.tags.push_back({"oneway", "yes"});
            ways.push_back(way);
        }
        const auto digest = network_of(osm_text(nodes, ways)).digest();
        std::shuffle(nodes.begin(), nodes.end(), random);
        std::shuffle(ways.begin(), ways.end(), random);
        EXPECT_EQ(network_of(osm_text(nodes, ways)).digest(), digest);
    }
}

TEST(Refusal, WhatIsNoOsmFileIsOneFault) {
    for (const char* text : {"", "no xml", "<?xml version='1.0'?><osm version='0.6'><node id='1' lat='1' lon='1'>"}) {
        const Outcome outcome = read_text(text);
        EXPECT_FALSE(outcome.roads);
        ASSERT_EQ(outcome.faults.size(), 1U);
        EXPECT_THAT(outcome.faults[0].text(), HasSubstr("roads.osm: cannot be read to its end as OpenStreetMap data"));
    }
}

TEST(Refusal, AnOsmFileWithoutRoadsIsOneFault) {
    const Outcome outcome = read_text(osm_text({1, 2}, {{1, {1, 2}, {{"building", "yes"}}}}));
    EXPECT_FALSE(outcome.roads);
    ASSERT_EQ(outcome.faults.size(), 1U);
    EXPECT_THAT(outcome.faults[0].message, HasSubstr("no roads among 1 ways and 2 nodes"));
}

/// How many files this process has open.
std::ptrdiff_t open_files() {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), std::filesystem::directory_iterator());
}

TEST(OsmFile, FilesThatCannotBeReadAreClosed) {
    const auto whole = read_text_file(test_data() / "osm-extracts" / "an-nabk.osm.pbf");
    std::vector<Diagnostic> faults;
    const auto before = open_files();
    for (const std::size_t size : {std::size_t{3}, std::size_t{60}, whole.size() / 2, whole.size() - 1, whole.size()}) {
        const test::ScratchFile file("roads.osm.pbf", std::string_view(whole).substr(0, size));
        faults.clear();
        EXPECT_EQ(read_osm_file(file.path(), shipped(), {}, "roads", faults).has_value(), size == whole.size());
        EXPECT_EQ(faults.empty(), size == whole.size());
    }
    EXPECT_EQ(open_files(), before);
}

}  // namespace
}  // namespace aidway
