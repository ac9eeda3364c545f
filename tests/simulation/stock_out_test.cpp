// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/stock_out.hpp"

#include <gtest/gtest.h>

#include "support/hand_log.hpp"

namespace aidway {
namespace {

using test::at;
using test::day;
using test::values;
using test::Values;

TEST(StockOut, IsCompleteAfterADayOnEnd) {
    const std::vector<Event> log{
        at(12 * day, EventKind::stock_emptied, 0), at(13 * day - 1, EventKind::stock_refilled, 0),
        at(15 * day, EventKind::stock_emptied, 0), at(16 * day, EventKind::stock_refilled, 0),
        at(12 * day, EventKind::stock_emptied, 1), at(13 * day - 1, EventKind::stock_refilled, 1)};
    EXPECT_EQ(values<StockOut>(log), (Values{1, 0}));
    EXPECT_EQ(values<DaysBeforeStockOut>(log), (Values{6, 16}));
}

TEST(StockOut, MayStillRunAtTheEnd) {
    EXPECT_EQ(
        values<StockOut>({at(25 * day, EventKind::stock_emptied, 0), at(25 * day + 1, EventKind::stock_emptied, 1)}),
        (Values{1, 0}));
}

TEST(StockOut, CountsFromTheAgreementWhereStocksWereEmptyBefore) {
    const std::vector<Event> log{at(3 * day, EventKind::stock_emptied, 0), at(10 * day, EventKind::stock_emptied, 0)};
    EXPECT_EQ(values<StockOut>(log)[0], 1);
    EXPECT_EQ(values<DaysBeforeStockOut>(log)[0], 1);
}

TEST(StockOut, SaidTwiceStartsOnce) {
    EXPECT_EQ(values<DaysBeforeStockOut>(
                  {at(12 * day, EventKind::stock_emptied, 0), at(12 * day + 50'000, EventKind::stock_emptied, 0)})[0],
              3);
}

TEST(StockOut, AFullStoreHasNone) {
    EXPECT_EQ(values<StockOut>({}), (Values{0, 0}));
    EXPECT_EQ(values<DaysBeforeStockOut>({at(12 * day, EventKind::stock_refilled, 0)}), (Values{16, 16}));
}

}  // namespace
}  // namespace aidway
