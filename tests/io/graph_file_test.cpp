// SPDX-License-Identifier: Apache-2.0
#include "io/graph_file.hpp"

#include <gmock/gmock.h>

namespace aidway {
namespace {

using testing::ElementsAre;

std::string said_of(const std::string& text) {
    std::vector<Diagnostic> faults;
    const auto graph = read_arc_list("roads.gr", text, faults);
    EXPECT_EQ(graph.has_value(), faults.empty());
    std::string all;
    for (const Diagnostic& fault : faults) all += fault.text() + "\n";
    return all;
}

TEST(GraphFile, ArcsOfDimacsHaveWeightsAndOneDirection) {
    std::vector<Diagnostic> faults;
    const auto graph = read_arc_list("x", "c a comment\np sp 3 2\n\na 1 2 70\r\nca: no comment is needed\n", faults);
    EXPECT_FALSE(graph);
    faults.clear();
    const auto good = read_arc_list("x", "c a comment\np sp 3 2\n\na 1 2 70\r\nc\na 3 1 5", faults);
    ASSERT_TRUE(good);
    EXPECT_EQ(good->nodes, 3U);
    EXPECT_TRUE(good->weighted);
    EXPECT_THAT(good->tail, ElementsAre(0, 2));
    EXPECT_THAT(good->head, ElementsAre(1, 0));
    EXPECT_THAT(good->weight, ElementsAre(70, 5));
}

TEST(GraphFile, EdgesOfPaceAreAnArcEachWay) {
    std::vector<Diagnostic> faults;
    const auto graph = read_arc_list("x", "p tw 3 2\n1 2\n2 3\n", faults);
    ASSERT_TRUE(graph);
    EXPECT_FALSE(graph->weighted);
    EXPECT_THAT(graph->tail, ElementsAre(0, 1, 1, 2));
    EXPECT_THAT(graph->head, ElementsAre(1, 0, 2, 1));
    EXPECT_THAT(graph->weight, ElementsAre(1, 1, 1, 1));
}

TEST(GraphFile, EveryBadLineIsToldWithItsNumber) {
    EXPECT_EQ(said_of("p sp 2 5\na 1 3 4\na 1 2 0\na 1 2\nb 1 2 3\na 1 2 4294967295\n"),
              "roads.gr:2:1: 'a 1 3 4': expected two nodes from 1 to 2\n"
              "roads.gr:3:1: 'a 1 2 0': expected a weight from 1 to 4294967294\n"
              "roads.gr:4:1: 'a 1 2': expected 'a TAIL HEAD WEIGHT'\n"
              "roads.gr:5:1: 'b 1 2 3': expected 'a TAIL HEAD WEIGHT'\n"
              "roads.gr:6:1: 'a 1 2 4294967295': expected a weight from 1 to 4294967294\n");
    EXPECT_EQ(said_of("p tw 2 1\n1 2 3\n"), "roads.gr:2:1: '1 2 3': expected 'NODE NODE'\n");
    EXPECT_EQ(said_of("p max 2 1\n1 2\n"),
              "roads.gr:1:1: 'p max 2 1': expected 'p sp NODES ARCS' or 'p tw NODES EDGES'\n"
              "roads.gr:2:1: '1 2': expected a line 'p sp NODES ARCS' or 'p tw NODES EDGES' before it\n");
    EXPECT_EQ(said_of("p tw 2 1\np tw 2 1\n1 2\n"),
              "roads.gr:2:1: 'p tw 2 1': expected one line 'p', after that of line 1\n");
}

TEST(GraphFile, ACountThatIsNotKeptIsAFaultAndOneThatIsKeptIsNot) {
    EXPECT_EQ(said_of("p tw 3 3\n1 2\n2 3\n"), "roads.gr:1:1: 3 are said to follow: there are 2\n");
    EXPECT_EQ(said_of("p tw 3 2\n1 2\n2 3\n"), "");
    EXPECT_EQ(
        said_of(""),
        "roads.gr: there is no line 'p sp NODES ARCS' or 'p tw NODES EDGES': expected a graph of DIMACS or PACE\n");
    EXPECT_EQ(said_of("p tw 4294967294 0\n"), "");  // a promise costs nothing
}

TEST(GraphFile, OfManyFaultsTheFirstHundredAreTold) {
    std::string text = "p tw 2 1000\n";
    for (int i = 0; i < 1000; ++i) text += "x\n";
    std::vector<Diagnostic> faults;
    EXPECT_FALSE(read_arc_list("x", text, faults));
    EXPECT_EQ(faults.size(), 100U);
}

TEST(GraphFile, PlacesAreMillionthsOfADegree) {
    std::vector<Diagnostic> faults;
    const auto places = read_node_places("x.co", "p aux sp co 2\nv 2 -73530767 41085396\nv 1 0 1\n", faults);
    ASSERT_TRUE(places);
    EXPECT_THAT(*places, ElementsAre(LonLat{0, 1e-6}, LonLat{-73.530767, 41.085396}));
}

TEST(GraphFile, PlacesThatLackOrRepeatANodeAreRefused) {
    for (const char* text : {"p aux sp co 2\nv 1 0 0\n", "p aux sp co 2\nv 1 0 0\nv 1 0 0\n", "v 1 0 0\n", "",
                             "p aux sp co 1\nv 1 180000001 0\n", "p aux sp co 4000000000\nv 4000000000 0 0\n"}) {
        std::vector<Diagnostic> faults;
        EXPECT_FALSE(read_node_places("x.co", text, faults)) << text;
        EXPECT_FALSE(faults.empty()) << text;
    }
}

}  // namespace
}  // namespace aidway
