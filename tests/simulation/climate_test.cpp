// SPDX-License-Identifier: Apache-2.0
// Closed forms of the climate chain. Seeds are fixed; a correct engine would fail a |z| < 4.4 check for about one seed
// in 100,000 and check, and there are under 30 checks here.
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "support/run_model.hpp"

namespace aidway {
namespace {

constexpr double most_z = 4.4;

void expect_share(double found, double expected, double n, const std::string& what) {
    const double z = (found / n - expected) / std::sqrt(expected * (1 - expected) / n);
    EXPECT_LT(std::abs(z), most_z) << what << ": " << found / n << " against " << expected;
}

ClimateStateRecord state(double full, double letter, double withheld, double violence) {
    ClimateStateRecord s;
    s.answers = {Probability(full), Probability(0), Probability(0)};
    s.letter_daily_chance = Probability(letter);
    s.security_withheld = Probability(withheld);
    s.violence = violence;
    return s;
}

ClimateRecord lively() {
    ClimateRecord climate;
    climate.closed = state(0, 0, 1, 3);
    climate.restricted = state(0.4, 0.1, 0.3, 1);
    climate.open = state(0.9, 0.5, 0, 0.5);
    climate.starts_closed = Probability(0.5);
    climate.starts_restricted = Probability(0.3);
    climate.closed_to_restricted = Hazard(0.2);
    climate.restricted_to_open = Hazard(0.15);
    climate.restricted_to_closed = Hazard(0.25);
    climate.open_to_restricted = Hazard(0.4);
    return climate;
}

test::SmallScenario with(const ClimateRecord& climate) {
    test::SmallScenario small;
    small.days = 30;
    small.record.fleets.clear();
    small.record.climate = climate;
    small.record.permission.answer_model = AnswerModel::climate;
    return small;
}

ClimateRecord frozen_in(double closed, double restricted) {
    auto climate = lively();
    climate.starts_closed = Probability(closed);
    climate.starts_restricted = Probability(restricted);
    climate.closed_to_restricted = climate.restricted_to_open = Hazard(0);
    climate.restricted_to_closed = climate.open_to_restricted = Hazard(0);
    return climate;
}

/// State of gov's only chain on a day.
std::int64_t state_on(const test::Log& log, std::int64_t day) {
    std::int64_t state = -1;
    for (const auto& event : log) {
        if (event.kind == EventKind::climate_changed && event.place == 0 && event.at_s <= day * 86'400)
            state = event.count;
    }
    return state;
}

using Shares = std::array<double, 3>;

Shares after_a_day(const Shares& now, const DailyMoves& m) {
    return {now[0] * (1 - m.closed_to_restricted) + now[1] * m.restricted_to_closed,
            now[0] * m.closed_to_restricted + now[1] * (1 - m.restricted_to_closed - m.restricted_to_open) +
                now[2] * m.open_to_restricted,
            now[1] * m.restricted_to_open + now[2] * (1 - m.open_to_restricted)};
}

TEST(ClimateMoves, AreTheChancesOfHazardsThatCompeteForADay) {
    const auto moves = daily_moves(lively(), 1.0);
    EXPECT_NEAR(moves.closed_to_restricted, 1 - std::exp(-0.2), 1e-15);
    EXPECT_NEAR(moves.restricted_to_closed, (1 - std::exp(-0.4)) * 0.25 / 0.4, 1e-15);
    EXPECT_NEAR(moves.restricted_to_open, (1 - std::exp(-0.4)) * 0.15 / 0.4, 1e-15);
    EXPECT_NEAR(moves.open_to_restricted, 1 - std::exp(-0.4), 1e-15);
    const auto none = daily_moves(frozen_in(0, 0), 1.0);
    EXPECT_EQ(none.restricted_to_closed + none.restricted_to_open, 0);
}

TEST(ClimateMoves, LeadNoHigherUAndNoGreaterLiftToAWorseState) {
    const auto usual = daily_moves(lively(), 1.0), lifted = daily_moves(lively(), 2.5);
    for (const auto from : {ClimateState::closed, ClimateState::restricted, ClimateState::open}) {
        auto before = ClimateState::closed;
        for (int i = 0; i < 1'000; ++i) {
            const double u = (i + 0.5) / 1'000;
            const auto next = next_state(usual, from, u);
            EXPECT_GE(next, before);
            EXPECT_GE(next_state(lifted, from, u), next) << u;
            before = next;
        }
    }
}

TEST(Climate, IsDistributedAfterADayAsThePowersOfItsMatrixSay) {
    const auto model = test::model_of(with(lively()), {test::agreement_from(0, "none", {})});
    constexpr std::uint32_t n = 4'000;
    constexpr std::array<std::int64_t, 4> days{0, 1, 4, 20};
    std::array<Shares, days.size()> found{};
    Runner runner(model);
    for (std::uint32_t r = 0; r < n; ++r) {
        const auto events = test::of_kind(runner.run({61, r}, 0, Arm::as_kept), EventKind::climate_changed);
        for (std::size_t d = 0; d < days.size(); ++d) {
            found.at(d).at(static_cast<std::size_t>(state_on(events, days.at(d)))) += 1;
        }
    }
    Shares expected{0.5, 0.3, 0.2};
    const auto moves = daily_moves(lively(), 1.0);
    for (std::int64_t day = 0, d = 0; day <= 20; ++day) {
        if (day == days.at(static_cast<std::size_t>(d))) {
            for (std::size_t s = 0; s < 3; ++s) {
                expect_share(found.at(static_cast<std::size_t>(d)).at(s), expected.at(s), n,
                             "state " + std::to_string(s) + " on day " + std::to_string(day));
            }
            ++d;
        }
        expected = after_a_day(expected, moves);
    }
}

TEST(Climate, OfAnotherRegionOrPartyIsAChainOfItsOwn) {
    auto small = with(lively());
    small.add_second_community();
    const auto one = test::model_of(small, {test::agreement_from(0, "none", {})});
    small.record.communities.find("two")->region = "west";
    const auto two = test::model_of(small, {test::agreement_from(0, "none", {})});
    std::size_t unlike = 0;
    for (std::uint32_t r = 0; r < 50; ++r) {
        const auto chain = [&](const Model& model, std::uint16_t party, std::uint16_t region) {
            std::vector<std::pair<std::int64_t, std::int64_t>> changes;
            for (const auto& e :
                 test::of_kind(test::log_of(model, {5, r}, 0, Arm::as_kept), EventKind::climate_changed))
                if (e.place == party && e.number == region) changes.emplace_back(e.at_s, e.count);
            return changes;
        };
        EXPECT_EQ(chain(one, 0, 0), chain(two, 0, 0)) << "a second region moves no draw of the first";
        EXPECT_TRUE(chain(one, 0, 1).empty());
        unlike += chain(two, 0, 0) != chain(two, 0, 1) && chain(two, 0, 0) != chain(two, 1, 0) ? 1 : 0;
    }
    EXPECT_GT(unlike, 40U);
}

TEST(Climate, ThatStandsStillGivesTheApprovalChainOfItsState) {
    // Restricted for good: full 0.4, letter 0.1 a day; closed for good with chance 0.25, and nothing comes.
    const auto model = test::model_of(with(frozen_in(0.25, 0.75)), {test::agreement_from(0, "none", {})});
    constexpr std::uint32_t n = 4'000;
    std::array<double, 30> cleared{};
    Runner runner(model);
    for (std::uint32_t r = 0; r < n; ++r) {
        const auto events = test::of_kind(runner.run({62, r}, 0, Arm::as_kept), EventKind::cleared);
        if (events.empty()) continue;
        for (auto day = static_cast<std::size_t>(events[0].at_s / 86'400); day < 30; ++day) cleared.at(day) += 1;
    }
    EXPECT_EQ(cleared[1], 0);
    for (const std::size_t day : {2U, 5U, 15U, 29U}) {
        const double letters = 1 - std::pow(0.9, static_cast<double>(day) - 1);
        expect_share(cleared.at(day), 0.75 * 0.4 * letters, n, "by day " + std::to_string(day));
    }
}

TEST(Climate, CountsOnTheDayTheAnswerFallsDue) {
    auto climate = lively();
    climate.starts_closed = Probability(1);
    climate.starts_restricted = Probability(0);
    climate.closed_to_restricted = climate.restricted_to_open = Hazard(50);
    climate.restricted_to_closed = climate.open_to_restricted = Hazard(0);
    climate.open = state(1, 1, 0, 1);
    auto small = with(climate);
    small.record.permission.lag = Chance<Duration>::certain(3 * 86'400.0);
    EXPECT_EQ(test::of_kind(test::run_alone(small), EventKind::answered_full).size(), 1U) << "closed when asked";
    small.record.permission.lag = Chance<Duration>::certain(3'600.0);
    EXPECT_EQ(test::of_kind(test::run_alone(small), EventKind::answered_refused).size(), 1U);
}

TEST(Climate, SaysNothingWhileItIsSilent) {
    auto climate = frozen_in(1, 0);
    climate.closed.answers = {Probability(0), Probability(0), Probability(1)};
    auto small = with(climate);
    small.record.fleets = test::SmallScenario{}.record.fleets;
    const auto log = test::run_alone(small);
    EXPECT_TRUE(test::of_kind(log, EventKind::answered_refused).empty());
    EXPECT_EQ(test::of_kind(log, EventKind::answer_overdue).size(), 1U);
    EXPECT_GT(test::mass_of(log, EventKind::ended, Reason::silent), Mass{});
}

TEST(Climate, OfTheWorstDeciderWithholdsSecurity) {
    auto climate = frozen_in(0, 0);
    climate.open = state(1, 1, 0, 1);
    test::SmallScenario small = with(climate);
    small.record.fleets = test::SmallScenario().record.fleets;
    EXPECT_GT(test::mass_of(test::run_alone(small), EventKind::delivered), Mass{});
    small.record.climate->open.security_withheld = Probability(1);
    const auto log = test::run_alone(small);
    EXPECT_EQ(test::mass_of(log, EventKind::delivered), Mass{});
    EXPECT_GT(test::mass_of(log, EventKind::ended, Reason::security), Mass{});
}

TEST(Climate, IsLiftedWhileACessationIsKept) {
    auto climate = lively();
    climate.starts_closed = Probability(1);
    climate.starts_restricted = Probability(0);
    climate.closed_to_restricted = Hazard(0.05);
    climate.restricted_to_closed = Hazard(0);
    climate.cessation_lifts = 3;
    Term cessation;
    cessation.body = CeaseHostilities{{"gov", "opp"}, {}, false};
    const auto model = test::model_of(
        with(climate), {test::agreement_from(0, "none", {}), test::agreement_from(0, "cessation", {cessation})});
    constexpr std::uint32_t n = 2'000;
    constexpr std::int64_t day = 10;
    double closed = 0, closed_lifted = 0;
    Runner runner(model);
    for (std::uint32_t r = 0; r < n; ++r) {
        const auto usual = test::of_kind(runner.run({63, r}, 0, Arm::as_signed), EventKind::climate_changed);
        const auto lifted = test::of_kind(runner.run({63, r}, 1, Arm::as_signed), EventKind::climate_changed);
        EXPECT_GE(state_on(lifted, day), state_on(usual, day)) << r;
        closed += state_on(usual, day) == 0 ? 1 : 0;
        closed_lifted += state_on(lifted, day) == 0 ? 1 : 0;
    }
    expect_share(closed, std::exp(-0.05 * day), n, "closed");
    expect_share(closed_lifted, std::exp(-0.15 * day), n, "closed under a cessation");
}

TEST(Climate, ThatNobodyAsksForChangesNothingElse) {
    test::SmallScenario small;
    small.make_chancy();
    auto climatic = small;
    climatic.record.climate = lively();
    const auto agreement = test::agreement_from(12, "a", {test::open_road("a")});
    const auto plain = test::model_of(small, {agreement}), model = test::model_of(climatic, {agreement});
    for (std::uint32_t r = 0; r < 30; ++r) {
        const auto log = test::where(test::log_of(model, {6, r}, 0, Arm::as_kept),
                                     [](const Event& e) { return e.kind != EventKind::climate_changed; });
        EXPECT_EQ(log, test::log_of(plain, {6, r}, 0, Arm::as_kept)) << r;
    }
}

}  // namespace
}  // namespace aidway
