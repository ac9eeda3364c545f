// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/unequal_person_days.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/uneven_shares.hpp"
#include "simulation/outcomes/person_days_below.hpp"
#include "support/hand_log.hpp"

namespace aidway {
namespace {

using test::ate;
using test::day;
using test::flow;
using test::people;
using test::values;
using test::Values;

OutcomeScope unequal(double base, double by_price = 0) {
    auto scope = test::hand_scope();
    scope.inequality = {base, by_price};
    scope.price = {1.0, 0.02, 1.0};
    return scope;
}

/// 1,000 people eat 40 % of their need for a week, then 80 % for nine days; 500 others eat all the time all they need.
const std::vector<Event> uneven{ate(17 * day, 7 * day, 0, 200'000), ate(24 * day, 7 * day, 0, 400'000),
                                ate(26 * day, 2 * day, 0, 400'000), ate(17 * day, 7 * day, 1, 250'000),
                                ate(24 * day, 7 * day, 1, 250'000), ate(26 * day, 2 * day, 1, 250'000)};

TEST(UnequalPersonDays, CountThoseWhoGetLessThanTheShare) {
    const auto found = values<PersonDaysBelow50Unequal>(uneven, 2, unequal(0.4));
    const double expected = 1'000 * (7 * UnevenShares(0.4, 0.4).below(0.5) + 9 * UnevenShares(0.8, 0.4).below(0.5));
    EXPECT_NEAR(found[0], expected, 1e-6);
    EXPECT_GT(found[0], 7'000 * 0.5);
    EXPECT_EQ(found[1], 0) << "who has everything has nothing to share unevenly";
}

TEST(UnequalPersonDays, WithoutADeviationAreThoseOfPeopleAllAlike) {
    EXPECT_EQ(values<PersonDaysBelow25Unequal>(uneven, 2, unequal(0)), values<PersonDaysBelow25>(uneven));
    EXPECT_EQ(values<PersonDaysBelow50Unequal>(uneven, 2, unequal(0)), values<PersonDaysBelow50>(uneven));
    EXPECT_EQ(values<PersonDaysBelow75Unequal>(uneven, 2, unequal(0)), values<PersonDaysBelow75>(uneven));
    EXPECT_EQ(values<PersonDaysBelow100Unequal>(uneven, 2, unequal(0)), values<PersonDaysBelow100>(uneven));
    EXPECT_EQ(values<PersonDaysBelow75>(uneven), (Values{7'000, 0}));
    EXPECT_EQ(values<PersonDaysBelow100>(uneven), (Values{16'000, 0}));
}

TEST(UnequalPersonDays, LieWithinOneAnother) {
    const auto scope = unequal(0.6);
    const double below[] = {
        values<PersonDaysBelow25Unequal>(uneven, 2, scope)[0], values<PersonDaysBelow50Unequal>(uneven, 2, scope)[0],
        values<PersonDaysBelow75Unequal>(uneven, 2, scope)[0], values<PersonDaysBelow100Unequal>(uneven, 2, scope)[0]};
    EXPECT_GT(below[0], 0) << "some are below a quarter though nobody is on average";
    for (int i = 0; i < 3; ++i) EXPECT_LT(below[i], below[i + 1]);
    EXPECT_LT(below[3], 16'000);
}

TEST(UnequalPersonDays, SpreadFurtherWherePricesRise) {
    auto log = uneven;
    // Half of need comes in during the first week, a price index of 2; in the second a tenth, an index of 10.
    log.push_back(flow(EventKind::market_inflow, 17 * day, 7 * day, 0, 250'000));
    log.push_back(flow(EventKind::market_inflow, 24 * day, 7 * day, 0, 50'000));
    log.push_back(flow(EventKind::market_inflow, 26 * day, 2 * day, 0, 500'000));
    const auto found = values<PersonDaysBelow25Unequal>(log, 2, unequal(0.3, 0.1));
    const double expected =
        1'000 * (7 * UnevenShares(0.4, 0.3 + 0.1 * std::log(2)).below(0.25) +
                 7 * UnevenShares(0.8, 0.3 + 0.1 * std::log(10)).below(0.25) + 2 * UnevenShares(0.8, 0.3).below(0.25));
    EXPECT_NEAR(found[0], expected, 1e-6);
}

TEST(UnequalPersonDays, FollowWhoIsThere) {
    const std::vector<Event> leaving{ate(17 * day, 7 * day, 0, 200'000), people(17 * day, EventKind::departed, 0, 600),
                                     ate(24 * day, 7 * day, 0, 80'000)};
    const auto found = values<PersonDaysBelow50Unequal>(leaving, 2, unequal(0.4));
    EXPECT_NEAR(found[0], 7 * 1'400 * UnevenShares(0.4, 0.4).below(0.5), 1e-6);
}

TEST(UnequalPersonDays, TellWhatIsEatenApartToAThousandth) {
    const std::vector<Event> close{ate(11 * day, 1 * day, 0, 200'000), ate(12 * day, 1 * day, 0, 200'400)};
    const std::vector<Event> mean{ate(12 * day, 2 * day, 0, 200'200)};
    const std::vector<Event> apart{ate(11 * day, 1 * day, 0, 200'000), ate(12 * day, 1 * day, 0, 200'600)};
    const auto scope = unequal(0.4);
    EXPECT_EQ(values<PersonDaysBelow50Unequal>(close, 2, scope), values<PersonDaysBelow50Unequal>(mean, 2, scope));
    EXPECT_NEAR(values<PersonDaysBelow50Unequal>(apart, 2, scope)[0],
                1'000 * (UnevenShares(0.4, 0.4).below(0.5) + UnevenShares(0.4012, 0.4).below(0.5)), 1e-6);
}

}  // namespace
}  // namespace aidway
