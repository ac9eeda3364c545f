// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/shared_gates.hpp"

#include <gtest/gtest.h>

#include <array>

#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::OpenFor;

/// One with 10,000 and two with 5,000 people, in enclaves of their own; a tenth of need is smuggled to each.
constexpr std::int64_t target_g[] = {4'995'000, 2'497'500};

OpenFor capped(std::uint32_t gate, std::int64_t grams, double from_day = 0) {
    return {gate, Traffic::goods, from_day, 60, Access::open, MassRate::grams_per_day(grams)};
}

test::SmallScenario trading(std::vector<OpenFor> open_for) {
    test::SmallScenario small;
    small.aid_at_a = Access::closed;
    small.add_second_community();
    small.add_outside();
    small.add_trade();
    for (std::size_t e = 0; e < 2; ++e) small.record.enclaves[e].trade_at_start = Probability(1);
    small.open_for = std::move(open_for);
    return small;
}

/// Grams a day that the market brings to each at a moment.
std::array<std::int64_t, 2> brought(const test::Log& log, double at_day) {
    const auto at_s = test::seconds_of_days(at_day);
    std::array<std::int64_t, 2> found{};
    for (const auto& event : test::of_kind(log, EventKind::market_inflow)) {
        if (event.at_s - event.count <= at_s && at_s < event.at_s) {
            found[event.community] = event.mass.ticks() / event.count;
        }
    }
    return found;
}

TEST(SharedGates, AreSharedInProportionToWhatEachWants) {
    EXPECT_EQ(brought(test::run_alone(trading({capped(0, 3'000'000)})), 10),
              (std::array<std::int64_t, 2>{2'000'000, 1'000'000}));
}

TEST(SharedGates, LetTheRestOfAGramGoToTheLargestRemainder) {
    // Two thirds and one third of 1,000 g: 666.67 and 333.33.
    EXPECT_EQ(brought(test::run_alone(trading({capped(0, 1'000)})), 10), (std::array<std::int64_t, 2>{667, 333}));
    EXPECT_EQ(brought(test::run_alone(trading({capped(0, 1'001)})), 10), (std::array<std::int64_t, 2>{667, 334}));
}

TEST(SharedGates, CutNobodyWhereThereIsRoomForAll) {
    const auto wide = test::run_alone(trading({capped(0, target_g[0] + target_g[1])}));
    EXPECT_EQ(brought(wide, 10), (std::array<std::int64_t, 2>{target_g[0], target_g[1]}));
    const auto narrow = test::run_alone(trading({capped(0, target_g[0] + target_g[1] - 3)}));
    const auto found = brought(narrow, 10);
    EXPECT_EQ(found[0] + found[1], target_g[0] + target_g[1] - 3);
}

TEST(SharedGates, LeaveAloneWhoTakesAnotherWay) {
    auto small = trading({capped(0, 3'000'000), capped(1, 2'000'000)});
    small.record.enclaves.find("one")->outside = {"north"};
    small.record.enclaves.find("two")->outside = {"south"};
    EXPECT_EQ(brought(test::run_alone(small), 10), (std::array<std::int64_t, 2>{3'000'000, 2'000'000}));
}

TEST(SharedGates, GiveAllToTheOnlyOneThatTrades) {
    auto small = trading({capped(0, 3'000'000)});
    small.record.enclaves.find("two")->outside = {};
    EXPECT_EQ(brought(test::run_alone(small), 10)[0], 3'000'000);
}

/// What flows by one gate at any time, from the stretches of both.
std::int64_t most_at_once(const test::Log& log) {
    std::int64_t most = 0;
    for (double day = 0; day < 60; day += 0.25) {
        const auto found = brought(log, day);
        most = std::max(most, found[0] + found[1]);
    }
    return most;
}

TEST(SharedGates, NeverLetMoreThroughThanTheyMay) {
    auto small = trading({capped(0, 1'500'000, 2.3)});
    small.make_chancy();
    small.record.trade->refill_to = one_day * 30;
    for (std::size_t e = 0; e < 2; ++e) small.record.enclaves[e].trade_at_start = Probability(0.2);
    // People who come to two in the middle of a day want more at once; they wait for the next look.
    EvacuationRecord moved;
    moved.community = "one";
    moved.to = Name("two");
    moved.at = {16'989 + 15, 3'600, {}};
    moved.share = Probability(0.6);
    small.record.evacuations.add("moved", moved);
    small.add_departures();
    small.open_for.push_back({0, Traffic::civilians, 20, 40});
    const auto model = test::model_of(small, {test::agreement_from(0, "a", {test::open_road("a")})});
    for (std::uint32_t r = 0; r < 20; ++r) {
        EXPECT_EQ(most_at_once(test::log_of(model, {4, r}, 0, Arm::as_signed)), 1'500'000) << r;
    }
}

TEST(SharedGates, DoNotDependOnTheOrderOfTheFile) {
    auto small = trading({capped(0, 1'000)});
    auto& enclaves = small.record.enclaves;
    const auto of_one = enclaves.at("one");
    const auto of_two = enclaves.at("two");
    enclaves.clear();
    enclaves.add("two", of_two);
    enclaves.add("one", of_one);
    for (const auto& enclave : {0, 1}) enclaves[static_cast<std::size_t>(enclave)].trade_at_start = Probability(1);
    EXPECT_EQ(brought(test::run_alone(small), 10), (std::array<std::int64_t, 2>{667, 333}));
}

}  // namespace
}  // namespace aidway
