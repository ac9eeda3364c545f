// SPDX-License-Identifier: Apache-2.0
// Outcomes that follow people who leave: 400 of 1,000 on day 14; all 500 of the other place on day 18.
#include "simulation/outcomes/unmet_rations.hpp"

#include <gtest/gtest.h>

#include <utility>

#include "simulation/outcomes/closing_stock.hpp"
#include "simulation/outcomes/coverage.hpp"
#include "simulation/outcomes/departures.hpp"
#include "simulation/outcomes/displaced_person_days.hpp"
#include "simulation/outcomes/evacuated.hpp"
#include "simulation/outcomes/person_days_below.hpp"
#include "simulation/outcomes/rations_needed.hpp"
#include "simulation/outcomes/unmet_rations_stayers.hpp"
#include "simulation/outcomes/weekly_coverage.hpp"
#include "support/hand_log.hpp"

namespace aidway {
namespace {

using test::at;
using test::ate;
using test::day;
using test::people;
using test::values;
using test::Values;

const std::vector<Event> leaving{
    people(10 * day, EventKind::residents, 0, 1'000),
    people(10 * day, EventKind::residents, 1, 500),
    ate(14 * day, 4 * day, 0, 250'000),  // half of the need of 1,000
    people(14 * day, EventKind::departed, 0, 300),
    people(14 * day, EventKind::departed, 0, 100),
    ate(18 * day, 8 * day, 1, 250'000),  // all of the need of 500
    ate(17 * day, 3 * day, 0, 75'000),   // a quarter of the need of 600
    people(18 * day, EventKind::departed, 1, 500),
    ate(26 * day, 8 * day, 1, 0),
    ate(26 * day, 9 * day, 0, 300'000),  // all of the need of 600
    at(26 * day, EventKind::closing_stock, 0, Mass::kilograms(600)),
    at(26 * day, EventKind::closing_stock, 1, Mass::kilograms(600)),
};

TEST(ResidentsOutcomes, UnmetRationsAreThoseOfThePeopleThere) {
    EXPECT_EQ(values<UnmetRations>(leaving), (Values{4 * 500 + 3 * 450, 0}));
}

TEST(ResidentsOutcomes, StayersLackWhatOnePersonLackedWhoNeverLeft) {
    EXPECT_EQ(values<UnmetRationsStayers>(leaving), (Values{600 * (4 * 0.5 + 3 * 0.75), 0}));
}

TEST(ResidentsOutcomes, StayersLackWhatAllLackWhereNobodyLeaves) {
    const std::vector<Event> staying{ate(18 * day, 8 * day, 0, 125'000), ate(26 * day, 8 * day, 0, 500'000),
                                     ate(26 * day, 16 * day, 1, 0)};
    EXPECT_EQ(values<UnmetRations>(staying), (Values{8 * 750, 16 * 500}));
    EXPECT_EQ(values<UnmetRationsStayers>(staying), values<UnmetRations>(staying));
}

TEST(ResidentsOutcomes, EmptyingATownLowersUnmetNeedAndRaisesDisplacedDays) {
    EXPECT_EQ(values<DisplacedPersonDays>(leaving), (Values{12 * 400, 8 * 500}));
    EXPECT_EQ(values<Departures>(leaving), (Values{400, 500}));
}

TEST(ResidentsOutcomes, RationsNeededFollowTheEntitledThereOrGone) {
    EXPECT_EQ(values<RationsNeeded>(leaving), (Values{16 * 1'000, 16 * 500}));
    EXPECT_EQ(values<RationsNeeded>({}), (Values{16 * 1'000, 16 * 500})) << "before anything is said of residents";
}

TEST(ResidentsOutcomes, TheEntitledAreThoseThereAtTheAgreementsDate) {
    const std::vector<Event> fewer{people(2 * day, EventKind::departed, 0, 200),
                                   people(10 * day, EventKind::residents, 0, 800)};
    EXPECT_EQ(values<RationsNeeded>(fewer), (Values{16 * 800, 16 * 500}));
    EXPECT_EQ(values<DisplacedPersonDays>(fewer), (Values{0, 0}));
}

TEST(ResidentsOutcomes, CoverageIsAShareOfTheNeedOfThoseThere) {
    const double person_days = 4 * 1'000 + 12 * 600;
    EXPECT_EQ(values<Coverage>(leaving), (Values{(4 * 500 + 3 * 150 + 9 * 600) / person_days, 1}));
}

TEST(ResidentsOutcomes, WeeklyCoverageChangesItsNeedWhenPeopleLeave) {
    const auto found = values<WeeklyCoverage>(leaving, 6);
    EXPECT_EQ(found[0], (4 * 500 + 3 * 150) / (4 * 1'000.0 + 3 * 600));
    EXPECT_EQ(found[1], 1);
}

TEST(ResidentsOutcomes, PersonDaysBelowAShareCountThoseThere) {
    EXPECT_EQ(values<PersonDaysBelow50>(leaving), (Values{3 * 600, 0}));
    EXPECT_EQ(values<PersonDaysBelow25>(leaving), (Values{0, 0}));
}

TEST(ResidentsOutcomes, ClosingStockIsDaysOfNeedOfThoseThereAndNothingWhereNobodyIs) {
    EXPECT_EQ(values<ClosingStock>(leaving), (Values{2, 0}));
}

TEST(ResidentsOutcomes, WhoIsMovedByForceIsCountedApartFromWhoLeaves) {
    auto log = leaving;
    log.push_back(people(19 * day, EventKind::evacuated, 0, 250));
    EXPECT_EQ(values<Evacuated>(log), (Values{250, 0}));
    EXPECT_EQ(values<Departures>(log), values<Departures>(leaving));
}

TEST(ResidentsOutcomes, TheOrderWithinASecondMattersToNobody) {
    auto other = leaving;
    std::swap(other[2], other[3]);  // the first leave before that stretch of eating is logged
    EXPECT_EQ(values<WeeklyCoverage>(other, 6), values<WeeklyCoverage>(leaving, 6));
    EXPECT_EQ(values<UnmetRationsStayers>(other), values<UnmetRationsStayers>(leaving));
}

}  // namespace
}  // namespace aidway
