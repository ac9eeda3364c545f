// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "network/build.hpp"

namespace aidway {
namespace {

LineFeature arc(std::int64_t fid, std::vector<LonLat> points, const std::string& road_class = "") {
    return {fid, std::move(points), "", "", {road_class}};
}

RoadNetwork of_arcs(const std::vector<LineFeature>& arcs) {
    std::vector<Diagnostic> faults;
    Built built = build_network(arcs, {.tolerance = Distance::metres(50), .mend = true, .meeting = Meeting::at_ends},
                                "arcs", faults);
    EXPECT_THAT(faults, testing::IsEmpty());
    return built.network;
}

const std::vector<LonLat> there{{0, 0}, {0.01, 0.001}, {0.02, 0}};
const std::vector<LonLat> back{{0.02, 0}, {0.01, 0.001}, {0, 0}};

TEST(BuildArcs, MeetAtTheirEndsAlone) {
    const auto network = of_arcs({arc(1, there), arc(2, {{0.01, 0.001}, {0.01, 0.01}}), arc(3, {{0.0201, 0}, {1, 0}})});
    EXPECT_EQ(network.arc_count(), 3U);  // neither parted at the shared vertex nor joined over 11 m
    EXPECT_EQ(network.node_count(), 6U);
    EXPECT_THAT(network.reverse(), testing::Each(no_arc));
}

TEST(BuildArcs, AnArcAndTheOneThatLeadsBackAreOneRoad) {
    const auto network = of_arcs({arc(1, there, "street"), arc(1, back, "street to foot")});
    ASSERT_EQ(network.arc_count(), 2U);
    EXPECT_THAT(network.reverse(), testing::ElementsAre(ArcId{1}, ArcId{0}));
    EXPECT_EQ(network.kind_of(ArcId{0}).road_class, "street");  // each way keeps what it is like
    EXPECT_EQ(network.kind_of(ArcId{1}).road_class, "street to foot");
    EXPECT_EQ(network.shape(ArcId{1}), back);
}

TEST(BuildArcs, OfAnotherFeatureOrLengthAreAnotherRoad) {
    LineFeature longer = arc(1, back);
    longer.length = Distance::metres(9000);
    for (const LineFeature& other : {arc(2, back), longer}) {
        const auto network = of_arcs({arc(1, there), other});
        EXPECT_THAT(network.reverse(), testing::ElementsAre(no_arc, no_arc));
    }
}

TEST(BuildArcs, CopiesStayAndFindAWayBackEach) {
    const auto network = of_arcs({arc(1, there), arc(1, there), arc(1, back), arc(1, back), arc(1, there)});
    ASSERT_EQ(network.arc_count(), 5U);
    EXPECT_EQ(std::count(network.reverse().begin(), network.reverse().end(), no_arc), 1);
}

TEST(BuildArcs, ThatAreTheSameBothWaysRoundPairToo) {
    const std::vector<LonLat> out_and_in{{0, 0}, {0.01, 0}, {0, 0}};
    EXPECT_THAT(of_arcs({arc(1, out_and_in), arc(1, out_and_in)}).reverse(), testing::ElementsAre(ArcId{1}, ArcId{0}));
    EXPECT_THAT(of_arcs({arc(1, out_and_in)}).reverse(), testing::ElementsAre(no_arc));
}

TEST(BuildArcs, MakeTheNetworkTheyCameFromInAnyOrder) {
    std::vector<Diagnostic> faults;
    std::mt19937 random(11);
    std::vector<LineFeature> lines;
    for (int i = 0; i < 200; ++i) {
        const auto at = [&random] {
            return LonLat{0.01 * static_cast<double>(random() % 8), 0.01 * static_cast<double>(random() % 8)};
        };
        LineFeature line = arc(i, {at(), at(), at()}, i % 3 == 0 ? "dual" : "track");
        line.one_way = i % 4 == 0;
        if (i % 5 == 0) line.length = Distance::metres(1000 + i);
        lines.push_back(std::move(line));
    }
    const RoadNetwork drawn = build_network(lines, {Distance{}, true}, "drawn", faults).network;
    std::vector<LineFeature> arcs;
    for (std::uint32_t i = 0; i < drawn.arc_count(); ++i) {
        LineFeature one{0, drawn.shape({i}), "", "", drawn.kind_of({i})};
        if (drawn.label_of({i}).length_is_stated) one.length = Distance::metres(drawn.length_m()[i]);
        arcs.push_back(std::move(one));
    }
    for (int turn = 0; turn < 3; ++turn) {
        EXPECT_EQ(of_arcs(arcs).digest(), drawn.digest());
        std::shuffle(arcs.begin(), arcs.end(), random);
    }
}

TEST(BuildArcs, WithoutLengthAreLeftOutAndToldOf) {
    std::vector<Diagnostic> faults;
    const Built built =
        build_network({arc(1, there), arc(7, {{1, 1}, {1, 1}})},
                      {.tolerance = Distance{}, .mend = true, .meeting = Meeting::at_ends}, "arcs", faults);
    EXPECT_EQ(built.network.arc_count(), 1U);
    ASSERT_EQ(built.repairs.size(), 1U);
    EXPECT_EQ(built.repairs[0].what, "feature 7: the line has 1 distinct point: left out");
}

}  // namespace
}  // namespace aidway
