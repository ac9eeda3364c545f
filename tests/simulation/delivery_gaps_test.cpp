// SPDX-License-Identifier: Apache-2.0
// Three days of the need of 1,000 people are 1,500 kg.
#include "simulation/outcomes/delivery_gaps.hpp"

#include <gtest/gtest.h>

#include "support/hand_log.hpp"

namespace aidway {
namespace {

using test::at;
using test::day;
using test::medicine;
using test::values;
using test::Values;

Event delivery(double on_day, std::int64_t kg, std::uint16_t goods = test::food) {
    return at(static_cast<std::int64_t>(on_day * day), EventKind::delivered, 0, Mass::kilograms(kg), goods);
}

TEST(DeliveryGaps, RunBetweenDeliveriesThatBringThreeDaysOfNeed) {
    const std::vector<Event> log{delivery(12, 1'500), delivery(13, 2'000), delivery(20, 1'500)};
    EXPECT_EQ(values<LongestGap>(log), (Values{7, 16}));
    EXPECT_EQ(values<FirstWait>(log), (Values{2, 16}));
}

TEST(DeliveryGaps, DeliveriesOfOneWeekAddUp) {
    const std::vector<Event> log{delivery(11, 700), delivery(14, 700), delivery(17.5, 800), delivery(25, 1'500)};
    // On day 17.5 the deliveries since day 10.5 make 2,200 kg.
    EXPECT_EQ(values<FirstWait>(log)[0], 7.5);
    EXPECT_EQ(values<LongestGap>(log)[0], 7.5);
}

TEST(DeliveryGaps, ADeliveryOfSevenDaysAgoNoLongerCounts) {
    EXPECT_EQ(values<FirstWait>({delivery(11, 800), delivery(18, 800)})[0], 16);
    EXPECT_EQ(values<FirstWait>({delivery(11.5, 800), delivery(18, 800)})[0], 8);
}

TEST(DeliveryGaps, TheLastGapIsSeenUntilTheEndOnly) {
    EXPECT_EQ(values<LongestGap>({delivery(11, 1'500), delivery(12, 1'500)})[0], 14);
}

TEST(DeliveryGaps, ThatStillRunAtTheEndAreOpenOnlyWhereTheyAreTheLongest) {
    EXPECT_EQ(values<LongestGapOpen>({delivery(11, 1'500), delivery(12, 1'500)}), (Values{1, 1}));
    const std::vector<Event> late{delivery(11, 1'500), delivery(22, 1'500)};  // 11 days between, 4 at the end
    EXPECT_EQ(values<LongestGap>(late)[0], 11);
    EXPECT_EQ(values<LongestGapOpen>(late)[0], 0);
}

TEST(DeliveryGaps, WithoutAUsefulDeliveryAllTheTimeIsBothWaitAndGap) {
    const std::vector<Event> log{delivery(12, 1'499), delivery(20, 5'000, medicine)};
    EXPECT_EQ(values<LongestGap>(log), (Values{16, 16}));
    EXPECT_EQ(values<FirstWait>(log), (Values{16, 16}));
}

TEST(DeliveryGaps, WhoIsEntitledSaysWhatIsUseful) {
    auto fewer = test::people(10 * day, EventKind::residents, 0, 500);
    EXPECT_EQ(values<FirstWait>({fewer, delivery(12, 750)})[0], 2);
    EXPECT_EQ(values<FirstWait>({fewer, delivery(12, 749)})[0], 16);
}

TEST(DeliveryGaps, OtherPlacesDeliveriesAreTheirs) {
    auto elsewhere = delivery(12, 1'500);
    elsewhere.community = 1;
    EXPECT_EQ(values<FirstWait>({delivery(11, 800), elsewhere, delivery(13, 800)}), (Values{3, 2}));
}

}  // namespace
}  // namespace aidway
