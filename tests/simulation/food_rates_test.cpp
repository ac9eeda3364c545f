// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/food_rates.hpp"

#include <gtest/gtest.h>

#include <random>

namespace aidway {
namespace {

constexpr std::int64_t day_s = 86'400;
constexpr MassRate need = MassRate::grams_per_day(1'000);

Parameters with_coping(double diverted = 0) {
    Parameters p;
    p.coping = {{60 * day_s, 1.0}, {30 * day_s, 0.75}, {10 * day_s, 0.5}, {0, 0.35}};
    p.diverted = diverted;
    return p;
}

struct Case {
    std::string what;
    Mass store, home;
    double informal = 0, diverted = 0;
    std::int64_t out = 0, eaten = 0;  ///< expected, g a day
};

MassRate times(MassRate rate, double share) {
    return MassRate::grams_per_day(std::llround(static_cast<double>(rate.grams_per_day()) * share));
}
MassRate share_of_need(double share) { return MassRate::grams_per_day(std::llround(1'000 * share)); }
Mass days(std::int64_t n) { return need * Duration{n * day_s}; }

TEST(FoodRates, FollowTheTable) {
    const Mass tick = Mass::ticks(1);
    const std::vector<Case> cases{
        {"two months in hand: no cut", days(30), days(40), 0, 0, 1'000, 1'000},
        {"exactly 60 days", {}, days(60), 0, 0, 0, 1'000},
        {"a tick below 60 days", {}, days(60) - tick, 0, 0, 0, 750},
        {"exactly 30 days, in store and homes together", days(10), days(20), 0, 0, 1'000, 750},
        {"a tick below 30 days", {}, days(30) - tick, 0, 0, 0, 500},
        {"exactly 10 days", {}, days(10), 0, 0, 0, 500},
        {"a tick below 10 days", {}, days(10) - tick, 0, 0, 0, 350},
        {"nothing at all", {}, {}, 0, 0, 0, 0},
        {"nothing but a trickle: all of it is eaten", {}, {}, 0.2, 0, 0, 200},
        {"a trickle above what coping eats is eaten as it comes", {}, days(5), 0.6, 0, 0, 600},
        {"inflow above need: need is eaten, the rest is kept", {}, {}, 1.3, 0, 0, 1'000},
        {"a store that still holds a second's ration hands out", need * Duration{1}, days(5), 0, 0, 1'000, 350},
        {"a store below a second's ration does not", need * Duration{1} - tick, days(5), 0, 0, 0, 350},
        {"what is diverted does not reach homes", days(70), {}, 0, 0.1, 1'000, 900},
        {"homes make up for what is diverted", days(70), days(1), 0, 0.1, 1'000, 1'000},
    };
    for (const auto& c : cases) {
        Stock stock;
        stock.need = need;
        stock.informal = share_of_need(c.informal);
        stock.store = c.store;
        stock.home = c.home;
        set_rates(with_coping(c.diverted), stock);
        EXPECT_EQ(stock.out.grams_per_day(), c.out) << c.what;
        EXPECT_EQ(stock.eaten.grams_per_day(), c.eaten) << c.what;
        EXPECT_EQ(stock.diverted, share_of_need(c.out > 0 ? c.diverted : 0)) << c.what;
    }
}

TEST(FoodRates, WithoutACopingTablePeopleEatTheirNeedWhileThereIsAny) {
    Stock stock;
    stock.need = need;
    stock.home = days(1);
    set_rates(Parameters{}, stock);
    EXPECT_EQ(stock.eaten, need);
    EXPECT_EQ(seconds_to_change(Parameters{}, stock), day_s);
}

TEST(FoodRates, LocalProductionCountsAsInflow) {
    Stock stock;
    stock.need = need;
    stock.informal = share_of_need(0.3);
    stock.local = share_of_need(0.4);
    set_rates(with_coping(), stock);
    EXPECT_EQ(stock.eaten, share_of_need(0.7));
}

TEST(FoodRates, HoldUntilCoverPassesTheNextLine) {
    Stock stock;
    stock.need = need;
    stock.home = days(45);
    set_rates(with_coping(), stock);
    // 15 days of cover eaten at three quarters last 20 days; a second later the line has been passed.
    EXPECT_EQ(seconds_to_change(with_coping(), stock), 20 * day_s + 1);
    stock.home = days(5);
    stock.informal = share_of_need(1.25);
    set_rates(with_coping(), stock);
    // Growing by a quarter of need a day: 5 days of cover are gained in 20 days.
    EXPECT_EQ(seconds_to_change(with_coping(), stock), 20 * day_s);
}

TEST(FoodRates, ThatBalanceHoldForGood) {
    Stock stock;
    stock.need = need;
    stock.informal = share_of_need(0.6);
    stock.home = days(5);
    set_rates(with_coping(), stock);
    EXPECT_EQ(seconds_to_change(with_coping(), stock), no_change);
}

TEST(FoodRates, NeverTakeWhatIsNotThereAndNeverChatter) {
    std::mt19937 random(1);
    const auto share = [&] { return static_cast<double>(random() % 1'000) / 1'000.0; };
    for (int trial = 0; trial < 3'000; ++trial) {
        const Parameters p = with_coping(share() * 0.5);
        Stock stock;
        stock.need = MassRate::grams_per_day(1 + static_cast<std::int64_t>(random() % 200'000'000));
        stock.informal = times(stock.need, share() * 1.4);
        stock.local = times(stock.need, share() * 0.3);
        stock.market = times(stock.need, share() * 0.3);
        stock.store =
            Mass::ticks((stock.need * Duration{day_s}).ticks() / 1'000 * static_cast<std::int64_t>(random() % 90'000));
        stock.home =
            Mass::ticks((stock.need * Duration{day_s}).ticks() / 1'000 * static_cast<std::int64_t>(random() % 90'000));
        std::int64_t left_s = 400 * day_s;
        int changes = 0;
        while (left_s > 0) {
            set_rates(p, stock);
            ASSERT_LE(stock.eaten, stock.need);
            ASSERT_GE(stock.eaten, MassRate{});
            const std::int64_t seconds = std::min(left_s, seconds_to_change(p, stock));
            ASSERT_GT(seconds, 0);
            stock.store -= stock.out * Duration{seconds};
            stock.home += net_to_homes(stock) * Duration{seconds};
            ASSERT_GE(stock.store, Mass{}) << "trial " << trial;
            ASSERT_GE(stock.home, Mass{}) << "trial " << trial;
            left_s -= seconds;
            // Four lines of the table, an empty store, empty homes, and a last second for each of the two.
            ASSERT_LE(++changes, 10) << "trial " << trial;
        }
    }
}

}  // namespace
}  // namespace aidway
