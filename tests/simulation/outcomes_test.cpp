// SPDX-License-Identifier: Apache-2.0
// Each outcome over a log written by hand: two communities of 1,000 and 500 people who need 500 g a day.
#include "simulation/outcomes.hpp"

#include <gtest/gtest.h>

#include "simulation/runner.hpp"
#include "support/hand_log.hpp"

namespace aidway {
namespace {

using test::at;
using test::ate;
using test::day;
using test::food;
using test::medicine;
using test::values;
using test::Values;
using test::with;

TEST(Outcomes, CountFromTheFirstSecondOfTheAgreement) {
    EXPECT_TRUE(counts(at(10 * day, EventKind::delivered, 0), 10 * day));
    EXPECT_FALSE(counts(at(10 * day - 1, EventKind::delivered, 0), 10 * day));
    EXPECT_FALSE(counts(ate(10 * day, day, 0, 1), 10 * day)) << "a stretch that ends there belongs to the time before";
    EXPECT_TRUE(counts(ate(11 * day, day, 0, 1), 10 * day));
    EXPECT_FALSE(counts(ate(11 * day, day + 1, 0, 1), 10 * day));
}

const std::vector<Event> eating{
    ate(10 * day, 10 * day, 0, 0),       // before the agreement
    ate(14 * day, 4 * day, 0, 500'000),  // all of need
    ate(17 * day, 3 * day, 0, 250'000),  // half
    ate(20 * day, 3 * day, 0, 249'999),  // just below half
    ate(24 * day, 4 * day, 0, 125'000),  // a quarter
    ate(26 * day, 2 * day, 0, 124'999),  // just below a quarter
    ate(26 * day, 16 * day, 1, 0),
};

TEST(Outcomes, UnmetRationsAreWhatWasNotEaten) {
    const double missing = 3 * 250'000.0 + 3 * 250'001.0 + 4 * 375'000.0 + 2 * 375'001.0;
    EXPECT_EQ(values<UnmetRations>(eating), (Values{missing / 500, 16 * 500}));
}

TEST(Outcomes, CoverageIsWhatWasEatenOverNeed) {
    const double eaten = 4 * 500'000.0 + 3 * 250'000.0 + 3 * 249'999.0 + 4 * 125'000.0 + 2 * 124'999.0;
    const auto found = values<Coverage>(eating);
    EXPECT_DOUBLE_EQ(found[0], eaten / (16 * 500'000.0));
    EXPECT_EQ(found[1], 0);
}

TEST(Outcomes, PersonDaysBelowAShareTakeTheBorderAsNotBelow) {
    EXPECT_EQ(values<PersonDaysBelow25>(eating), (Values{2 * 1'000, 16 * 500}));
    EXPECT_EQ(values<PersonDaysBelow50>(eating), (Values{(3 + 4 + 2) * 1'000, 16 * 500}));
}

TEST(Outcomes, WeeklyCoverageCountsWeeksFromTheAgreement) {
    // 16 days: two weeks and two days. Week 0 is days 10-17, week 1 days 17-24, week 2 days 24-26.
    const auto found = values<WeeklyCoverage>(
        {ate(17 * day, 7 * day, 0, 500'000), ate(18 * day, day, 0, 0), ate(24 * day, 6 * day, 0, 350'000),
         ate(26 * day, 2 * day, 0, 100'000), ate(17 * day, 7 * day, 1, 125'000), ate(24 * day, 7 * day, 1, 0)},
        6);
    EXPECT_EQ(found, (Values{1, 0.6, 0.2, 0.5, 0, 0}));
}

TEST(Outcomes, ClosingStockIsDaysOfFullNeed) {
    EXPECT_EQ(values<ClosingStock>({at(26 * day, EventKind::closing_stock, 0, Mass::kilograms(1'000)),
                                    at(26 * day, EventKind::closing_stock, 1, Mass::kilograms(125))}),
              (Values{2, 0.5}));
}

TEST(Outcomes, RationsDeliveredAreDaysOfFoodForOnePerson) {
    EXPECT_EQ(values<RationsDelivered>({at(9 * day, EventKind::delivered, 0, Mass::kilograms(7)),
                                        at(10 * day, EventKind::delivered, 0, Mass::kilograms(10)),
                                        at(11 * day, EventKind::delivered, 0, Mass::kilograms(5), medicine),
                                        at(12 * day, EventKind::delivered, 1, Mass::kilograms(2))}),
              (Values{20, 4}));
}

TEST(Outcomes, ConvoysAndPeopleAnnouncedAreCounted) {
    auto offloaded = at(12 * day, EventKind::convoy_offloaded, 1);
    offloaded.count = 9'500;
    const std::vector<Event> log{
        at(9 * day, EventKind::convoy_departed, 0), at(10 * day, EventKind::convoy_departed, 0),
        at(12 * day, EventKind::convoy_departed, 1), at(13 * day, EventKind::convoy_departed, 1), offloaded};
    EXPECT_EQ(values<ConvoysDeparted>(log), (Values{1, 2}));
    EXPECT_EQ(values<ConvoysDelivered>(log), (Values{0, 1}));
    EXPECT_EQ(values<PeopleAnnounced>(log), (Values{0, 9'500}));
}

TEST(Outcomes, RemovedCountsKilogramsOfAllGoods) {
    EXPECT_EQ(values<Removed>({at(12 * day, EventKind::removed, 0, Mass::kilograms(3)),
                               at(12 * day, EventKind::removed, 0, Mass::kilograms(4), medicine),
                               at(2 * day, EventKind::removed, 1, Mass::kilograms(5))}),
              (Values{7, 0}));
}

TEST(Outcomes, WhereRationsEndedIsAWaterfallOfFood) {
    const Mass kg = Mass::kilograms(1);
    const auto found =
        values<WhereRationsEnded>({with(at(12 * day, EventKind::ended, 1, kg), Reason::refused),
                                   with(at(13 * day, EventKind::ended, 1, kg * 2), Reason::refused),
                                   with(at(13 * day, EventKind::ended, 1, kg, medicine), Reason::refused),
                                   with(at(14 * day, EventKind::delivered, 0, kg), Reason::delivered),
                                   with(at(14 * day, EventKind::removed, 0, kg * 3), Reason::removed),
                                   with(at(14 * day, EventKind::returned, 0, kg), Reason::turned_back),
                                   with(at(9 * day, EventKind::ended, 0, kg), Reason::silent)},
                                  2 * reasons);
    for (std::size_t i = 0; i < found.size(); ++i) {
        double expected = 0;
        if (i == reasons + static_cast<std::size_t>(Reason::refused)) expected = 6;
        if (i == static_cast<std::size_t>(Reason::delivered)) expected = 2;
        if (i == static_cast<std::size_t>(Reason::removed)) expected = 6;
        EXPECT_EQ(found[i], expected) << i;
    }
}

}  // namespace
}  // namespace aidway
