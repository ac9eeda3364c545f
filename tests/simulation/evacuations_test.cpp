// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/evacuations.hpp"

#include <gtest/gtest.h>

#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::agreement_from;

constexpr std::uint16_t one = 0, two = 1;
constexpr std::int64_t day_s = 86'400;

LocalTime on_day(std::int32_t day, std::int32_t hour = 0) { return {16'989 + day, hour * 3'600, {}}; }

EvacuationRecord moved(std::int32_t day, std::int64_t people) {
    EvacuationRecord record;
    record.community = "one";
    record.at = on_day(day, 12);
    record.people = Count{people};
    return record;
}

/// Two communities in enclaves of their own; 10,000 people in one, 5,000 in two.
test::SmallScenario two_places() {
    test::SmallScenario small;
    small.aid_at_a = Access::closed;
    small.add_second_community();
    return small;
}

Term no_gain_of_ground() {
    Term cessation;
    cessation.body = CeaseHostilities{{"gov", "opp"}, {}, true};
    return cessation;
}

TEST(Evacuations, MovePeopleOnTheirDate) {
    auto small = two_places();
    small.record.evacuations.add("buses", moved(20, 4'000));
    const auto log = test::run_alone(small);
    const auto events = test::of_kind(log, EventKind::evacuated);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].at_s, 20 * day_s + day_s / 2);
    EXPECT_EQ(events[0].community, one);
    EXPECT_EQ(events[0].count, 4'000);
    EXPECT_TRUE(test::of_kind(log, EventKind::settled).empty()) << "followed no further";
    EXPECT_TRUE(test::of_kind(log, EventKind::departed).empty()) << "not on their own account";
}

TEST(Evacuations, MoveAShareOfThoseThereAndNeverMoreThanAll) {
    auto small = two_places();
    auto half = moved(10, 1);
    half.people.reset();
    half.share = Probability(0.5);
    small.record.evacuations.add("first", half);
    small.record.evacuations.add("rest", moved(20, 9'000));
    small.record.evacuations.add("nobody", moved(30, 1));
    const auto events = test::of_kind(test::run_alone(small), EventKind::evacuated);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].count, 5'000);
    EXPECT_EQ(events[1].count, 5'000);
}

TEST(Evacuations, SettlePeopleWhoseNeedGoesWithThem) {
    auto small = two_places();
    auto to_two = moved(20, 4'000);
    to_two.to = Name("two");
    small.record.evacuations.add("buses", to_two);
    const auto log = test::run_alone(small);
    const auto settled = test::of_kind(log, EventKind::settled);
    ASSERT_EQ(settled.size(), 1U);
    EXPECT_EQ(settled[0].community, two);
    EXPECT_EQ(settled[0].count, 4'000);
    EXPECT_EQ(settled[0].number, 1) << "by force";
    for (const auto& event : test::of_kind(log, EventKind::informal_inflow)) {
        const bool after = event.at_s > settled[0].at_s;
        const std::int64_t people = event.community == one ? (after ? 6'000 : 10'000) : (after ? 9'000 : 5'000);
        EXPECT_EQ(event.mass, MassRate::grams_per_day((555 * people + 5) / 10) * Duration{event.count});
    }
}

TEST(Evacuations, ToAPlaceOutsideSettleNowhere) {
    auto small = two_places();
    small.add_outside();
    auto out = moved(20, 4'000);
    out.to = Name("north");
    small.record.evacuations.add("buses", out);
    const auto log = test::run_alone(small);
    EXPECT_EQ(test::of_kind(log, EventKind::evacuated).size(), 1U);
    EXPECT_TRUE(test::of_kind(log, EventKind::settled).empty());
}

TEST(Evacuations, HappenAlikeUnderEveryAgreement) {
    auto small = two_places();
    small.make_chancy();
    small.record.evacuations.add("buses", moved(20, 4'000));
    const auto model =
        test::model_of(small, {agreement_from(5, "none", {}), agreement_from(5, "a", {test::open_road("a")})});
    for (std::uint32_t r = 0; r < 10; ++r) {
        const auto none = test::of_kind(test::log_of(model, {3, r}, 0, Arm::as_kept), EventKind::evacuated);
        EXPECT_EQ(none.size(), 1U);
        EXPECT_EQ(none, test::of_kind(test::log_of(model, {3, r}, 1, Arm::as_kept), EventKind::evacuated));
        EXPECT_EQ(none, test::of_kind(test::log_of(model, {3, r}, 1, Arm::as_signed), EventKind::evacuated));
    }
}

TEST(Evacuations, NeverComeWhileTheFrontStandsStill) {
    auto small = two_places();
    small.record.evacuations.add("buses", moved(20, 4'000));
    small.record.evacuations.add("early", moved(4, 100));
    const auto log = test::run_under(small, agreement_from(5, "stand", {no_gain_of_ground()}), Arm::as_signed);
    const auto events = test::of_kind(log, EventKind::evacuated);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].count, 100) << "before the agreement";
}

/// When the front first stands still and goes on, and when people are moved; a cessation that is kept and broken.
struct Moved {
    std::int64_t stood_s = 0;    ///< before they were moved
    std::int64_t resumed_s = 0;  ///< the last time before they were moved
    std::int64_t moved_s = -1;
};

Moved run_breaking(FrontResumes resumes, std::uint32_t replicate) {
    auto small = two_places();
    small.record.compliance = {Hazard(50), Hazard(0.2), Hazard(0.05)};
    small.record.fronts.resumes = resumes;
    small.record.evacuations.add("buses", moved(20, 4'000));
    const auto log =
        test::run_under(small, agreement_from(5, "stand", {no_gain_of_ground()}), Arm::as_kept, {8, replicate});
    Moved found;
    for (const auto& event : log) {
        if (found.moved_s >= 0) break;
        if (event.kind == EventKind::evacuated) found.moved_s = event.at_s;
        if (event.kind != EventKind::front_resumed) continue;
        found.stood_s += event.count;
        found.resumed_s = event.at_s;
    }
    return found;
}

TEST(Evacuations, ComeLaterByTheTimeTheFrontStoodStill) {
    constexpr std::int64_t date_s = 20 * day_s + day_s / 2;
    int delayed = 0;
    for (std::uint32_t r = 0; r < 40; ++r) {
        const auto found = run_breaking(FrontResumes::shifted, r);
        if (found.moved_s < 0) continue;
        EXPECT_EQ(found.moved_s, date_s + found.stood_s) << r;
        if (found.stood_s > 0) ++delayed;
    }
    EXPECT_GT(delayed, 5);
}

TEST(Evacuations, ComeAtOnceWhereHistoryJumpsToTheDate) {
    constexpr std::int64_t date_s = 20 * day_s + day_s / 2;
    int jumped = 0;
    for (std::uint32_t r = 0; r < 40; ++r) {
        const auto found = run_breaking(FrontResumes::unshifted, r);
        if (found.moved_s < 0) continue;
        EXPECT_TRUE(found.moved_s == date_s || found.moved_s == found.resumed_s) << r;
        if (found.moved_s > date_s) ++jumped;
    }
    EXPECT_GT(jumped, 2);
}

TEST(Evacuations, TakeAsManyOfTheWillingAsOfAll) {
    auto small = two_places();
    small.add_outside();
    small.record.departures = {Probability(0.5), Hazard(40)};
    small.open_for = {{0, Traffic::civilians, 30, 60}};
    small.record.evacuations.add("buses", moved(20, 4'000));
    std::int64_t left = 0;
    for (const auto& event : test::of_kind(test::run_alone(small), EventKind::departed)) {
        if (event.community == one) left += event.count;
    }
    // 5,000 of 10,000 would leave; of those 2,000 are among the 4,000.
    EXPECT_EQ(left, 3'000);
}

TEST(Departures, SettleWhereTheirEnclaveSaysAndLeaveNoMore) {
    auto small = two_places();
    small.add_outside();
    small.record.departures = {Probability(0.5), Hazard(40)};
    small.record.enclaves.find("one")->leave_to = Name("two");
    small.open_for = {{0, Traffic::civilians, 30, 60}};
    std::int64_t settled = 0;
    std::int64_t people[2] = {10'000, 5'000};
    for (const auto& event : test::run_alone(small)) {
        if (event.kind == EventKind::departed) people[event.community] -= event.count;
        if (event.kind != EventKind::settled) continue;
        EXPECT_EQ(event.number, 0);
        EXPECT_EQ(event.community, two);
        people[two] += event.count;
        settled += event.count;
    }
    EXPECT_EQ(settled, 5'000);
    EXPECT_EQ(people[one], 5'000);
    EXPECT_EQ(people[two], 2'500 + 5'000) << "those who came are not among the willing";
}

}  // namespace
}  // namespace aidway
