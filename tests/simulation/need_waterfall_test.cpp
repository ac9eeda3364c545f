// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/need_waterfall.hpp"

#include <gtest/gtest.h>

#include "support/hand_log.hpp"

namespace aidway {
namespace {

using test::at;
using test::ate;
using test::day;
using test::medicine;
using test::people;
using test::values;
using test::with;

/// Rations of the first community, by reason.
double part(const std::vector<double>& found, Reason reason) { return found[static_cast<std::size_t>(reason)]; }

double whole(const std::vector<double>& found, std::size_t community) {
    double sum = 0;
    for (std::size_t r = 0; r < reasons; ++r) sum += found[community * reasons + r];
    return sum;
}

/// Kilograms of food of community 0 that ended so.
Event food_of(EventKind kind, Reason reason, std::int64_t kg) {
    return with(at(20 * day, kind, 0, Mass::kilograms(kg)), reason);
}

std::vector<double> of(const std::vector<Event>& log) { return values<NeedWaterfall>(log, 2 * reasons); }

TEST(NeedWaterfall, SplitsNeedIntoWhatMetItAndWhyNothingDid) {
    // Need 16,000 rations of 500 g. Eaten 10,000, of them 4,000 delivered; 6,000 missing, twice as many planned in
    // vain.
    const auto found =
        of({ate(26 * day, 16 * day, 0, 312'500), food_of(EventKind::delivered, Reason::delivered, 2'000),
            food_of(EventKind::ended, Reason::refused, 4'500), food_of(EventKind::removed, Reason::removed, 1'500)});
    EXPECT_EQ(part(found, Reason::delivered), 4'000);
    EXPECT_EQ(part(found, Reason::met_locally), 6'000);
    EXPECT_EQ(part(found, Reason::refused), 4'500);
    EXPECT_EQ(part(found, Reason::removed), 1'500);
    EXPECT_EQ(part(found, Reason::never_planned), 0);
    EXPECT_EQ(whole(found, 0), 16'000);
}

TEST(NeedWaterfall, WhatNoPlanAskedForIsNeverPlanned) {
    const auto found = of({ate(26 * day, 16 * day, 0, 250'000), food_of(EventKind::ended, Reason::silent, 1'000)});
    EXPECT_EQ(part(found, Reason::met_locally), 8'000);
    EXPECT_EQ(part(found, Reason::silent), 2'000);
    EXPECT_EQ(part(found, Reason::never_planned), 6'000);
}

TEST(NeedWaterfall, WhatLiesDeliveredInStoreIsDelivered) {
    // Delivered on the last day: nobody has eaten of it, and it is there.
    auto store = at(26 * day, EventKind::closing_stock, 0, Mass::kilograms(2'000));
    const auto found =
        of({ate(26 * day, 16 * day, 0, 250'000), food_of(EventKind::delivered, Reason::delivered, 2'000), store});
    EXPECT_EQ(part(found, Reason::delivered), 4'000);
    EXPECT_EQ(part(found, Reason::met_locally), 8'000);
    EXPECT_EQ(part(found, Reason::never_planned), 4'000);
}

TEST(NeedWaterfall, PlansBeyondTheNeedAreNoGap) {
    const auto found = of({ate(26 * day, 16 * day, 0, 500'000), food_of(EventKind::ended, Reason::refused, 8'000)});
    EXPECT_EQ(part(found, Reason::met_locally), 16'000);
    EXPECT_EQ(part(found, Reason::refused), 0);
}

TEST(NeedWaterfall, TheNeedOfThoseWhoLeftIsNeitherMetNorMissing) {
    const auto found = of({people(18 * day, EventKind::departed, 0, 1'000), ate(18 * day, 8 * day, 0, 500'000),
                           ate(26 * day, 8 * day, 0, 0)});
    EXPECT_EQ(part(found, Reason::displaced), 8'000);
    EXPECT_EQ(part(found, Reason::met_locally), 8'000);
    EXPECT_EQ(whole(found, 0), 16'000);
}

TEST(NeedWaterfall, OtherGoodsAreNoRations) {
    const auto found = of({ate(26 * day, 16 * day, 0, 0),
                           with(at(20 * day, EventKind::ended, 0, Mass::kilograms(5), medicine), Reason::refused)});
    EXPECT_EQ(part(found, Reason::refused), 0);
    EXPECT_EQ(part(found, Reason::never_planned), 16'000);
}

TEST(NeedWaterfall, PartsAddUpToTheNeedWhateverTheNumbers) {
    for (std::int64_t n = 1; n <= 200; ++n) {
        std::vector<Event> log{people(10 * day, EventKind::residents, 0, 700 + n),
                               people(10 * day + 977 * n, EventKind::departed, 0, 3 * n),
                               ate(26 * day, 16 * day, 0, 1'001 * n)};
        for (int r = static_cast<int>(Reason::refused); r <= static_cast<int>(Reason::gate_full); ++r) {
            const auto reason = static_cast<Reason>(r);
            log.push_back(food_of(EventKind::ended, reason, 1 + n * r * 7'919 % 1'013));
        }
        const auto found = of(log);
        EXPECT_NEAR(whole(found, 0) / (16.0 * static_cast<double>(700 + n)), 1, 1e-14);
        EXPECT_EQ(whole(found, 1), 16 * 500);
        for (const double rations : found) EXPECT_GE(rations, 0);
    }
}

}  // namespace
}  // namespace aidway
