// SPDX-License-Identifier: Apache-2.0
// What traders pay at gates, and what that does to what they bring: closed forms.
#include <gtest/gtest.h>

#include <cmath>

#include "simulation/processes/market.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::agreement_from;
using test::OpenFor;

constexpr std::int64_t need_g = 5'550'000;  ///< 10,000 people at 555 g; a tenth is smuggled in
constexpr std::int64_t informal_g = need_g / 10;

/// A market at its full level from the first day; whoever passes gate a or b pays these fees.
test::SmallScenario trading(double fees_at_a, double fees_at_b, std::vector<OpenFor> open_for) {
    test::SmallScenario small;
    small.aid_at_a = Access::closed;
    small.add_outside();
    small.add_trade();
    small.record.enclaves.find("one")->trade_at_start = Probability(1);
    small.record.price = {0.8, Probability(0.02), Probability(1)};
    small.record.gates.find("a")->fees = fees_at_a;
    small.record.gates.find("b")->fees = fees_at_b;
    small.open_for = std::move(open_for);
    return small;
}

/// Grams a day that the market brings on the last day.
std::int64_t brought(const test::Log& log) {
    std::int64_t rate = 0;
    for (const auto& event : test::of_kind(log, EventKind::market_inflow)) rate = event.mass.ticks() / event.count;
    return rate;
}
std::int64_t brought(const test::SmallScenario& small) { return brought(test::run_alone(small)); }

const OpenFor by_a{0, Traffic::goods, 0, 60}, by_b{1, Traffic::goods, 0, 60};

OpenFor capped(OpenFor open, std::int64_t grams) {
    open.goods_per_day = MassRate::grams_per_day(grams);
    return open;
}

/// All that comes in, market and smuggled, makes prices 1 + fees times as high: inflow shrinks by (1 + fees)^(-1/0.8).
std::int64_t left_by(double fees) {
    return std::llround(static_cast<double>(need_g) * std::pow(1 + fees, -1 / 0.8)) - informal_g;
}

TEST(MarketFees, MakePricesAsMuchHigherAsTheyAre) {
    for (const double fees : {0.1, 0.5, 1.0}) {
        const auto now = brought(trading(fees, 0, {by_a}));
        EXPECT_NEAR(static_cast<double>(now), static_cast<double>(left_by(fees)), 1) << fees;
        const double inflow = static_cast<double>(now + informal_g) / need_g;
        EXPECT_NEAR(std::pow(inflow, -0.8), 1 + fees, 1e-5) << fees;
    }
}

TEST(MarketFees, OfNothingChangeNothing) {
    EXPECT_EQ(brought(trading(0, 0, {by_a})), need_g - informal_g);
    EXPECT_EQ(test::run_alone(trading(0, 0.5, {by_a})), test::run_alone(trading(0, 0, {by_a})))
        << "nor do those of a gate that nobody passes";
}

TEST(MarketFees, CanKeepAllTradeAway) { EXPECT_EQ(brought(trading(9, 0, {by_a})), 0); }

TEST(MarketFees, AreThoseOfTheCheaperWayWhereItLetsEnoughThrough) {
    EXPECT_EQ(brought(trading(0.5, 0.1, {by_a, by_b})), brought(trading(0, 0.1, {by_b})));
    EXPECT_EQ(brought(trading(0.1, 0.5, {by_a, by_b})), brought(trading(0.1, 0, {by_a})));
    const auto narrow = capped(by_b, left_by(0.5) - 1), wide = capped(by_b, left_by(0.5) + 1);
    EXPECT_EQ(brought(trading(0.5, 0, {by_a, narrow})), left_by(0.5)) << "the cheap way lets too little through";
    EXPECT_EQ(brought(trading(0.5, 0, {by_a, wide})), left_by(0.5) + 1);
}

TEST(MarketFees, OpeningAGateNeverBringsLessWhateverIsPaidThere) {
    for (const double fees : {0.0, 0.2, 0.5, 5.0}) {
        for (const std::int64_t grams : {1'000, 1'000'000, 9'000'000}) {
            const auto one = brought(trading(0.3, fees, {capped(by_a, 2'000'000)}));
            EXPECT_GE(brought(trading(0.3, fees, {capped(by_a, 2'000'000), capped(by_b, grams)})), one)
                << fees << ", " << grams;
        }
    }
}

TEST(MarketFees, OfATermAreThoseWhileItIsKeptAndThoseOfTheGateElse) {
    auto small = trading(0.5, 0, {by_a});
    Term term;
    FreeMovement free;
    free.gates = {"a"};
    free.passing = {Traffic::goods};
    free.fees = 0.1;
    term.body = free;
    const auto agreement = agreement_from(10, "x", {term});
    EXPECT_EQ(brought(test::run_under(small, agreement, Arm::as_signed)), left_by(0.1));
    small.record.compliance.onset = Hazard(0);  // nobody ever keeps anything
    EXPECT_EQ(brought(test::run_under(small, agreement, Arm::as_kept)), left_by(0.5));
}

TEST(MarketTarget, ShrinksTowardsNothingAsPricesFollowInflowLess) {
    TradeParameters trade{true, 0, 1, 0, 0, 1.0};
    Stock stock;
    stock.need = MassRate::grams_per_day(1'000);
    EXPECT_EQ(market_target(trade, stock, 1.0).grams_per_day(), 500);
    trade.elasticity = 0.5;
    EXPECT_EQ(market_target(trade, stock, 1.0).grams_per_day(), 250);
    trade.elasticity = 0;
    EXPECT_EQ(market_target(trade, stock, 1.0).grams_per_day(), 0) << "nobody pays more than before";
    EXPECT_EQ(market_target(trade, stock, 0.0).grams_per_day(), 1'000);
}

}  // namespace
}  // namespace aidway
