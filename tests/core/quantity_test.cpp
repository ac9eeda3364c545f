// SPDX-License-Identifier: Apache-2.0
#include "core/quantity.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace aidway {
namespace {

template <class A, class B>
concept addable = requires(A a, B b) {
    a + b;
};
template <class A, class B>
concept subtractable = requires(A a, B b) {
    a - b;
};
template <class A, class B>
concept multipliable = requires(A a, B b) {
    a* b;
};
template <class A, class B>
concept comparable = requires(A a, B b) {
    a < b;
};

TEST(Quantity, TheWrongSumDoesNotCompile) {
    static_assert(addable<Mass, Mass> && addable<MassRate, MassRate> && addable<Distance, Distance>);
    static_assert(!addable<Mass, MassRate> && !addable<MassRate, Mass>);
    static_assert(!addable<Mass, std::int64_t> && !addable<double, Mass>);
    static_assert(!addable<Distance, Speed> && !addable<Speed, Volume> && !addable<Volume, Density>);
    static_assert(!addable<Distance, double> && !addable<Hazard, Speed>);
    static_assert(!addable<Probability, Probability> && !addable<Count, Mass>);
    static_assert(!subtractable<Mass, MassRate> && !subtractable<Distance, Speed>);
}

TEST(Quantity, TheWrongProductOrComparisonDoesNotCompile) {
    static_assert(multipliable<MassRate, Duration> && multipliable<Mass, std::int64_t>);
    static_assert(!multipliable<Mass, Mass> && !multipliable<Mass, Duration> && !multipliable<MassRate, MassRate>);
    static_assert(comparable<Mass, Mass> && comparable<Speed, Speed>);
    static_assert(!comparable<Mass, MassRate> && !comparable<Distance, Speed> && !comparable<Mass, std::int64_t>);
}

TEST(Mass, FactoriesNameOneScale) {
    EXPECT_EQ(Mass::tonnes(3), Mass::kilograms(3'000));
    EXPECT_EQ(Mass::kilograms(2), Mass::grams(2'000));
    EXPECT_EQ(Mass::grams(1), Mass::ticks(86'400));
    EXPECT_EQ(Mass::kilograms(40).kilograms(), 40.0);
    EXPECT_EQ(Mass::nearest_gram(1.0004), Mass::grams(1'000));
    EXPECT_EQ(Mass::nearest_gram(1.0006), Mass::grams(1'001));
}

TEST(Mass, HoldsAHundredMillionTonnes) {
    EXPECT_EQ(Mass::tonnes(100'000'000).ticks() / Mass::tonnes(1).ticks(), 100'000'000);
}

TEST(MassRate, MovesExactlyItsGramsInADay) {
    for (const std::int64_t grams : {std::int64_t{1}, std::int64_t{7}, std::int64_t{250'000'000}}) {
        EXPECT_EQ(MassRate::grams_per_day(grams) * one_day, Mass::grams(grams));
    }
}

TEST(MassRate, MovesTheSameInPartsAsInOne) {
    const MassRate rate = MassRate::grams_per_day(123'457);
    Mass sum;
    for (int second = 0; second < 86'400; ++second) sum += rate * Duration{1};
    EXPECT_EQ(sum, Mass::grams(123'457));
    EXPECT_EQ(rate * Duration{31'337} + rate * (one_day - Duration{31'337}), Mass::grams(123'457));
    EXPECT_EQ(rate * one_day + -rate * one_day, Mass{});
}

TEST(Speed, IsHeldInMetresASecond) { EXPECT_EQ(Speed::kilometres_per_hour(36).metres_per_second(), 10.0); }

TEST(Distance, IsHeldInMetresAndStaysADistanceWhenAdded) {
    const Distance sum = Distance::kilometres(1.5) + Distance::metres(20);
    EXPECT_EQ(sum.metres(), 1520.0);
}

TEST(Probability, RefusesWhatLiesOutsideAndTakesTheEnds) {
    EXPECT_THROW(Probability{-1e-300}, std::invalid_argument);
    EXPECT_EQ(Probability{0.0}.value(), 0.0);
    EXPECT_THROW(Probability{1.0 + 1e-15}, std::invalid_argument);
    EXPECT_EQ(Probability{1.0}.value(), 1.0);
    EXPECT_THROW(Probability{std::numeric_limits<double>::quiet_NaN()}, std::invalid_argument);
}

}  // namespace
}  // namespace aidway
