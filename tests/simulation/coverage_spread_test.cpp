// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/coverage_spread.hpp"

#include <gtest/gtest.h>

#include "support/hand_log.hpp"

namespace aidway {
namespace {

using test::ate;
using test::day;
using test::people;
using test::values;
using test::Values;

/// Communities of so many people, each eating this share of its need all the time.
struct Fed {
    std::int64_t people;
    double share;
};

template <class O>
double value_of(const std::vector<Fed>& all) {
    auto scope = test::hand_scope();
    scope.population.clear();
    std::vector<Event> log;
    for (std::uint16_t c = 0; c < all.size(); ++c) {
        scope.population.push_back(all[c].people);
        const auto grams = static_cast<std::int64_t>(500.0 * static_cast<double>(all[c].people) * all[c].share);
        log.push_back(ate(26 * day, 16 * day, c, grams));
    }
    return values<O>(log, 1, scope)[0];
}

TEST(GiniOfCoverage, IsThatOfKnownVectors) {
    // (1/n) (n + 1 - 2 sum (n + 1 - i) x_i / sum x_i) for x ascending.
    EXPECT_NEAR(value_of<GiniOfCoverage>({{100, 0.2}, {100, 0.4}, {100, 0.6}, {100, 0.8}}), 0.25, 1e-12);
    EXPECT_NEAR(value_of<GiniOfCoverage>({{100, 0.0}, {100, 0.0}, {100, 0.0}, {100, 1.0}}), 0.75, 1e-12);
    EXPECT_NEAR(value_of<GiniOfCoverage>({{100, 0.5}, {400, 0.5}}), 0, 1e-12);
}

TEST(GiniOfCoverage, WeighsACommunityAsManyTimesAsItsPeople) {
    const double split = value_of<GiniOfCoverage>({{100, 0.3}, {100, 0.3}, {100, 0.3}, {100, 0.9}});
    EXPECT_NEAR(value_of<GiniOfCoverage>({{300, 0.3}, {100, 0.9}}), split, 1e-12);
    // Two groups with the shares w, 1 - w: w (1 - w) |x - y| / mean.
    EXPECT_NEAR(split, 0.75 * 0.25 * 0.6 / 0.45, 1e-12);
}

TEST(GiniOfCoverage, IsZeroWhereAllEatNothingAlike) { EXPECT_EQ(value_of<GiniOfCoverage>({{100, 0}, {50, 0}}), 0); }

TEST(WorstOff, IsTheLeastFedOfLargeCommunities) {
    EXPECT_NEAR(value_of<WorstOff>({{1'000, 0.4}, {5'000, 0.7}, {999, 0.1}}), 0.4, 1e-12);
    EXPECT_NEAR(value_of<WorstOff>({{1'000, 0.4}, {5'000, 0.7}, {1'000, 0.1}}), 0.1, 1e-12);
}

TEST(WorstOff, IsTheLeastOfAllWhereNoneIsLarge) {
    EXPECT_NEAR(value_of<WorstOff>({{200, 0.5}, {300, 0.25}}), 0.25, 1e-12);
}

TEST(WorstOff, PassesOverPlacesWhereNobodyIs) {
    const std::vector<Event> log{people(10 * day, EventKind::residents, 0, 1'000),
                                 people(10 * day, EventKind::residents, 1, 0), ate(26 * day, 16 * day, 0, 250'000)};
    EXPECT_EQ(values<WorstOff>(log, 1), (Values{0.5}));
}

}  // namespace
}  // namespace aidway
