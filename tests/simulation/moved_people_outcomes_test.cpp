// SPDX-License-Identifier: Apache-2.0
// 1,000 people of whom 200 leave on day 14 and 400 are moved on day 18, to where 500 live.
#include <gtest/gtest.h>

#include "simulation/outcomes/displaced_person_days.hpp"
#include "simulation/outcomes/need_waterfall.hpp"
#include "simulation/outcomes/rations_needed.hpp"
#include "simulation/outcomes/unmet_rations.hpp"
#include "simulation/outcomes/unmet_rations_stayers.hpp"
#include "support/hand_log.hpp"

namespace aidway {
namespace {

using test::at;
using test::ate;
using test::day;
using test::people;
using test::values;
using test::Values;

const std::vector<Event> moving{people(10 * day, EventKind::residents, 0, 1'000),
                                people(10 * day, EventKind::residents, 1, 500),
                                ate(14 * day, 4 * day, 0, 500'000),
                                people(14 * day, EventKind::departed, 0, 200),
                                ate(18 * day, 4 * day, 0, 400'000),
                                ate(18 * day, 8 * day, 1, 250'000),
                                people(18 * day, EventKind::evacuated, 0, 400),
                                people(18 * day, EventKind::settled, 1, 400),
                                ate(26 * day, 8 * day, 0, 200'000),
                                ate(26 * day, 8 * day, 1, 225'000)};

TEST(MovedPeople, AreDisplacedByForceAndOthersByOwnWill) {
    EXPECT_EQ(values<DisplacedOwnWill>(moving), (Values{12 * 200, 0}));
    EXPECT_EQ(values<DisplacedForced>(moving), (Values{8 * 400, 0}));
    EXPECT_EQ(values<DisplacedPersonDays>(moving), (Values{12 * 200 + 8 * 400, 0}));
}

TEST(MovedPeople, NeedWhereTheyAreAndAreEntitledWhereTheyWere) {
    EXPECT_EQ(values<UnmetRations>(moving), (Values{0, 8 * 450})) << "900 people eat half of what they need";
    EXPECT_EQ(values<RationsNeeded>(moving), (Values{16 * 1'000, 16 * 500}));
}

TEST(MovedPeople, AreNoStayersWhereTheyCame) {
    EXPECT_EQ(values<UnmetRationsStayers>(moving), (Values{0, 500 * 8 * 0.5}));
}

TEST(MovedPeople, EatNothingOfTheNeedOfTheEntitledThere) {
    const auto parts = values<NeedWaterfall>(moving, 2 * reasons);
    const auto part = [&](std::size_t community, Reason reason) {
        return parts[community * reasons + static_cast<std::size_t>(reason)];
    };
    EXPECT_EQ(part(0, Reason::displaced), 12 * 200 + 8 * 400);
    EXPECT_EQ(part(1, Reason::displaced), 0);
    EXPECT_EQ(part(1, Reason::met_locally), 8 * 500 + 8 * 250) << "five of nine shares of what is eaten after";
    EXPECT_EQ(part(1, Reason::never_planned), 8 * 250);
}

TEST(MovedPeople, OfThoseMovedOnAsLargeAShareIsEntitledAsOfAll) {
    auto log = moving;
    log.push_back(people(22 * day, EventKind::evacuated, 1, 450));
    EXPECT_EQ(values<DisplacedForced>(log), (Values{8 * 400, 4 * 250})) << "250 of 450";
}

TEST(MovedPeople, AreNotHiddenByThoseWhoCome) {
    const std::vector<Event> swapped{people(10 * day, EventKind::residents, 0, 1'000),
                                     people(18 * day, EventKind::evacuated, 0, 600),
                                     people(18 * day, EventKind::settled, 0, 600)};
    EXPECT_EQ(values<DisplacedPersonDays>(swapped)[0], 8 * 600);
}

}  // namespace
}  // namespace aidway
