// SPDX-License-Identifier: Apache-2.0
// Where the climate is in the long run, and for how long. Seeds are fixed; a correct engine would fail a |z| < 4.5
// check for about one seed in 100,000 and check, and there are 13 checks here.
#include <gtest/gtest.h>

#include <Eigen/LU>
#include <array>
#include <cmath>
#include <optional>

#include "support/run_model.hpp"

namespace aidway {
namespace {

constexpr double most_z = 4.5;
constexpr std::int64_t day_s = 86'400;

test::SmallScenario climatic(std::int64_t days) {
    test::SmallScenario small;
    small.days = days;
    small.record.fleets.clear();
    ClimateRecord climate;
    climate.starts_closed = Probability(1);
    climate.closed_to_restricted = Hazard(0.2);
    climate.restricted_to_open = Hazard(0.15);
    climate.restricted_to_closed = Hazard(0.25);
    climate.open_to_restricted = Hazard(0.4);
    small.record.climate = climate;
    return small;
}

/// Chances of the move at midnight, worked out apart from the engine.
Eigen::Matrix3d moves() {
    const double up = 1 - std::exp(-0.2), leaves = 1 - std::exp(-0.4), down = 1 - std::exp(-0.4);
    Eigen::Matrix3d p;
    p << 1 - up, up, 0, leaves * 0.25 / 0.4, 1 - leaves, leaves * 0.15 / 0.4, 0, down, 1 - down;
    return p;
}

/// The shares that a day's moves leave as they are.
Eigen::Vector3d long_run() {
    Eigen::Matrix3d balance = (moves() - Eigen::Matrix3d::Identity()).transpose();
    balance.row(2).setOnes();  // one equation follows from the others; the shares add up to 1
    return balance.partialPivLu().solve(Eigen::Vector3d(0, 0, 1));
}

/// The climate of gov on each day.
std::vector<std::size_t> states_of(std::span<const Event> log, std::int64_t days) {
    std::vector<std::size_t> states(static_cast<std::size_t>(days));
    for (const auto& event : log) {
        if (event.kind != EventKind::climate_changed || event.place != 0) continue;
        std::fill(states.begin() + event.at_s / day_s, states.end(), static_cast<std::size_t>(event.count));
    }
    return states;
}

TEST(ClimateOccupancy, InTheLongRunIsWhatADaysMovesLeaveAsItIs) {
    constexpr std::int64_t days = 460, from = 60;  // by then the start is forgotten: the second eigenvalue is 0.73
    constexpr std::uint32_t n = 300;
    const auto model = test::model_of(climatic(days), {test::agreement_from(0, "none", {})});
    Runner runner(model);
    Eigen::Array3d sum = Eigen::Array3d::Zero(), squares = Eigen::Array3d::Zero();
    for (std::uint32_t r = 0; r < n; ++r) {
        const auto states = states_of(runner.run({302, r}, 0, Arm::as_kept), days);
        Eigen::Array3d shares = Eigen::Array3d::Zero();
        for (std::size_t day = from; day < states.size(); ++day)
            shares(static_cast<Eigen::Index>(states[day])) += 1.0 / (days - from);
        sum += shares;
        squares += shares.square();
    }
    const Eigen::Array3d mean = sum / n, error = ((squares / n - mean.square()) / n).sqrt();
    const auto expected = long_run();
    for (int s = 0; s < 3; ++s)
        EXPECT_LT(std::abs(mean(s) - expected(s)) / error(s), most_z) << s << ": " << mean(s) << ", " << expected(s);
}

struct Spell {
    std::size_t days = 0, next = 0;
};

/// The first spell of a state after the one of the first day; none where it does not end within the period. Later
/// ones are not looked at: how many there are hangs on how long they are.
std::optional<Spell> first_spell(const std::vector<std::size_t>& states, std::size_t of) {
    std::size_t day = 1;
    while (day < states.size() && (states[day] != of || states[day - 1] == of)) ++day;
    const std::size_t begins = day;
    while (day < states.size() && states[day] == of) ++day;
    if (day >= states.size()) return {};
    return Spell{day - begins, states[day]};
}

TEST(ClimateSpells, AreGeometricAndGoWhereTheHazardsLead) {
    constexpr std::int64_t days = 250;
    constexpr std::uint32_t n = 2'000;
    const auto model = test::model_of(climatic(days), {test::agreement_from(0, "none", {})});
    Runner runner(model);
    std::array<std::array<double, 9>, 3> longer{};  // spells of more than so many days
    std::array<double, 3> spells{};
    double upward = 0;
    for (std::uint32_t r = 0; r < n; ++r) {
        const auto states = states_of(runner.run({303, r}, 0, Arm::as_kept), days);
        for (std::size_t s = 0; s < 3; ++s) {
            const auto spell = first_spell(states, s);
            if (!spell) continue;
            ++spells.at(s);
            for (std::size_t k = 0; k < std::min<std::size_t>(spell->days, 9); ++k) ++longer.at(s).at(k);
            upward += s == 1 && spell->next == 2 ? 1 : 0;
        }
    }
    const auto p = moves();
    const auto expect_share = [](double found, double expected, double of, const std::string& what) {
        EXPECT_LT(std::abs(found / of - expected) / std::sqrt(expected * (1 - expected) / of), most_z)
            << what << ": " << found / of << " against " << expected;
    };
    for (std::size_t s = 0; s < 3; ++s) {
        EXPECT_GT(spells.at(s), n - 2) << "all but never is a spell too late to be seen whole";
        const auto i = static_cast<Eigen::Index>(s);
        for (const std::size_t k : {1U, 3U, 8U}) {
            expect_share(longer.at(s).at(k), std::pow(p(i, i), static_cast<double>(k)), spells.at(s),
                         "state " + std::to_string(s) + ", longer than " + std::to_string(k));
        }
    }
    expect_share(upward, 0.15 / 0.4, spells[1], "upward");
}

}  // namespace
}  // namespace aidway
