// SPDX-License-Identifier: Apache-2.0
// Chances known in closed form. Seeds are fixed; a correct engine would fail a |z| < 4.4 check for about one seed in
// 100,000 and check, and there are under 20 checks here.
#include <gtest/gtest.h>

#include <cmath>

#include "support/run_model.hpp"

namespace aidway {
namespace {

constexpr double most_z = 4.4;

void expect_share(double found, double expected, double n, const std::string& what) {
    const double z = (found / n - expected) / std::sqrt(expected * (1 - expected) / n);
    EXPECT_LT(std::abs(z), most_z) << what << ": " << found / n << " against " << expected;
}

test::SmallScenario two_step_chain(double full, double letter) {
    test::SmallScenario small;
    small.days = 30;
    small.record.fleets.clear();
    small.record.permission.answers = {Probability(full), Probability(0), Probability(1 - full)};
    small.record.permission.letter.daily_chance = Probability(letter);
    return small;
}

/// Day of the first clearance in each replicate; none where there is none.
std::vector<std::optional<std::int64_t>> clearance_days(const test::SmallScenario& small, std::uint32_t replicates) {
    const auto model = test::model_of(small, {test::agreement_from(0, "none", {})});
    Runner runner(model);
    std::vector<std::optional<std::int64_t>> days(replicates);
    for (std::uint32_t r = 0; r < replicates; ++r) {
        const auto cleared = test::of_kind(runner.run({606, r}, 0, Arm::as_kept), EventKind::cleared);
        if (!cleared.empty()) days[r] = cleared[0].at_s / 86'400;
    }
    return days;
}

double cleared_by(const std::vector<std::optional<std::int64_t>>& days, std::int64_t day) {
    double n = 0;
    for (const auto& d : days) n += d && *d <= day ? 1 : 0;
    return n;
}

TEST(ClosedForm, ATwoStepRequestIsClearedByADayWithTheGeometricChance) {
    constexpr double full = 0.6, letter = 0.15;
    constexpr std::uint32_t n = 4'000;
    const auto days = clearance_days(two_step_chain(full, letter), n);
    EXPECT_EQ(cleared_by(days, 1), 0);
    // The answer comes on day 1; the letter may come on day 2, 3, ...
    for (const int day : {2, 3, 5, 10, 20, 29}) {
        expect_share(cleared_by(days, day), full * (1 - std::pow(1 - letter, day - 1)), n,
                     "by day " + std::to_string(day));
    }
}

TEST(ClosedForm, TwoDecidersConsentWithTheProductOfTheirChances) {
    auto small = two_step_chain(0.6, 1.0);
    small.record.permission.deciders = {"gov", "opp"};
    constexpr std::uint32_t n = 4'000;
    expect_share(cleared_by(clearance_days(small, n), 29), 0.36, n, "both consent");
}

TEST(ClosedForm, AnswersComeInTheirStatedShares) {
    auto small = two_step_chain(0.3, 1.0);
    small.record.permission.answers = {Probability(0.3), Probability(0.4), Probability(0.2)};
    const auto model = test::model_of(small, {test::agreement_from(0, "none", {})});
    Runner runner(model);
    constexpr std::uint32_t n = 4'000;
    double full = 0, part = 0, refused = 0;
    for (std::uint32_t r = 0; r < n; ++r) {
        for (const auto& event : runner.run({77, r}, 0, Arm::as_kept)) {
            full += event.kind == EventKind::answered_full ? 1 : 0;
            part += event.kind == EventKind::answered_part ? 1 : 0;
            refused += event.kind == EventKind::answered_refused ? 1 : 0;
        }
    }
    expect_share(full, 0.3, n, "full");
    expect_share(part, 0.4, n, "part");
    expect_share(refused, 0.1, n, "refused");
}

TEST(ClosedForm, AnObligationIsKeptForTheMarkovChainsLongRunShare) {
    test::SmallScenario small;
    small.days = 450;
    small.record.fleets.clear();
    small.record.compliance = {Hazard(0.4), Hazard(0.1), Hazard(0.4)};
    const auto model = test::model_of(small, {test::agreement_from(0, "a", {test::open_road("a")})});
    constexpr std::uint32_t n = 150;
    constexpr double from_s = 50.0 * 86'400, length_s = 400.0 * 86'400;
    Runner runner(model);
    std::vector<double> shares;
    for (std::uint32_t r = 0; r < n; ++r) {
        double kept_s = 0, since_s = 0;
        bool kept = false;
        const auto until = [&](double at_s) {
            if (kept) kept_s += std::max(0.0, at_s - std::max(from_s, since_s));
            since_s = at_s;
        };
        for (const auto& event : runner.run({15, r}, 0, Arm::as_kept)) {
            const bool change = event.kind == EventKind::obligation_kept || event.kind == EventKind::obligation_broken;
            if (!change || event.place != 0) continue;
            until(static_cast<double>(event.at_s));
            kept = event.kind == EventKind::obligation_kept;
        }
        until(from_s + length_s);
        shares.push_back(kept_s / length_s);
    }
    double mean = 0, squares = 0;
    for (const double share : shares) mean += share / n;
    for (const double share : shares) squares += (share - mean) * (share - mean);
    // One change a day at most, at a moment uniform within it: repair / (repair + break), whatever the moment.
    const double repair = 1 - std::exp(-0.4), breaking = 1 - std::exp(-0.1);
    const double z = (mean - repair / (repair + breaking)) / std::sqrt(squares / (n - 1) / n);
    EXPECT_LT(std::abs(z), most_z) << mean;
    EXPECT_GT(squares, 0);
}

}  // namespace
}  // namespace aidway
