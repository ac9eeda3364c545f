// SPDX-License-Identifier: Apache-2.0
#include "network/crossings.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "network/build.hpp"
#include "support/draw_network.hpp"

namespace aidway {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Built build(const std::vector<LineFeature>& lines, Crossings crossings) {
    std::vector<Diagnostic> faults;
    Built built = build_network(lines, {Distance{}, false, crossings}, "roads", faults);
    EXPECT_THAT(faults, IsEmpty());
    return built;
}

std::vector<std::string> told(const Built& built) {
    std::vector<std::string> all;
    for (const Repair& repair : built.repairs) {
        all.push_back(repair.kind + ": " + repair.what);
    }
    return all;
}

LineFeature line(std::int64_t fid, std::vector<LonLat> points) { return {fid, std::move(points), "", "", {""}}; }

/// A crossroads without a junction.
std::vector<LineFeature> crossroads() { return {line(1, {{0, 0}, {0.02, 0}}), line(2, {{0.01, -0.01}, {0.01, 0.01}})}; }

TEST(Crossings, AreLeftToldOrJoinedAsAsked) {
    EXPECT_EQ(build(crossroads(), Crossings::leave).network.node_count(), 4U);
    EXPECT_THAT(told(build(crossroads(), Crossings::leave)), IsEmpty());

    const Built noticed = build(crossroads(), Crossings::tell);
    EXPECT_EQ(noticed.network.node_count(), 4U);
    EXPECT_THAT(told(noticed),
                ElementsAre("crossing: feature 1 crosses feature 2 without a common vertex: they do not meet"));
    EXPECT_EQ(noticed.repairs[0].at, (LonLat{0.01, 0}));

    const Built joined = build(crossroads(), Crossings::join);
    EXPECT_EQ(joined.network.node_count(), 5U);
    EXPECT_EQ(joined.network.arc_count(), 8U);
    EXPECT_THAT(told(joined), ElementsAre("crossing: feature 1 crosses feature 2 without a common vertex: joined"));
}

TEST(Crossings, ALineThatPassesThroughAVertexOfAnotherCrossesItOnce) {
    const std::vector<LineFeature> lines{line(1, {{0, 0}, {0.02, 0}}),
                                         line(2, {{0.01, -0.01}, {0.01, 0}, {0.015, 0.01}})};
    const Built joined = build(lines, Crossings::join);
    EXPECT_THAT(told(joined), ElementsAre("crossing: feature 1 crosses feature 2 without a common vertex: joined"));
    EXPECT_EQ(joined.network.node_count(), 5U);
}

TEST(Crossings, BridgesTunnelsAndJunctionsAreNone) {
    for (const char* feature : {"bridge", "tunnel"}) {
        std::vector<LineFeature> lines = crossroads();
        lines[1].kind.features = {feature};
        EXPECT_THAT(told(build(lines, Crossings::join)), IsEmpty());
        lines[1].kind.features = {"ford"};
        EXPECT_EQ(told(build(lines, Crossings::join)).size(), 1U);
    }
    const std::vector<LineFeature> junction{line(1, {{0, 0}, {0.01, 0}, {0.02, 0}}),
                                            line(2, {{0.01, -0.01}, {0.01, 0}, {0.01, 0.01}})};
    EXPECT_THAT(told(build(junction, Crossings::tell)), IsEmpty());
    const std::vector<LineFeature> alongside{line(1, {{0, 0}, {0.02, 0}}), line(2, {{0.01, 0}, {0.03, 0}})};
    EXPECT_THAT(told(build(alongside, Crossings::tell)), IsEmpty());  // one upon the other, not across
}

TEST(Crossings, ACrossingSharesAStatedLength) {
    std::vector<LineFeature> lines = crossroads();
    lines[0].length = Distance::kilometres(8);
    const Built joined = build(lines, Crossings::join);
    EXPECT_NEAR(joined.network.length_m()[0], 4000, 0.01);
}

std::vector<LineFeature> scribble(std::mt19937& random, int lines) {
    const auto coordinate = [&random] { return static_cast<double>(random() % 2'000'000) / 1e7; };
    std::vector<LineFeature> all;
    for (int i = 0; i < lines; ++i) {
        LineFeature one = line(i, {});
        for (unsigned points = 2 + random() % 4; points > 0; --points)
            one.points.push_back({coordinate(), coordinate()});
        all.push_back(one);
    }
    return all;
}

/// How often segments of different lines cross, by the plain formula.
std::size_t crossings_by_hand(const std::vector<LineFeature>& lines) {
    const auto left = [](LonLat a, LonLat b, LonLat c) {
        return (b.lon_deg - a.lon_deg) * (c.lat_deg - a.lat_deg) > (b.lat_deg - a.lat_deg) * (c.lon_deg - a.lon_deg);
    };
    std::size_t count = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t j = i + 1; j < lines.size(); ++j) {
            for (std::size_t p = 0; p + 1 < lines[i].points.size(); ++p) {
                for (std::size_t q = 0; q + 1 < lines[j].points.size(); ++q) {
                    const auto [a, b] = std::pair(lines[i].points[p], lines[i].points[p + 1]);
                    const auto [c, d] = std::pair(lines[j].points[q], lines[j].points[q + 1]);
                    count += left(a, b, c) != left(a, b, d) && left(c, d, a) != left(c, d, b) ? 1 : 0;
                }
            }
        }
    }
    return count;
}

TEST(Law, CrossingsAreFoundAsByHandInWhateverOrder) {
    std::mt19937 random(1);
    for (int trial = 0; trial < 50; ++trial) {
        std::vector<LineFeature> lines = scribble(random, 30);
        const Built noticed = build(lines, Crossings::tell);
        const Built joined = build(lines, Crossings::join);
        EXPECT_EQ(noticed.repairs.size(), crossings_by_hand(lines));
        EXPECT_EQ(joined.repairs.size(), noticed.repairs.size());
        EXPECT_EQ(joined.network.node_count(), noticed.network.node_count() + noticed.repairs.size());
        std::shuffle(lines.begin(), lines.end(), random);
        for (std::size_t i = 0; i < lines.size(); i += 2) std::reverse(lines[i].points.begin(), lines[i].points.end());
        const Built again = build(lines, Crossings::join);
        EXPECT_EQ(again.network.digest(), joined.network.digest());
        EXPECT_EQ(told(again), told(joined));
    }
}

}  // namespace
}  // namespace aidway
