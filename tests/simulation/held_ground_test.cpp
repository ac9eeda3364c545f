// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <numeric>

#include "simulation/outcomes/held.hpp"
#include "simulation/outcomes/rations_delivered.hpp"
#include "simulation/outcomes/rations_needed.hpp"
#include "support/hand_log.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::day;
using test::of_kind;
using test::seconds_of_days;
using test::values;
using test::Values;

constexpr std::uint16_t a = 0, b = 1, nobody = Event::no_index;

/// Communities of 1,000 and 500 people, held by a and by nobody on day 10; outcomes count until day 26.
OutcomeScope scope() {
    auto made = test::hand_scope();
    made.parties = 2;
    made.holders = {a, nobody};
    return made;
}

Event taken(std::int64_t at_s, std::uint16_t community, std::uint16_t by) {
    return {.at_s = at_s, .kind = EventKind::changed_hands, .community = community, .place = by};
}

Event brought(std::int64_t at_s, std::uint16_t community, double rations) {
    return test::at(at_s, EventKind::delivered, community, Mass::grams(static_cast<std::int64_t>(rations * 500)));
}

template <class O>
Values by_party(const std::vector<Event>& log) {
    return values<O>(log, 2, scope());
}

TEST(HeldGround, CountsNeedAndDeliveriesForWhoHoldsThePlaceThen) {
    const std::vector<Event> log{brought(12 * day, 0, 800), taken(14 * day, 0, b), brought(14 * day, 0, 600),
                                 brought(20 * day, 0, 600)};
    EXPECT_EQ(by_party<RationsNeededHeld>(log), (Values{4'000, 12'000}));
    EXPECT_EQ(by_party<RationsDeliveredHeld>(log), (Values{800, 1'200}));
    EXPECT_EQ(by_party<DeliveredShareHeld>(log), (Values{0.2, 0.1}));
}

TEST(HeldGround, OfNobodyCountsForNoParty) {
    const std::vector<Event> log{brought(12 * day, 1, 100), taken(16 * day, 1, b), taken(18 * day, 0, nobody),
                                 brought(19 * day, 0, 100)};
    EXPECT_EQ(by_party<RationsNeededHeld>(log), (Values{8'000, 5'000}));
    EXPECT_EQ(by_party<RationsDeliveredHeld>(log), (Values{0, 0}));
}

TEST(HeldGround, NeedsAsMuchWhetherTheEntitledAreThereOrGone) {
    const std::vector<Event> log{test::people(12 * day, EventKind::departed, 0, 900)};
    EXPECT_EQ(by_party<RationsNeededHeld>(log), (Values{16'000, 0}));
}

TEST(HeldGround, WithoutAnyHoldsNothingAndDeliversNothingThere) {
    EXPECT_EQ(by_party<DeliveredShareHeld>({}), (Values{0, 0}));
}

/// Two communities, all ground held by opp and from day 20 on by gov; deliveries throughout.
test::SmallScenario taken_over(FrontResumes resumes = FrontResumes::shifted) {
    test::SmallScenario small;
    small.add_second_community();
    small.record.fronts.resumes = resumes;
    small.hold_ground(1, 0);
    small.hold_ground(0, 20);
    return small;
}

DatedAgreement no_gain(std::optional<Duration> lasting) {
    Term term;
    term.body = CeaseHostilities{{"gov", "opp"}, {}, true};
    term.lasting = lasting;
    return test::agreement_from(5, "cessation", {term});
}

std::vector<double> days_of_change(const test::Log& log) {
    std::vector<double> days;
    for (const auto& event : of_kind(log, EventKind::changed_hands)) {
        days.push_back(static_cast<double>(event.at_s) / 86'400.0);
    }
    return days;
}

template <class O>
double sum_of(Runner& runner, const test::Log& log, std::size_t cells) {
    const auto of = values<O>(log, cells, runner.scope());
    return std::accumulate(of.begin(), of.end(), 0.0);
}

TEST(HeldGround, OfAllPartiesAddsUpToAllThatIsNeededAndDelivered) {
    auto small = taken_over();
    small.make_chancy();
    const auto model = test::model_of(small, {test::agreement_from(5, "none", {})});
    Runner runner(model);
    double delivered = 0;
    for (std::uint32_t r = 0; r < 20; ++r) {
        const auto all = runner.run({7, r}, 0, Arm::as_kept);
        const test::Log log(all.begin(), all.end());
        EXPECT_NEAR(sum_of<RationsNeededHeld>(runner, log, 2), sum_of<RationsNeeded>(runner, log, 2), 1e-6);
        EXPECT_NEAR(sum_of<RationsDeliveredHeld>(runner, log, 2), sum_of<RationsDelivered>(runner, log, 2), 1e-6);
        const auto needed = values<RationsNeededHeld>(log, 2, runner.scope());
        EXPECT_NEAR(needed[1], 15'000.0 * 15, 1e-6) << "opp, from day 5 to day 20";
        delivered += sum_of<RationsDelivered>(runner, log, 2);
    }
    EXPECT_GT(delivered, 0);
}

TEST(Takeovers, ChangesHandsOnTheDateOfHistory) {
    const auto log = test::run_alone(taken_over());
    EXPECT_EQ(days_of_change(log), (Values{20, 20})) << "each of the two places";
    for (const auto& event : of_kind(log, EventKind::changed_hands)) EXPECT_EQ(event.place, 0);
}

TEST(Takeovers, StandsStillWithTheFrontAndGoesOnShifted) {
    EXPECT_TRUE(days_of_change(test::run_under(taken_over(), no_gain({}), Arm::as_signed)).empty());
    EXPECT_EQ(days_of_change(test::run_under(taken_over(), no_gain(one_day * 18), Arm::as_signed)), (Values{38, 38}));
}

TEST(Takeovers, JumpsToTheDateWhereTheScenarioSaysSo) {
    const auto small = taken_over(FrontResumes::unshifted);
    EXPECT_EQ(days_of_change(test::run_under(small, no_gain(one_day * 18), Arm::as_signed)), (Values{23, 23}));
    EXPECT_EQ(days_of_change(test::run_under(small, no_gain(one_day * 7), Arm::as_signed)), (Values{20, 20}));
}

TEST(Takeovers, IsToldOfNobodyWhereTheScenarioDoesNotSay) {
    EXPECT_TRUE(days_of_change(test::run_alone(test::SmallScenario{})).empty());
}

}  // namespace
}  // namespace aidway
