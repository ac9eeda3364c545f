// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/market.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::OpenFor;

constexpr std::int64_t day_s = 86'400;
/// 10,000 people at 555 g; a tenth is smuggled in.
constexpr std::int64_t need_g = 5'550'000;
constexpr std::int64_t target_g = need_g * 9 / 10;

/// Nothing but stock, what is smuggled, and trade.
test::SmallScenario trading(std::vector<OpenFor> open_for) {
    test::SmallScenario small;
    small.days = 80;
    small.aid_at_a = Access::closed;
    small.add_outside();
    small.add_trade();
    small.open_for = std::move(open_for);
    return small;
}

double rate_of(const Event& event) { return static_cast<double>(event.mass.ticks() / event.count); }

/// Grams a day that the market brings at a moment.
double brought(const test::Log& log, double at_day) {
    const auto at_s = test::seconds_of_days(at_day);
    for (const auto& event : test::of_kind(log, EventKind::market_inflow)) {
        if (event.at_s - event.count <= at_s && at_s < event.at_s) return rate_of(event);
    }
    return 0;
}

double at_level(double level) { return static_cast<double>(target_g) * level; }

TEST(MarketTrade, ClimbsASeventhOfItsWeekEachOpenDayAndFadesEachShutDay) {
    auto small = trading({{0, Traffic::goods, 10, 20}, {0, Traffic::goods, 30, 35}, {0, Traffic::goods, 36, 80}});
    small.record.enclaves.find("one")->trade_at_start = Probability(0.5);
    const auto log = test::run_alone(small);
    // Closed form: 0.5 x 0.9^10 after ten shut days, 0.04 more for each open day, x 0.9^10 again, and so on, at most 1.
    const double first = 0.5 * std::pow(0.9, 10);
    for (int n = 0; n < 10; ++n) EXPECT_NEAR(brought(log, 10.3 + n), at_level(first + 0.04 * n), 1) << n;
    EXPECT_EQ(brought(log, 20.0), 0);
    EXPECT_EQ(brought(log, 29.9), 0);
    const double second = (first + 0.4) * std::pow(0.9, 10);
    for (int n = 0; n < 5; ++n) EXPECT_NEAR(brought(log, 30.0 + n), at_level(second + 0.04 * n), 1) << n;
    const double third = (second + 0.2) * 0.9;
    for (int n = 0; n < 44; ++n) {
        EXPECT_NEAR(brought(log, 36.0 + n), at_level(std::min(1.0, third + 0.04 * n)), 1) << n;
    }
    EXPECT_EQ(brought(log, 79.9), target_g);
}

TEST(MarketTrade, HoldsItsLevelOnADayThatIsNeitherOpenNorShut) {
    auto small = trading({{0, Traffic::goods, 0, 10.25}, {0, Traffic::goods, 11.5, 40}});
    const auto log = test::run_alone(small);
    EXPECT_NEAR(brought(log, 10.2), at_level(0.4), 1);
    EXPECT_NEAR(brought(log, 10.4), at_level(0.4), 1) << "what midnight saw holds till noon";
    EXPECT_EQ(brought(log, 10.6), 0);
    EXPECT_EQ(brought(log, 11.4), 0);
    EXPECT_NEAR(brought(log, 11.6), at_level(0.4), 1) << "open at noon again";
    EXPECT_NEAR(brought(log, 12.1), at_level(0.4), 1);
    EXPECT_NEAR(brought(log, 13.1), at_level(0.44), 1);
}

TEST(MarketTrade, NeedsGatesThatAreOpenToGoodsNotToConvoys) {
    const auto flow = [](std::vector<OpenFor> open_for) {
        return test::mass_of(test::run_alone(trading(std::move(open_for))), EventKind::market_inflow);
    };
    EXPECT_EQ(flow({}), Mass{});
    EXPECT_EQ(flow({{0, Traffic::goods, 0, 80, Access::by_clearance}}), Mass{});
    EXPECT_EQ(flow({{0, Traffic::aid, 0, 80}, {0, Traffic::civilians, 0, 80}}), Mass{});
    EXPECT_GT(flow({{0, Traffic::goods, 0, 80}}), Mass{});
    EXPECT_EQ(flow({{0, Traffic::goods, 0, 80}}), flow({{1, Traffic::goods, 0, 80}})) << "either way in is a way in";
}

TEST(MarketTrade, NeedsAPlaceOutsideThatTheWayLeadsTo) {
    auto small = trading({{0, Traffic::goods, 0, 80}});
    small.record.enclaves.find("one")->outside = {"south"};
    EXPECT_EQ(test::mass_of(test::run_alone(small), EventKind::market_inflow), Mass{});
    small.record.enclaves.find("one")->outside = {};
    EXPECT_EQ(test::mass_of(test::run_alone(small), EventKind::market_inflow), Mass{});
    small.record.enclaves.find("one")->outside = {"north"};
    EXPECT_GT(test::mass_of(test::run_alone(small), EventKind::market_inflow), Mass{});
}

TEST(MarketTrade, TakesTheWayThatLetsMostThrough) {
    const auto end = [](std::vector<OpenFor> open_for) {
        return brought(test::run_alone(trading(std::move(open_for))), 79.5);
    };
    const auto capped = [](std::uint32_t gate, std::int64_t grams) {
        return OpenFor{gate, Traffic::goods, 0, 80, Access::open, MassRate::grams_per_day(grams)};
    };
    EXPECT_EQ(end({capped(0, 1'000)}), 1'000);
    EXPECT_EQ(end({capped(0, 1'000), capped(1, 3'000)}), 3'000);
    EXPECT_EQ(end({capped(0, 3'000), capped(1, 1'000)}), 3'000);
    EXPECT_EQ(end({capped(0, 1'000), {1, Traffic::goods, 0, 80}}), target_g);
    EXPECT_EQ(end({capped(0, target_g + 1)}), target_g) << "a wide cap cuts nothing";
}

TEST(MarketTarget, IsTheNeedThatRemainsAndWhatRefillsTheStock) {
    const TradeParameters trade{true, 30 * day_s, 10 * day_s, 0, 0};
    Stock stock;
    stock.need = MassRate::grams_per_day(1'000);
    stock.informal = MassRate::grams_per_day(300);
    stock.local = MassRate::grams_per_day(100);
    stock.home = Mass::grams(20'000);
    stock.store = Mass::grams(5'000);
    // 600 g of need, and 5 days of need missing of 30 within ten days.
    EXPECT_EQ(market_target(trade, stock).grams_per_day(), 600 + 500);
    stock.home = Mass::grams(500'000);
    EXPECT_EQ(market_target(trade, stock).grams_per_day(), 600) << "what is too much is not sold again";
    stock.informal = MassRate::grams_per_day(1'500);
    EXPECT_EQ(market_target(trade, stock).grams_per_day(), 0);
}

TEST(MarketTrade, FillsStocksUpToItsCoverAndNoFurther) {
    auto small = trading({{0, Traffic::goods, 0, 400}});
    small.days = 400;
    small.record.enclaves.find("one")->opening_stock = one_day * 5;
    small.record.trade->refill_to = one_day * 30;
    const auto log = test::run_alone(small);
    const double cover = test::mass_of(log, EventKind::closing_stock).kilograms() / (need_g / 1'000.0);
    // What is missing shrinks by a thirtieth a day, so that after a year all but a trace is there.
    EXPECT_NEAR(cover, 30, 0.5);
}

TEST(MarketTrade, IsEatenAsItComes) {
    auto small = trading({{0, Traffic::goods, 0, 80}});
    small.record.enclaves.find("one")->opening_stock = Duration{0};
    const auto log = test::run_alone(small);
    for (const auto& event : test::of_kind(log, EventKind::eaten)) {
        const double day = static_cast<double>(event.at_s - 1) / day_s;
        EXPECT_NEAR(rate_of(event), need_g / 10.0 + brought(log, day), 2) << day;
    }
}

}  // namespace
}  // namespace aidway
