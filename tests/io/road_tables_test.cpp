// SPDX-License-Identifier: Apache-2.0
#include "io/road_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "io/text_file.hpp"
#include "network/build.hpp"
#include "network/short_lengths.hpp"
#include "support/folders.hpp"

namespace aidway {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Read {
    std::vector<LineFeature> lines;
    std::vector<std::string> faults;
};

Read read(const std::string& places, const std::string& links, LinkColumns columns = {}) {
    std::vector<Diagnostic> faults;
    Read result;
    const Table place_table = parse_csv("places.csv", places, faults);
    const Table link_table = parse_csv("links.csv", links, faults);
    columns.link.length_km = "distance";
    result.lines = read_links(place_table, link_table, columns, faults);
    for (const Diagnostic& fault : faults) result.faults.push_back(fault.text());
    return result;
}

const std::string places = "name,lat,lon\nHama,35.1,36.7\nHoms,34.7,36.7\nTartus,34.9,35.9\n";

TEST(RoadTables, ALinkIsALineBetweenItsPlacesWithTheLengthItStates) {
    const Read got = read(places, "name1,name2,distance\nHama,Homs,50\nHoms,Tartus,\n");
    EXPECT_THAT(got.faults, IsEmpty());
    ASSERT_EQ(got.lines.size(), 2U);
    EXPECT_EQ(got.lines[0].fid, 2);
    EXPECT_EQ(got.lines[0].road, "Hama - Homs");
    EXPECT_EQ(got.lines[0].points, (std::vector<LonLat>{{36.7, 35.1}, {36.7, 34.7}}));
    EXPECT_EQ(got.lines[0].length, Distance::kilometres(50));
    EXPECT_EQ(got.lines[1].length, std::nullopt);
}

TEST(RoadTables, ColumnsMayHaveOtherNamesAndGiveDirectionGateAndRoad) {
    LinkColumns columns{"#town", "x", "y", "a", "b", {"road", "gate", "", "", "oneway"}};
    const Read got = read("#town,x,y\nHama,36.7,35.1\nHoms,36.7,34.7\n",
                          "a,b,distance,road,gate,oneway\nHama,Homs,50,M5,rastan,-1\n", columns);
    EXPECT_THAT(got.faults, IsEmpty());
    ASSERT_EQ(got.lines.size(), 1U);
    EXPECT_EQ(got.lines[0].road, "M5");
    EXPECT_EQ(got.lines[0].gate, "rastan");
    EXPECT_TRUE(got.lines[0].one_way);
    EXPECT_EQ(got.lines[0].points.front(), (LonLat{36.7, 34.7}));
}

TEST(RoadTables, SayWhereALinkOrAPlaceIsWrong) {
    EXPECT_THAT(
        read(places, "name1,name2,distance\nHama,Homms,50\nHama,Hama,3\nHama,Homs,5 km\nHoms,Tartus,0\n").faults,
        ElementsAre("links.csv:2:6: there is no place 'Homms'; did you mean 'Homs'?",
                    "links.csv:3:6: the link leads from a place to itself",
                    "links.csv:4:11: the length is '5 km': expected a number of km above 0",
                    "links.csv:5:13: the length is '0': expected a number of km above 0"));
    EXPECT_THAT(
        read("name,lat,lon\nHama,35.1,36.7\nHama,34.7,36.7\nHoms,north,36.7\nTartus,34.9,235.9\n",
             "name1,name2,distance\nHama,Homs,50\n")
            .faults,
        ElementsAre("places.csv:3:1: there are two places 'Hama'", "places.csv:4:6: 'north' is no number of degrees",
                    "places.csv:5:13: (235.9, 34.9) is off the globe: expected a longitude in [-180, 180] and "
                    "a latitude in [-90, 90]"));
    EXPECT_THAT(read("nme,lat,lon\n", "name1,distance\n").faults,
                ElementsAre("places.csv:1:1: missing column 'name'; did you mean 'nme'?",
                            "links.csv:1:1: missing column 'name2'; did you mean 'name1'?"));
}

TEST(RoadTables, TheGraphOfSyriaInFleeHasOneLinkThatNoRoadCanBe) {
    const auto folder = test_data() / "flee-syria-2017";
    std::vector<Diagnostic> faults;
    const Table towns = parse_csv("locations.csv", read_text_file(folder / "locations.csv"), faults);
    const Table routes = parse_csv("routes.csv", read_text_file(folder / "routes.csv"), faults);
    LinkColumns columns;
    columns.link.length_km = "distance_km";
    const auto lines = read_links(towns, routes, columns, faults);
    ASSERT_THAT(faults, IsEmpty());
    ASSERT_EQ(lines.size(), 244U);
    const auto impossible = short_lengths(lines);
    ASSERT_EQ(impossible.size(), 1U);
    EXPECT_EQ(impossible[0].what, "feature 33 (Shahba - As_Sanamayn): 19.0 km stated for 56.3 km of great circle");
    const Built built = build_network(lines, {}, "routes.csv", faults);
    EXPECT_THAT(faults, IsEmpty());
    EXPECT_THAT(built.repairs, IsEmpty());
    EXPECT_EQ(built.network.arc_count(), 488U);
}

TEST(ShortLengths, LetRoundingsBe) {
    LineFeature line{7, {{0, 0}, {0, 1}}, "", "", {""}};
    line.length = Distance::kilometres(111);
    EXPECT_THAT(short_lengths({line}), IsEmpty());
    line.length = Distance::kilometres(110);
    ASSERT_EQ(short_lengths({line}).size(), 1U);
    EXPECT_EQ(short_lengths({line})[0].what, "feature 7: 110.0 km stated for 111.2 km of great circle");
    line.length = std::nullopt;
    EXPECT_THAT(short_lengths({line}), IsEmpty());
}

}  // namespace
}  // namespace aidway
