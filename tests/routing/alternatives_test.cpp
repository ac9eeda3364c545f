// SPDX-License-Identifier: Apache-2.0
#include "routing/alternatives.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <tuple>

#include "support/route_world.hpp"

namespace aidway {
namespace {

using std::chrono::minutes;
using test::drawn_world;
using test::RouteWorld;

// Three ways from A to B: 8, 12 and 14 minutes.
const char* const three_ways =
    "C-------D\n"
    "|       |\n"
    "A---1---B\n"
    "|       |\n"
    "|       |\n"
    "E---2---F\n";

std::vector<std::int64_t> minutes_of(const std::vector<Route>& routes) {
    std::vector<std::int64_t> all;
    for (const Route& route : routes) all.push_back(std::chrono::round<minutes>(route.driving).count());
    return all;
}

/// Ways between the first two terminals.
std::vector<Route> ways(const RouteWorld& world, const std::vector<GateState>& states,
                        const AlternativeOptions& options = {}) {
    return alternatives(world.program().graph(), world.terminals[0], world.terminals[1], states, options);
}

/// Share of a way's road that another uses, counted road by road.
double share(const RoadNetwork& network, const Route& way, const Route& other) {
    const auto roads = [&network](const Route& route) {
        std::set<ArcId> found;
        for (const ArcId arc : route.arcs) found.insert(std::min(arc, network.reverse()[arc.index()]));
        return found;
    };
    double all = 0, common = 0;
    for (const ArcId arc : roads(way)) {
        all += network.length_m()[arc.index()];
        if (roads(other).count(arc) > 0) common += network.length_m()[arc.index()];
    }
    return common / all;
}

TEST(Alternatives, ListDifferentWaysTheFastestFirst) {
    const RouteWorld world = drawn_world(three_ways, "AB");
    const std::vector<GateState> open(2);
    EXPECT_THAT(minutes_of(ways(world, open)), testing::ElementsAre(8, 12, 14));
    AlternativeOptions two;
    two.most = 2;
    EXPECT_THAT(minutes_of(ways(world, open, two)), testing::ElementsAre(8, 12));
    AlternativeOptions quick;
    quick.slower_by = 1.6;
    EXPECT_THAT(minutes_of(ways(world, open, quick)), testing::ElementsAre(8, 12));
}

TEST(Alternatives, NeverPassAClosedGateAndCountDelays) {
    const RouteWorld world = drawn_world(three_ways, "AB");
    const auto routes = ways(world, {{false, {}}, {true, minutes(3)}});
    ASSERT_THAT(minutes_of(routes), testing::ElementsAre(12, 14));
    EXPECT_NEAR(routes[1].total_ms, 17 * 60'000, 10);
    EXPECT_THAT(routes[1].steps, testing::SizeIs(1));
}

TEST(Alternatives, AreNoneWhereThereIsNoWay) {
    const RouteWorld world = drawn_world("A-1-B", "AB");
    EXPECT_THAT(ways(world, {{false, {}}}), testing::IsEmpty());
    EXPECT_THAT(ways(world, {{true, {}}}), testing::SizeIs(1));
}

TEST(Alternatives, StandInTheOrderOfTheCriterion) {
    // 8 km with 10 minutes at a gate, 12 km without a gate, 14 km with no time lost at one.
    const RouteWorld world = drawn_world(three_ways, "AB");
    const std::vector<GateState> states{{true, minutes(10)}, {true, {}}};
    AlternativeOptions options;
    EXPECT_THAT(minutes_of(ways(world, states, options)), testing::ElementsAre(12, 14, 8));
    options.by = Criterion::shortest;
    EXPECT_THAT(minutes_of(ways(world, states, options)), testing::ElementsAre(8, 12, 14));
    options.by = Criterion::fewest_gates;
    EXPECT_THAT(minutes_of(ways(world, states, options)), testing::ElementsAre(12, 14, 8));
    options.slower_by = 1.4;  // 18 minutes is half as long again
    EXPECT_THAT(minutes_of(ways(world, states, options)), testing::ElementsAre(12, 14));
}

TEST(Alternatives, TellTheShareOfAWayThatAnotherUses) {
    const RouteWorld world = drawn_world(
        "A----B---C\n"
        "     |   |\n"
        "     D---E\n",
        "AC");
    const auto routes = ways(world, {});
    ASSERT_THAT(routes, testing::SizeIs(2));
    EXPECT_NEAR(shared(*world.network, routes[0], routes[1]), 5.0 / 9, 1e-6);
    EXPECT_NEAR(shared(*world.network, routes[1], routes[0]), 5.0 / 13, 1e-6);
    EXPECT_EQ(shared(*world.network, {}, routes[0]), 1.0);
}

TEST(Alternatives, AreAtLeastOne) {
    const RouteWorld world = drawn_world("A---B", "AB");
    AlternativeOptions options;
    options.most = 1;
    EXPECT_THAT(ways(world, {}, options), testing::SizeIs(1));
    options.most = 0;
    EXPECT_THROW((void)ways(world, {}, options), std::invalid_argument);
}

/// What a way counts for by a criterion, of its arcs and steps alone; time decides between equals.
std::tuple<std::int64_t, std::uint32_t> counted(const RouteWorld& world, const Route& route, Criterion by) {
    std::int64_t length_mm = 0;
    for (const ArcId arc : route.arcs) length_mm += world.network->length_m().mm(arc.index());
    if (by == Criterion::shortest) return {length_mm, route.total_ms};
    return {by == Criterion::fewest_gates ? static_cast<std::int64_t>(route.steps.size()) : 0, route.total_ms};
}

class ByCriterion : public testing::TestWithParam<Criterion> {};

TEST_P(ByCriterion, AlternativesKeepTheirBounds) {
    std::mt19937 random(41);
    std::size_t most = 0, faster = 0;
    for (int trial = 0; trial < 90; ++trial) {
        RouteWorld world =
            trial % 2 == 0 ? test::random_world(random, 20, 50, 3) : test::one_way_world(random, 20, 50, 3);
        std::swap(world.terminals[1], world.terminals.back());
        const auto states = test::random_states(random, world.gates.size());
        AlternativeOptions options;
        options.most = 2 + trial % 3;
        options.overlap = 0.2 + 0.1 * (trial % 6);
        options.slower_by = 1.2 + 0.2 * (trial % 7);
        options.by = GetParam();
        const auto routes = ways(world, states, options);
        EXPECT_EQ(routes, ways(world, states, options));
        const Route best =
            best_way(world.program().graph(), world.terminals[0], world.terminals[1], states, options.by);
        ASSERT_EQ(routes.empty(), !best.reachable);
        if (routes.empty()) continue;
        EXPECT_EQ(routes[0], best);
        EXPECT_LE(routes.size(), static_cast<std::size_t>(options.most));
        most = std::max(most, routes.size());
        for (std::size_t i = 1; i < routes.size(); ++i) {
            EXPECT_LE(routes[i].total_ms, options.slower_by * routes[0].total_ms);
            EXPECT_GE(counted(world, routes[i], options.by), counted(world, routes[i - 1], options.by));
            faster += routes[i].total_ms < routes[0].total_ms ? 1 : 0;
            for (std::size_t j = 0; j < i; ++j) {
                EXPECT_LE(share(*world.network, routes[i], routes[j]), options.overlap + 1e-9);
                EXPECT_LE(share(*world.network, routes[j], routes[i]), options.overlap + 1e-9);
                EXPECT_DOUBLE_EQ(shared(*world.network, routes[i], routes[j]),
                                 share(*world.network, routes[i], routes[j]));
            }
        }
    }
    EXPECT_GE(most, 3U);
    EXPECT_EQ(faster > 0, GetParam() != Criterion::fastest);
}

TEST_P(ByCriterion, AlternativesDoNotDependOnTheOrderOfFeaturesOrGates) {
    std::mt19937 random(42);
    std::size_t several = 0;
    for (int trial = 0; trial < 40; ++trial) {
        // A lattice: very many ways tie.
        std::vector<LineFeature> lines = test::random_lines(random, 25, 70, 4);
        const std::vector<LonLat> ends{lines[0].points[0], lines[5].points[1]};
        const RouteWorld world = test::world_of(lines, ends);
        std::shuffle(lines.begin(), lines.end(), random);
        for (LineFeature& line : lines) {
            if (random() % 2 == 0) std::reverse(line.points.begin(), line.points.end());
        }
        RouteWorld other = test::world_of(lines, ends);
        std::reverse(other.gates.begin(), other.gates.end());
        auto states = test::random_states(random, world.gates.size());
        for (GateState& state : states) state.delay = minutes(state.delay.count() % 2);
        AlternativeOptions options;
        options.by = GetParam();
        const auto routes = ways(world, states, options);
        std::reverse(states.begin(), states.end());
        const auto again = ways(other, states, options);
        ASSERT_EQ(again.size(), routes.size());
        several += routes.size() > 1 ? 1 : 0;
        for (std::size_t i = 0; i < routes.size(); ++i) {
            EXPECT_EQ(again[i].arcs, routes[i].arcs);
            EXPECT_EQ(again[i].total_ms, routes[i].total_ms);
            EXPECT_EQ(again[i].length_m, routes[i].length_m);
            EXPECT_EQ(again[i].steps.size(), routes[i].steps.size());
        }
    }
    EXPECT_GE(several, 10U);
}

INSTANTIATE_TEST_SUITE_P(Law, ByCriterion,
                         testing::Values(Criterion::fastest, Criterion::shortest, Criterion::fewest_gates));

}  // namespace
}  // namespace aidway
