// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/funnel.hpp"

#include <gtest/gtest.h>

#include "support/hand_log.hpp"

namespace aidway {
namespace {

using test::at;
using test::day;
using test::people;
using test::values;

constexpr std::size_t per_community = stages * stage_measures;

double cell(const std::vector<double>& found, Stage stage, StageMeasure measure) {
    return found[static_cast<std::size_t>(stage) * stage_measures + static_cast<std::size_t>(measure)];
}

std::vector<double> of(const std::vector<Event>& log) { return values<Funnel>(log, 2 * per_community); }

/// An event of the plan of a cycle, or of its convoy.
Event step(EventKind kind, std::uint16_t cycle, std::int64_t count = 0, std::int64_t kg = 0) {
    auto event = people(12 * day, kind, 0, count);
    event.mass = Mass::kilograms(kg);
    event.cycle = cycle;
    event.attempt = 0;
    return event;
}

Event of_convoy(Event event) {
    event.fleet = 0;
    event.number = 0;
    return event;
}

/// Asked for 1,000 people; 600 granted; three trucks leave, two arrive, one is offloaded.
const std::vector<Event> partly{
    step(EventKind::request_submitted, 1, 1'000),
    step(EventKind::requested, 1, 25'000, 5'000),
    step(EventKind::planned, 1, 0, 5'000),
    step(EventKind::answered_part, 1, 600),
    step(EventKind::cleared, 1),
    of_convoy(step(EventKind::convoy_departed, 1, 3)),
    of_convoy(step(EventKind::loaded, 1, 0, 3'000)),
    of_convoy(step(EventKind::convoy_arrived, 1, 2, 2'000)),
    of_convoy(step(EventKind::convoy_offloaded, 1, 100)),
    of_convoy(step(EventKind::delivered, 1, 0, 1'000)),
};

void expect_stage(const std::vector<double>& found, Stage stage, double requests, double people, double rations) {
    EXPECT_EQ(cell(found, stage, StageMeasure::requests), requests) << name_of(stage);
    EXPECT_EQ(cell(found, stage, StageMeasure::people), people) << name_of(stage);
    EXPECT_EQ(cell(found, stage, StageMeasure::rations), rations) << name_of(stage);
}

TEST(Funnel, FollowsARequestFromStageToStage) {
    const auto found = of(partly);
    expect_stage(found, Stage::requested, 1, 1'000, 10'000);
    expect_stage(found, Stage::answered, 1, 600, 6'000);
    expect_stage(found, Stage::lettered, 1, 600, 6'000);
    expect_stage(found, Stage::departed, 1, 300, 6'000);
    expect_stage(found, Stage::arrived, 1, 200, 4'000);
    expect_stage(found, Stage::delivered, 1, 100, 2'000);
    expect_stage(found, Stage::pending, 0, 0, 0);
    for (std::size_t i = per_community; i < found.size(); ++i) EXPECT_EQ(found[i], 0) << "the other community";
}

TEST(Funnel, BeginsWithWhatIsAskedForAndNotWithWhatIsNeeded) {
    const auto found = of({step(EventKind::request_submitted, 1, 1'000), step(EventKind::requested, 1, 15'000, 3'000),
                           step(EventKind::planned, 1, 0, 5'000), step(EventKind::answered_part, 1, 600)});
    expect_stage(found, Stage::requested, 1, 1'000, 6'000);
    expect_stage(found, Stage::answered, 1, 600, 6'000);
}

TEST(Funnel, ARefusalIsNoGrantAndPendingIsNeither) {
    const auto found = of({step(EventKind::request_submitted, 1, 1'000), step(EventKind::answered_full, 1),
                           step(EventKind::answered_refused, 1), step(EventKind::request_submitted, 2, 900),
                           step(EventKind::request_submitted, 3, 800), step(EventKind::answer_overdue, 3)});
    expect_stage(found, Stage::requested, 3, 2'700, 0);
    expect_stage(found, Stage::answered, 0, 0, 0);
    expect_stage(found, Stage::pending, 1, 900, 0);
}

TEST(Funnel, WhatGoesByAnOpenRoadIsThroughTheEarlierStages) {
    const auto found = of({step(EventKind::request_submitted, 1, 1'000), step(EventKind::requested, 1, 25'000, 5'000),
                           step(EventKind::planned, 1, 0, 5'000), of_convoy(step(EventKind::convoy_departed, 1, 4)),
                           of_convoy(step(EventKind::loaded, 1, 0, 2'000))});
    expect_stage(found, Stage::answered, 1, 400, 4'000);
    expect_stage(found, Stage::lettered, 1, 400, 4'000);
    expect_stage(found, Stage::departed, 1, 400, 4'000);
    expect_stage(found, Stage::arrived, 0, 0, 0);
}

TEST(Funnel, LoadsThatGoTwiceAreCountedOnceAtMost) {
    auto log = partly;
    for (int again = 0; again < 5; ++again) {
        log.push_back(of_convoy(step(EventKind::convoy_departed, 1, 10)));
        log.push_back(of_convoy(step(EventKind::loaded, 1, 0, 3'000)));
    }
    expect_stage(of(log), Stage::departed, 1, 1'000, 10'000);
}

TEST(Funnel, LeavesOutWhatWasDoneWithWhenTheAgreementBegan) {
    auto before = step(EventKind::request_submitted, 0, 1'000);
    before.at_s = 2 * day;
    // Only the convoy of an earlier plan is still on its way.
    const auto found = of({before, of_convoy(step(EventKind::convoy_offloaded, 0, 100))});
    expect_stage(found, Stage::requested, 0, 0, 0);
    expect_stage(found, Stage::delivered, 0, 0, 0);
}

TEST(Funnel, CountsARequestWhosePlanGoesOnForThoseThere) {
    auto before = step(EventKind::request_submitted, 0, 1'000);
    before.at_s = 2 * day;
    const auto found =
        of({before, people(10 * day, EventKind::residents, 0, 950), step(EventKind::requested, 0, 2'500, 500),
            step(EventKind::planned, 0, 0, 500), step(EventKind::cleared, 0)});
    expect_stage(found, Stage::requested, 1, 950, 1'000);
    expect_stage(found, Stage::lettered, 1, 950, 1'000);
}

}  // namespace
}  // namespace aidway
