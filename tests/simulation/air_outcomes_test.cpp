// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "simulation/outcomes.hpp"
#include "support/air_scenario.hpp"
#include "support/hand_log.hpp"

namespace aidway {
namespace {

using test::at;
using test::day;
using test::food;
using test::medicine;
using test::values;
using test::Values;
using test::with;

/// The event of a drop by the first operation for the first plan.
Event dropped(Event event) {
    event.cycle = 0;
    event.attempt = air_attempt;
    event.place = 0;
    return event;
}

std::vector<Event> road_and_air() {
    Event convoy = at(11 * day, EventKind::delivered, 0, Mass::tonnes(3));
    convoy.cycle = convoy.attempt = convoy.fleet = convoy.number = 0;
    return {convoy, dropped(at(12 * day, EventKind::loaded, 0, Mass::tonnes(2))),
            dropped(with(at(12 * day, EventKind::lost, 0, Mass::tonnes(1)), Reason::drop_failed)),
            dropped(with(at(12 * day, EventKind::delivered, 0, Mass::kilograms(500)), Reason::delivered)),
            dropped(with(at(12 * day, EventKind::delivered, 0, Mass::kilograms(500), medicine), Reason::delivered))};
}

TEST(ShareByAir, IsWhatWasDroppedOverAllThatWasDelivered) {
    EXPECT_EQ(values<ShareByAir>(road_and_air()), (Values{0.25, 0}));
    EXPECT_EQ(values<ShareByAir>({}), (Values{0, 0}));
}

TEST(ByAir, CountsToRationsAndPeopleReachedAndNotToTheFunnelOfTheRoad) {
    EXPECT_EQ(values<RationsDelivered>(road_and_air()), (Values{7'000, 0}));
    // 500 kg feed 142 people for a week of 3.5 kg each.
    const std::vector<Event> drop{dropped(at(12 * day, EventKind::delivered, 0, Mass::kilograms(500)))};
    EXPECT_EQ(values<PeopleReachedLow>(drop), (Values{142, 0}));
    const auto funnel = values<Funnel>(drop, 2 * stages * stage_measures);
    EXPECT_EQ(funnel, Values(2 * stages * stage_measures, 0.0));
}

TEST(ByAir, WhatIsLostEndsItsPlan) {
    const auto ended = values<WhereRationsEnded>(road_and_air(), std::size_t{2} * reasons);
    EXPECT_EQ(ended[static_cast<std::size_t>(Reason::drop_failed)], 2'000);
    EXPECT_EQ(ended[static_cast<std::size_t>(Reason::delivered)], 1'000) << "the convoy's event has no reason here";
}

TEST(LettersLate, AreThoseThatCameLaterThanPromised) {
    auto late = at(12 * day, EventKind::letter_issued, 1);
    late.count = 1;
    EXPECT_EQ(values<LettersLate>({at(11 * day, EventKind::letter_issued, 1), late, late}), (Values{0, 2}));
}

TEST(LettersLate, AreCountedFromConsentOnByTheProceduresPromise) {
    test::SmallScenario small;
    small.record.permission.letter.daily_chance = Probability(0.2);
    small.record.permission.letter.due = one_day * 3;
    std::size_t late = 0, in_time = 0;
    for (std::uint32_t r = 0; r < 60; ++r) {
        std::int64_t consent_s = -1;
        for (const auto& event : test::run_alone(small, {2, r})) {
            if (event.kind == EventKind::answered_full) consent_s = event.at_s;
            if (event.kind != EventKind::letter_issued) continue;
            EXPECT_EQ(event.count, event.at_s - consent_s > 3 * day ? 1 : 0);
            (event.count == 1 ? late : in_time) += 1;
        }
    }
    EXPECT_GT(late, 20U);
    EXPECT_GT(in_time, 20U);
}

}  // namespace
}  // namespace aidway
