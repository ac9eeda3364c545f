// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::of_kind;
using test::seconds_of_days;

std::set<int> who_answered(const test::Log& log) {
    std::set<int> who;
    for (const auto& event : log) {
        if (event.kind >= EventKind::answered_full && event.kind <= EventKind::answered_refused)
            who.insert(event.place);
    }
    return who;
}

/// Only the south fleet's way counts: by gate b, which opp holds. Gov decides.
test::SmallScenario by_the_south() {
    test::SmallScenario small;
    small.aid_at_a = Access::closed;
    small.aid_at_b = Access::by_clearance;
    return small;
}

TEST(Deciders, AreJoinedByTheHolderOfAGateOnTheFastestWay) {
    EXPECT_EQ(who_answered(test::run_alone(test::SmallScenario())), (std::set<int>{0})) << "gov holds gate a itself";
    EXPECT_EQ(who_answered(test::run_alone(by_the_south())), (std::set<int>{0, 1}));
    auto both = by_the_south();
    both.aid_at_a = Access::by_clearance;
    EXPECT_EQ(who_answered(test::run_alone(both)), (std::set<int>{0})) << "the way by gate a is the faster one";
}

TEST(Deciders, AreNotJoinedByTheHolderOfAGateThatIsOpenOrClosed) {
    auto small = by_the_south();
    small.aid_at_b = Access::open;
    EXPECT_EQ(who_answered(test::run_alone(small)), (std::set<int>{0}));
    small.aid_at_b = Access::closed;
    EXPECT_EQ(who_answered(test::run_alone(small)), (std::set<int>{0}));
}

TEST(Deciders, AllMustConsentTheHolderToo) {
    auto small = by_the_south();
    small.record.permission.answers = {Probability(0.5), Probability(0), Probability(0)};
    std::size_t vetoed = 0;
    for (std::uint32_t r = 0; r < 60; ++r) {
        const auto log = test::run_alone(small, {11, r});
        const auto first = test::where(log, [](const Event& e) { return e.cycle == 0; });
        const auto refused = of_kind(first, EventKind::answered_refused);
        EXPECT_EQ(of_kind(first, EventKind::cleared).empty(), !refused.empty()) << r;
        vetoed += refused.size() == 1 && refused[0].place == 1 ? 1 : 0;
    }
    EXPECT_GT(vetoed, 5U);
}

/// Nobody below answers; opp is asked after the deadline of seven days.
test::SmallScenario escalating() {
    test::SmallScenario small;
    small.days = 30;
    small.record.permission.silence_means = Silence::escalate;
    small.record.permission.escalates_to = "opp";
    small.record.permission.answers = {Probability(0.4), Probability(0.2), Probability(0.3)};
    return small;
}

TEST(Escalation, AsksTheHigherDeciderOnceAfterTheDeadline) {
    std::size_t consents = 0, refusals = 0, silences = 0;
    for (std::uint32_t r = 0; r < 200; ++r) {
        const auto log = test::run_alone(escalating(), {12, r});
        const auto overdue = of_kind(log, EventKind::answer_overdue);
        const auto by_opp = test::where(log, [](const Event& e) {
            return e.kind >= EventKind::answered_full && e.kind <= EventKind::answered_refused && e.place == 1;
        });
        if (overdue.empty()) {
            EXPECT_TRUE(by_opp.empty()) << "who was answered needs nobody higher";
            continue;
        }
        EXPECT_EQ(overdue[0].at_s, seconds_of_days(7));
        ASSERT_LE(by_opp.size(), 1U);
        const auto cleared = of_kind(log, EventKind::cleared);
        if (by_opp.empty()) {
            // Its own deadline passes on day 14: silence is refusal, and silence is why nothing went.
            ASSERT_EQ(overdue.size(), 2U);
            EXPECT_EQ(overdue[1].at_s, seconds_of_days(14));
            EXPECT_TRUE(cleared.empty());
            EXPECT_GT(test::mass_of(log, EventKind::ended, Reason::silent), Mass{});
            EXPECT_EQ(test::mass_of(log, EventKind::ended, Reason::refused), Mass{});
            ++silences;
            continue;
        }
        EXPECT_EQ(by_opp[0].at_s, seconds_of_days(8));
        const bool refused = by_opp[0].kind == EventKind::answered_refused;
        EXPECT_EQ(cleared.empty(), refused);
        if (!refused) {
            EXPECT_EQ(cleared[0].at_s, seconds_of_days(9));
        }
        ++(refused ? refusals : consents);
    }
    EXPECT_GT(consents, 10U);
    EXPECT_GT(refusals, 0U);
    EXPECT_GT(silences, 5U);
}

TEST(Escalation, DrawsApartFromWhatTheSamePartyAnswersInTheFirstRound) {
    // Gov is asked first and again as the higher one: silent in the first round, it still may consent in the second.
    auto small = escalating();
    small.record.permission.escalates_to = "gov";
    std::set<EventKind> second;
    for (std::uint32_t r = 0; r < 200; ++r) {
        for (const auto& event : test::run_alone(small, {13, r})) {
            if (event.at_s == seconds_of_days(8) && event.place == 0) second.insert(event.kind);
        }
    }
    EXPECT_EQ(second, (std::set{EventKind::answered_full, EventKind::answered_part, EventKind::answered_refused}));
}

TEST(Escalation, NeverOverrulesARefusal) {
    auto small = escalating();
    small.record.permission.deciders = {"gov", "opp"};
    for (std::uint32_t r = 0; r < 100; ++r) {
        const auto log = test::run_alone(small, {14, r});
        if (of_kind(log, EventKind::answered_refused).empty()) continue;
        EXPECT_TRUE(of_kind(log, EventKind::cleared).empty());
    }
}

}  // namespace
}  // namespace aidway
