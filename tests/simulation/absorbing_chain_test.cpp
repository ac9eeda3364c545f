// SPDX-License-Identifier: Apache-2.0
// From request to departure under a climate, as a Markov chain that ends: the engine against the chain's fundamental
// matrix. Seeds are fixed; a correct engine would fail a |z| < 4.5 check for about one seed in 100,000 and check, and
// there are under ten checks here.
#include <gtest/gtest.h>

#include <Eigen/LU>
#include <array>
#include <cmath>
#include <optional>

#include "support/run_model.hpp"

namespace aidway {
namespace {

constexpr double most_z = 4.5;
constexpr int climates = 3, stages = 3, states = climates * stages;
enum Stage { asked, waits_for_letter, cleared };

using Square = Eigen::Matrix<double, states, states>;
using Column = Eigen::Matrix<double, states, 1>;

constexpr std::array<double, climates> consents{0.1, 0.4, 0.9}, letter{0, 0.1, 0.5}, withheld{1, 0.6, 0.2},
    starts{0.5, 0.3, 0.2};

ClimateStateRecord state_of(std::size_t climate) {
    ClimateStateRecord s;
    s.answers = {Probability(consents.at(climate)), Probability(0), Probability(0)};
    s.letter_daily_chance = Probability(letter.at(climate));
    s.security_withheld = Probability(withheld.at(climate));
    return s;
}

/// One request for all of the period, of one truckload: answered after a day, a letter each day after, one convoy.
test::SmallScenario one_request() {
    test::SmallScenario small;
    small.days = 200;
    small.without_south_fleet();
    auto& record = small.record;
    record.communities.find("one")->population = {20};
    record.permission.cycle = one_day * 200;
    record.permission.answer_model = AnswerModel::climate;
    ClimateRecord climate;
    climate.closed = state_of(0);
    climate.restricted = state_of(1);
    climate.open = state_of(2);
    climate.starts_closed = Probability(starts[0]);
    climate.starts_restricted = Probability(starts[1]);
    climate.closed_to_restricted = Hazard(0.2);
    climate.restricted_to_open = Hazard(0.15);
    climate.restricted_to_closed = Hazard(0.25);
    climate.open_to_restricted = Hazard(0.4);
    record.climate = climate;
    return small;
}

/// Chances of the climate's move at midnight.
Eigen::Matrix3d moves() {
    const double up = 1 - std::exp(-0.2), leaves = 1 - std::exp(-0.4), down = 1 - std::exp(-0.4);
    Eigen::Matrix3d p;
    p << 1 - up, up, 0, leaves * 0.25 / 0.4, 1 - leaves, leaves * 0.15 / 0.4, 0, down, 1 - down;
    return p;
}

/// The chain of days: what is left by the next evening, and what has departed by then. What is refused is neither.
struct Chain {
    Square stays = Square::Zero();
    Column departs = Column::Zero();
};

Chain chain() {
    Chain c;
    const auto p = moves();
    for (int from = 0; from < climates; ++from) {
        for (int to = 0; to < climates; ++to) {
            const auto t = static_cast<std::size_t>(to);
            const double goes = 1 - withheld.at(t);
            const auto row = [from](Stage stage) { return stage * climates + from; };
            const auto column = [to](Stage stage) { return stage * climates + to; };
            c.stays(row(asked), column(waits_for_letter)) += p(from, to) * consents.at(t);
            c.stays(row(waits_for_letter), column(waits_for_letter)) += p(from, to) * (1 - letter.at(t));
            c.stays(row(waits_for_letter), column(cleared)) += p(from, to) * letter.at(t) * (1 - goes);
            c.departs(row(waits_for_letter)) += p(from, to) * letter.at(t) * goes;
            c.stays(row(cleared), column(cleared)) += p(from, to) * (1 - goes);
            c.departs(row(cleared)) += p(from, to) * goes;
        }
    }
    return c;
}

Column start() {
    Column s = Column::Zero();
    for (int i = 0; i < climates; ++i) s(i) = starts.at(static_cast<std::size_t>(i));
    return s;
}

/// Day of the only departure in each replicate.
std::vector<std::optional<std::int64_t>> departure_days(std::uint32_t replicates) {
    const auto model = test::model_of(one_request(), {test::agreement_from(0, "none", {})});
    Runner runner(model);
    std::vector<std::optional<std::int64_t>> days(replicates);
    for (std::uint32_t r = 0; r < replicates; ++r) {
        const auto departed = test::of_kind(runner.run({301, r}, 0, Arm::as_kept), EventKind::convoy_departed);
        EXPECT_LE(departed.size(), 1U) << r;
        if (!departed.empty()) days[r] = departed[0].at_s / 86'400;
    }
    return days;
}

double share_z(double found, double expected, double n) {
    return (found / n - expected) / std::sqrt(expected * (1 - expected) / n);
}

TEST(AbsorbingChain, EndsInADepartureWithTheChanceAndOnTheDaysOfItsFundamentalMatrix) {
    constexpr std::uint32_t n = 3'000;
    const auto days = departure_days(n);
    const auto [stays, departs] = chain();
    const Square fundamental = (Square::Identity() - stays).inverse();
    const double chance = start().dot(fundamental * departs);
    const double mean_day = start().dot(fundamental * (fundamental * departs)) / chance;

    double count = 0, sum = 0, squares = 0;
    for (const auto& day : days) {
        if (!day) continue;
        ++count;
        sum += static_cast<double>(*day);
        squares += static_cast<double>(*day * *day);
    }
    EXPECT_LT(std::abs(share_z(count, chance, n)), most_z) << count / n << " against " << chance;
    const double mean = sum / count, deviation = std::sqrt(squares / count - mean * mean);
    EXPECT_LT(std::abs(mean - mean_day) / (deviation / std::sqrt(count)), most_z) << mean << " against " << mean_day;
    EXPECT_GT(chance, 0.2);
    EXPECT_LT(chance, 0.8) << "so that both ends are tried";
}

TEST(AbsorbingChain, HasDepartedByADayAsThePowersOfItsMatrixSay) {
    constexpr std::uint32_t n = 3'000;
    const auto days = departure_days(n);
    const auto [stays, departs] = chain();
    Column now = start();
    double gone = 0;
    for (std::int64_t day = 1; day <= 199; ++day) {
        gone += now.dot(departs);
        now = stays.transpose() * now;
        if (day != 2 && day != 4 && day != 8 && day != 16 && day != 40) continue;
        double found = 0;
        for (const auto& d : days) found += d && *d <= day ? 1 : 0;
        EXPECT_LT(std::abs(share_z(found, gone, n)), most_z)
            << "day " << day << ": " << found / n << " against " << gone;
    }
    EXPECT_LT(now.sum(), 1e-6) << "the period is long enough for all to have ended";
}

}  // namespace
}  // namespace aidway
