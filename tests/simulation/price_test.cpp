// SPDX-License-Identifier: Apache-2.0
// Elasticity 1, floor 2 %, the inflow before the siege all of need.
#include "simulation/outcomes/price.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/hand_log.hpp"

namespace aidway {
namespace {

using test::ate;
using test::day;
using test::flow;
using test::values;
using test::Values;

OutcomeScope priced(double elasticity = 1) {
    auto scope = test::hand_scope();
    scope.price = {elasticity, 0.02, 1.0};
    return scope;
}

/// Inflow as shares of the need of 1,000, by week; everybody eats all they need.
std::vector<Event> weeks(EventKind kind, const std::vector<double>& shares) {
    std::vector<Event> log;
    for (std::size_t w = 0; w < shares.size(); ++w) {
        const std::int64_t length = w == 2 ? 2 * day : 7 * day;
        const std::int64_t until = 10 * day + static_cast<std::int64_t>(w) * 7 * day + length;
        log.push_back(flow(kind, until, length, 0, static_cast<std::int64_t>(shares[w] * 500'000)));
        log.push_back(ate(until, length, 0, 500'000));
    }
    return log;
}

TEST(Price, FollowsInflowAndNotStock) {
    const auto found = values<WeeklyPrice>(weeks(EventKind::market_inflow, {0.5, 0.25, 1.0}), 6, priced());
    EXPECT_NEAR(found[0], 2, 1e-12);
    EXPECT_NEAR(found[1], 4, 1e-12);
    EXPECT_NEAR(found[2], 1, 1e-12);
}

TEST(Price, CountsInformalInflowAndNotLocalProduction) {
    EXPECT_NEAR(values<WeeklyPrice>(weeks(EventKind::informal_inflow, {0.5, 0.5, 0.5}), 6, priced())[0], 2, 1e-12);
    EXPECT_NEAR(values<WeeklyPrice>(weeks(EventKind::local_inflow, {0.5, 0.5, 0.5}), 6, priced())[0], 50, 1e-9);
}

TEST(Price, StopsAtTheFloor) {
    const auto found = values<WeeklyPrice>(weeks(EventKind::market_inflow, {0.0, 0.02, 0.01}), 6, priced(0.5));
    for (int w = 0; w < 3; ++w) EXPECT_NEAR(found[static_cast<std::size_t>(w)], std::sqrt(50.0), 1e-12);
}

TEST(Price, MeanIsGeometricAndWeighsAShortWeekLess) {
    const auto found = values<PriceMean>(weeks(EventKind::market_inflow, {0.5, 0.125, 1.0}), 2, priced());
    EXPECT_NEAR(found[0], std::exp((7 * std::log(2.0) + 7 * std::log(8.0)) / 16), 1e-12);
}

TEST(Price, WithoutElasticityNeverMoves) {
    EXPECT_EQ(values<WeeklyPrice>(weeks(EventKind::market_inflow, {0.5, 0.1, 0.0}), 6, priced(0))[0], 1);
}

}  // namespace
}  // namespace aidway
