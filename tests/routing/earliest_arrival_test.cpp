// SPDX-License-Identifier: Apache-2.0
#include "routing/earliest_arrival.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "routing/best_way.hpp"
#include "support/route_oracle.hpp"
#include "support/route_world.hpp"
#include "support/time_expanded.hpp"

namespace aidway {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using test::drawn_world;
using test::RouteWorld;

constexpr Hours daytime{6 * 3600, 18 * 3600};

PassageGraph graph_of(const RouteWorld& world) { return PassageGraph(world.network, world.times_ms, world.gates); }

TimedRoute ask(const RouteWorld& world, Duration departure, const std::vector<GateWindow>& windows) {
    return earliest_arrival(graph_of(world), world.terminals[0], world.terminals[1], departure, windows);
}

TEST(EarliestArrival, WaitsAtAGateUntilItOpens) {
    const RouteWorld world = drawn_world("A----------B-1-C", "AC");
    const TimedRoute route = ask(world, hours(5), {{true, daytime, minutes(20)}});
    ASSERT_TRUE(route.reachable);
    EXPECT_THAT(route.steps, testing::ElementsAre(TimedRoute::Step{GateId{0}, hours(5) + minutes(11), hours(6)}));
    EXPECT_EQ(route.waiting, minutes(49));
    EXPECT_EQ(route.arrival, hours(6) + minutes(24));
}

TEST(EarliestArrival, AtClosingTimeOneWaitsForTheNextDay) {
    const RouteWorld world = drawn_world("A-1-B", "AB");
    EXPECT_EQ(ask(world, hours(18) - std::chrono::seconds(1), {{true, daytime, {}}}).waiting, minutes(0));
    EXPECT_EQ(ask(world, hours(18), {{true, daytime, {}}}).waiting, hours(12));
    EXPECT_EQ(ask(world, hours(24 * 9 + 18), {{true, daytime, {}}}).arrival, hours(24 * 10 + 6) + minutes(4));
}

TEST(EarliestArrival, GoesRoundWhereWaitingTakesLonger) {
    const RouteWorld world = drawn_world(
        "A--1--B\n"
        "|     |\n"
        "C-----D\n",
        "AB");
    EXPECT_EQ(ask(world, hours(3), {{true, daytime, {}}}).arrival, hours(3) + minutes(10));
    EXPECT_EQ(ask(world, hours(6) - minutes(1), {{true, daytime, {}}}).arrival, hours(6) + minutes(6));
    EXPECT_EQ(ask(world, hours(7), {{false, daytime, {}}}).arrival, hours(7) + minutes(10));
}

TEST(EarliestArrival, AGateThatNeverOpensIsNoWay) {
    const RouteWorld world = drawn_world("A-1-B", "AB");
    EXPECT_FALSE(ask(world, hours(7), {{false, daytime, {}}}).reachable);
    EXPECT_TRUE(ask(world, hours(7), {{true, daytime, {}}}).reachable);
}

TEST(EarliestArrival, WhoIsInsideAGateAtClosingTimePassesOn) {
    const RouteWorld world = drawn_world("A--1--B--1--C", "AC");
    const TimedRoute route = ask(world, hours(18) - minutes(1), {{true, daytime, {}}});
    EXPECT_EQ(route.arrival, hours(18) + minutes(11));
    EXPECT_EQ(route.waiting, minutes(0));
}

TEST(Law, LaterDepartureNeverArrivesEarlier) {
    std::mt19937 random(21);
    for (int trial = 0; trial < 30; ++trial) {
        const RouteWorld world = test::random_world(random, 15, 30, 5);
        const PassageGraph graph = graph_of(world);
        std::vector<GateWindow> windows;
        for (std::size_t gate = 0; gate < world.gates.size(); ++gate) {
            const int from = static_cast<int>(random() % 86'400);
            const int until = from + static_cast<int>(random() % static_cast<unsigned>(86'401 - from));
            windows.push_back({random() % 6 != 0, {from, until}, minutes(static_cast<int>(random() % 30))});
        }
        const NodeId from = world.terminals.front(), to = world.terminals.back();
        Duration last{0};
        for (Duration departure{0}; departure < hours(48); departure += minutes(11)) {
            const TimedRoute route = earliest_arrival(graph, from, to, departure, windows);
            if (!route.reachable) break;
            EXPECT_GE(route.arrival, last);
            EXPECT_GE(route.arrival, departure);
            last = route.arrival;
        }
    }
}

TEST(Law, GatesOpenAllDayGiveTheTimesOfBoost) {
    std::mt19937 random(22);
    for (int trial = 0; trial < 15; ++trial) {
        const RouteWorld world =
            trial % 2 == 0 ? test::random_world(random, 12, 25, 4) : test::one_way_world(random, 12, 25, 4);
        const PassageGraph graph = graph_of(world);
        const auto states = test::random_states(random, world.gates.size());
        std::vector<GateWindow> windows;
        for (const GateState& state : states) windows.push_back({state.open, {}, state.delay});
        const auto matrix = test::boost_matrix(world, states);
        const std::size_t count = world.terminals.size();
        for (std::size_t pair = 0; pair < matrix.size(); ++pair) {
            const TimedRoute route = earliest_arrival(graph, world.terminals[pair / count],
                                                      world.terminals[pair % count], hours(100), windows);
            ASSERT_EQ(route.reachable, matrix[pair] != no_way_ms);
            if (!route.reachable) continue;
            EXPECT_EQ(route.arrival, hours(100) + Duration((std::int64_t{matrix[pair]} + 500) / 1000));
        }
    }
}

TEST(Law, WaitingGivesWhatGoingThroughEveryMinuteGives) {
    std::mt19937 random(23);
    const auto up_to = [&random](unsigned most) { return static_cast<int>(random() % (most + 1)); };
    constexpr std::int64_t days = 4;
    int waited = 0, never = 0;
    for (int trial = 0; trial < 400; ++trial) {
        RouteWorld world =
            trial % 2 == 0 ? test::random_world(random, 7, 10, 4) : test::one_way_world(random, 7, 12, 4);
        for (auto& time : world.times_ms) time = 60'000U * static_cast<unsigned>(1 + up_to(400));
        std::vector<GateWindow> windows;
        for (std::size_t gate = 0; gate < world.gates.size(); ++gate) {
            const int from = 60 * up_to(1380), until = from + 60 * (1 + up_to(static_cast<unsigned>(1438 - from / 60)));
            windows.push_back({random() % 8 != 0, {from, until}, minutes(up_to(90))});
        }
        const NodeId from = world.terminals.front(), to = world.terminals.back();
        const std::int64_t departure = up_to(1439);
        const auto expected = test::earliest_minute(world, from, to, departure, windows, days);
        const TimedRoute found = earliest_arrival(graph_of(world), from, to, minutes(departure), windows);
        if (!expected) {
            EXPECT_TRUE(!found.reachable || found.arrival >= hours(24 * days)) << "trial " << trial;
            ++never;
            continue;
        }
        ASSERT_TRUE(found.reachable) << "trial " << trial;
        EXPECT_EQ(found.arrival, minutes(*expected)) << "trial " << trial;
        waited += found.waiting > minutes(0) ? 1 : 0;
    }
    EXPECT_GT(waited, 50);
    EXPECT_LT(never, 200);
}

TEST(TimedAlong, WaitsOnTheWayThatIsKeptTo) {
    // Waiting until 6 for the gate takes longer than going round, yet one keeps to the way.
    const RouteWorld world = drawn_world(
        "A--1--B\n"
        "|     |\n"
        "C-----D\n",
        "AB");
    const PassageGraph graph = graph_of(world);
    const std::vector<GateWindow> windows{{true, daytime, minutes(2)}};
    const auto through =
        earliest_arrival(graph, world.terminals[0], world.terminals[1], hours(7), windows, Waiting::same_day).arcs;
    ASSERT_THAT(through, testing::SizeIs(1));
    const TimedRoute route = timed_along(graph, through, hours(3), windows);
    EXPECT_EQ(route.arrival, hours(6) + minutes(8));
    EXPECT_EQ(route.waiting, hours(3));
    EXPECT_THAT(route.steps, testing::ElementsAre(TimedRoute::Step{GateId{0}, hours(3), hours(6)}));
    const TimedRoute never = timed_along(graph, through, hours(3), std::vector<GateWindow>{{false, daytime, {}}});
    EXPECT_FALSE(never.reachable);
    EXPECT_THAT(never.steps, testing::IsEmpty());
}

TEST(TimedAlong, RefusesArcsThatAreNoWay) {
    const RouteWorld world = drawn_world("A--B--C", "AC");
    const PassageGraph graph = graph_of(world);
    auto way = earliest_arrival(graph, world.terminals[0], world.terminals[1], hours(7), {}).arcs;
    EXPECT_EQ(timed_along(graph, way, hours(7), {}).arrival, hours(7) + minutes(6));
    EXPECT_EQ(timed_along(graph, {}, hours(7), {}).arrival, hours(7));
    std::swap(way[0], way[1]);
    EXPECT_THROW((void)timed_along(graph, way, hours(7), {}), std::invalid_argument);
    EXPECT_THROW((void)timed_along(graph, std::vector<ArcId>{ArcId{99}}, hours(7), {}), std::invalid_argument);
}

TEST(Law, KeepingToTheSoonestWayIsAsSoonAndToAnyOtherNoSooner) {
    std::mt19937 random(24);
    int waited = 0, later = 0;
    for (int trial = 0; trial < 60; ++trial) {
        const RouteWorld world =
            trial % 2 == 0 ? test::random_world(random, 15, 30, 5) : test::one_way_world(random, 15, 40, 5);
        const PassageGraph graph = graph_of(world);
        std::vector<GateWindow> windows;
        std::vector<GateState> states;
        for (std::size_t gate = 0; gate < world.gates.size(); ++gate) {
            const int from = static_cast<int>(random() % 86'000);
            windows.push_back({true, {from, from + 400}, minutes(static_cast<int>(random() % 30))});
            states.push_back({true, windows.back().delay});
        }
        const NodeId from = world.terminals.front(), to = world.terminals.back();
        const Duration departure{static_cast<std::int64_t>(random() % 86'400)};
        const TimedRoute soonest = earliest_arrival(graph, from, to, departure, windows);
        if (!soonest.reachable) continue;
        EXPECT_EQ(timed_along(graph, soonest.arcs, departure, windows), soonest);
        waited += soonest.waiting > minutes(0) ? 1 : 0;
        for (const Criterion by : {Criterion::fastest, Criterion::shortest, Criterion::fewest_gates}) {
            const Route other = best_way(graph, from, to, states, by);
            const TimedRoute timed = timed_along(graph, other.arcs, departure, windows);
            EXPECT_EQ(timed.steps.size(), other.steps.size());
            EXPECT_GE(timed.arrival, soonest.arrival);
            later += timed.arrival > soonest.arrival ? 1 : 0;
        }
    }
    EXPECT_GT(waited, 10);
    EXPECT_GT(later, 10);
}

TEST(EarliestArrival, RefusesWindowsThatDoNotFit) {
    const RouteWorld world = drawn_world("A-1-B", "AB");
    EXPECT_THROW((void)ask(world, hours(0), {}), std::invalid_argument);
    EXPECT_THROW((void)ask(world, hours(-1), {{true, {}, {}}}), std::invalid_argument);
    EXPECT_THROW((void)ask(world, hours(0), {{true, {7, 6}, {}}}), std::invalid_argument);
    EXPECT_THROW((void)ask(world, hours(0), {{true, {0, 86'401}, {}}}), std::invalid_argument);
    EXPECT_NO_THROW((void)ask(world, hours(0), {{true, {0, 86'400}, {}}}));
}

}  // namespace
}  // namespace aidway
