// SPDX-License-Identifier: Apache-2.0
// Silence, expiry, linked places and removal against their closed forms. Seeds are fixed; a correct engine would fail
// a |z| < 4.5 check for about one seed in 100,000 and check, and there are 15 checks here.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <optional>

#include "support/run_model.hpp"

namespace aidway {
namespace {

constexpr double most_z = 4.5;
constexpr std::uint32_t n = 3'000;
constexpr std::int64_t day_s = 86'400;

void expect_share(double found, double expected, const std::string& what) {
    const double z = (found / n - expected) / std::sqrt(expected * (1 - expected) / n);
    EXPECT_LT(std::abs(z), most_z) << what << ": " << found / n << " against " << expected;
}

/// Chance that a lognormal lag of median 4 d and deviation 0.6 is over by a day.
double answered_by(double day) { return 0.5 * std::erfc(-std::log(day / 4) / 0.6 / std::sqrt(2.0)); }

/// One month; an answer by chance after a lag by chance, and the letter the day after.
test::SmallScenario answering(Silence silence_means) {
    test::SmallScenario small;
    small.days = 30;
    small.record.fleets.clear();
    auto& permission = small.record.permission;
    permission.answers = {Probability(0.3), Probability(0), Probability(0.5)};
    permission.lag = {Law{LawKind::lognormal, {4 * 86'400.0, 0.6}}};
    permission.silence_means = silence_means;
    return small;
}

double replicates_with(const test::SmallScenario& small, EventKind kind, std::uint64_t seed) {
    const auto model = test::model_of(small, {test::agreement_from(0, "none", {})});
    Runner runner(model);
    double found = 0;
    for (std::uint32_t r = 0; r < n; ++r)
        found += test::of_kind(runner.run({seed, r}, 0, Arm::as_kept), kind).empty() ? 0 : 1;
    return found;
}

/// Chance that nothing has been said by a day.
double silent_until(double day) { return 0.5 + 0.5 * (1 - answered_by(day)); }

TEST(SilenceTwin, AtTheDeadlineIsWhatWasDrawnSilentAndWhatIsLate) {
    expect_share(replicates_with(answering(Silence::refusal), EventKind::answer_overdue, 311), silent_until(7), "7 d");
    auto hasty = answering(Silence::refusal);
    hasty.record.permission.deadline = one_day * 2;
    expect_share(replicates_with(hasty, EventKind::answer_overdue, 312), silent_until(2), "2 d");
}

TEST(SilenceTwin, AsRefusalLetsLateAnswersCountAndAsConsentDoesNotWaitForThem) {
    // The letter comes the day after consent, where that is within the cycle.
    expect_share(replicates_with(answering(Silence::refusal), EventKind::cleared, 313), 0.3 * answered_by(29),
                 "silence is refusal");
    expect_share(replicates_with(answering(Silence::consent), EventKind::cleared, 314),
                 0.3 * answered_by(7) + silent_until(7), "silence is consent");
}

/// Places that ask for one convoy each, of the north, whose guarantee of security may be withheld any morning.
test::SmallScenario guarded(double withheld) {
    test::SmallScenario small;
    small.days = 30;
    small.without_south_fleet();
    small.add_second_community();
    for (const std::string name : {"one", "two"}) small.record.communities.find(name)->population = {500};
    small.record.permission.security_withheld = Probability(withheld);
    return small;
}

/// The day on which a convoy left for each of the two places.
std::array<std::optional<std::int64_t>, 2> departures(std::span<const Event> log) {
    std::array<std::optional<std::int64_t>, 2> days;
    for (const auto& event : test::of_kind(log, EventKind::convoy_departed)) {
        EXPECT_FALSE(days.at(event.community)) << "one convoy takes it all";
        days.at(event.community) = event.at_s / day_s;
    }
    return days;
}

TEST(ExpiryTwin, OfAClearanceIsTheChanceOfNothingButBadMornings) {
    const auto model = test::model_of(guarded(0.9), {test::agreement_from(0, "none", {})});
    Runner runner(model);
    double expired = 0, by_tenth = 0, ended = 0;
    for (std::uint32_t r = 0; r < n; ++r) {
        const auto log = runner.run({315, r}, 0, Arm::as_kept);
        const auto day = departures(log)[0];
        expired += day ? 0 : 1;
        by_tenth += day && *day <= 10 ? 1 : 0;
        const auto of_one = test::where(log, [](const Event& e) { return e.community == 0; });
        ended += test::mass_of(of_one, EventKind::ended, Reason::security) > Mass{} ? 1 : 0;
    }
    // Answered on day 1, cleared on day 2: 28 mornings to the end of the cycle, nine to the tenth day.
    expect_share(expired, std::pow(0.9, 28), "expired");
    expect_share(by_tenth, 1 - std::pow(0.9, 9), "by the tenth day");
    EXPECT_EQ(ended, expired) << "and that is the reason told";
}

/// The same, each place in a region of its own, where a guarantee is withheld with the same chance in any climate.
test::SmallScenario in_two_regions(double withheld) {
    auto small = guarded(withheld);
    small.record.communities.find("two")->region = "east";
    small.record.permission.answer_model = AnswerModel::climate;
    ClimateStateRecord state;
    state.answers.full = Probability(1);
    state.letter_daily_chance = Probability(1);
    state.security_withheld = Probability(withheld);
    ClimateRecord climate;
    climate.closed = climate.restricted = climate.open = state;
    small.record.climate = climate;
    return small;
}

TEST(LinkedTwin, GoOnTheFirstMorningThatIsGoodForBoth) {
    constexpr double good = 0.6;
    auto apart = in_two_regions(1 - good);
    apart.record.permission.procedure = Procedure::notification_only;
    auto tied = apart;
    tied.record.permission.linked = {{{"one", "two"}}};
    const auto both_by = [](const test::SmallScenario& small, std::int64_t day) {
        const auto model = test::model_of(small, {test::agreement_from(0, "none", {})});
        Runner runner(model);
        double both = 0;
        for (std::uint32_t r = 0; r < n; ++r) {
            const auto days = departures(runner.run({316, r}, 0, Arm::as_kept));
            both += days[0] && days[1] && *days[0] <= day && *days[1] <= day ? 1 : 0;
        }
        return both;
    };
    for (const std::int64_t day : {0, 1, 3}) {
        const auto mornings = static_cast<double>(day + 1);
        expect_share(both_by(tied, day), 1 - std::pow(1 - good * good, mornings), "tied, day " + std::to_string(day));
        expect_share(both_by(apart, day), std::pow(1 - std::pow(1 - good, mornings), 2),
                     "apart, day " + std::to_string(day));
    }
}

TEST(RemovalTwin, TakesItsChanceTimesTheMeanOfItsLaw) {
    auto small = guarded(0);
    constexpr double chance = 0.4, a = 2, b = 5;
    small.record.goods.find("medicine")->removed = {Probability(chance), {Law{LawKind::beta, {a, b}}}};
    const auto model = test::model_of(small, {test::agreement_from(0, "none", {})});
    Runner runner(model);
    double happened = 0, sum = 0;
    for (std::uint32_t r = 0; r < n; ++r) {
        const auto of_medicine = test::where(runner.run({317, r}, 0, Arm::as_kept),
                                             [](const Event& e) { return e.community == 0 && e.goods == 1; });
        const auto removed = test::mass_of(of_medicine, EventKind::removed);
        happened += removed > Mass{} ? 1 : 0;
        sum += removed.kilograms() / test::mass_of(of_medicine, EventKind::loaded).kilograms();
    }
    expect_share(happened, chance, "something is taken");
    const double mean = a / (a + b), variance = a * b / ((a + b) * (a + b) * (a + b + 1));
    const double spread = chance * (variance + mean * mean) - chance * chance * mean * mean;
    EXPECT_LT(std::abs(sum / n - chance * mean) / std::sqrt(spread / n), most_z) << sum / n;
}

}  // namespace
}  // namespace aidway
