// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>

#include "support/everything.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::agreement_from;
using test::open_road;

constexpr std::uint16_t one = 0;

/// Nobody waits for anybody: 16 lanes for convoys of 8 trucks, and trucks without end.
test::SmallScenario roomy() {
    test::SmallScenario small;
    small.make_chancy();
    for (const std::string name : {"a", "b"}) small.record.gates.find(name)->lanes = {16};
    for (const std::string name : {"north", "south"}) {
        auto& fleet = *small.record.fleets.find(name);
        fleet.trucks = {1'000};
        fleet.convoy_trucks = {8};
        fleet.convoys_per_week = {100};
    }
    return small;
}

bool is_about_permission(const Event& event) {
    return event.kind == EventKind::request_submitted || event.kind == EventKind::letter_issued ||
           (event.kind >= EventKind::answered_full && event.kind <= EventKind::answer_overdue);
}

TEST(Pairing, AnotherCommunityShiftsNoDrawOfTheFirst) {
    auto alone = roomy();
    auto together = roomy();
    together.add_second_community();
    const auto agreement = agreement_from(12, "both", {open_road("a"), open_road("b")});
    const auto model_alone = test::model_of(alone, {agreement});
    const auto model_together = test::model_of(together, {agreement});
    std::size_t departures = 0;
    for (std::uint32_t r = 0; r < 50; ++r) {
        const auto about_one = [](const Event& e) { return e.community == one; };
        const auto log = test::where(test::log_of(model_alone, {3, r}, 0, Arm::as_kept), about_one);
        EXPECT_EQ(log, test::where(test::log_of(model_together, {3, r}, 0, Arm::as_kept), about_one)) << r;
        departures += test::of_kind(log, EventKind::convoy_departed).size();
    }
    EXPECT_GT(departures, 100U);
}

/// What was drawn at gates, by what it was drawn for: who was turned back, and of which class what share was taken.
using Drawn = std::map<std::tuple<int, int, int, int, int>, double>;

Drawn drawn_at_gates(const test::Log& log) {
    Drawn drawn;
    std::map<std::tuple<int, int, int, int, int>, double> loaded;
    for (const auto& e : log) {
        if (e.fleet == Event::no_index) continue;
        const auto key = std::tuple(int{e.community}, int{e.cycle}, e.fleet * 1'000 + e.attempt, int{e.number},
                                    e.goods == Event::no_index ? -1 : int{e.goods});
        if (e.kind == EventKind::loaded) loaded[key] = e.mass.kilograms();
        if (e.kind == EventKind::gate_passed) drawn[key] = 0;
        if (e.kind == EventKind::trucks_returned && e.reason == Reason::turned_back) drawn[key] = 1;
        if (e.kind == EventKind::removed) drawn[key] = e.mass.kilograms() / loaded[key];
    }
    return drawn;
}

TEST(Pairing, AnotherFleetShiftsNoDrawOfTheOthers) {
    auto alone = roomy();
    alone.record.permission.security_withheld = Probability(0);
    for (const std::string name : {"north", "south"}) alone.record.fleets.find(name)->convoys_per_week = {3};
    alone.record.turn_back = {Probability(0.4), Probability(0.4)};
    auto together = alone;
    together.record.fleets.add("west", alone.record.fleets.at("north"));
    const auto agreement = agreement_from(12, "both", {open_road("a"), open_road("b")});
    const auto first = test::model_of(alone, {agreement}), second = test::model_of(together, {agreement});
    std::size_t shared = 0, moved = 0;
    for (std::uint32_t r = 0; r < 50; ++r) {
        const auto log = test::log_of(first, {3, r}, 0, Arm::as_kept),
                   more = test::log_of(second, {3, r}, 0, Arm::as_kept);
        EXPECT_EQ(test::where(log, is_about_permission), test::where(more, is_about_permission)) << r;
        const auto drawn = drawn_at_gates(log), again = drawn_at_gates(more);
        for (const auto& [key, value] : drawn) {
            const auto found = again.find(key);
            if (found == again.end()) continue;
            EXPECT_NEAR(found->second, value, 1e-3) << r;  // shares are cut to whole grams
            ++shared;
        }
        moved += log == more ? 0 : 1;
    }
    EXPECT_GT(shared, 200U);
    EXPECT_GT(moved, 30U) << "the other fleet did carry something";
}

TEST(Pairing, AnotherCommunityShiftsNoDrawOfEverythingElse) {
    // Stocks, trucks and queues are shared; what is drawn about permission, promises, climate and violence is not.
    const auto is_drawn_apart = [](const Event& e) {
        return e.community != 2 && (is_about_permission(e) || e.kind == EventKind::obligation_kept ||
                                    e.kind == EventKind::obligation_broken || e.kind == EventKind::climate_changed ||
                                    e.kind == EventKind::incident || e.kind == EventKind::departed);
    };
    auto alone = test::everything();
    alone.record.permission.answer_model = AnswerModel::independent;
    auto together = alone;
    auto third = alone.record.communities.at("two");
    third.at = test::small_place(-3);
    together.record.communities.add("three", third);
    auto enclave = alone.record.enclaves.at("both");
    enclave.members = {"three"};
    together.record.enclaves.add("three", enclave);
    const auto agreement = agreement_from(12.3, "all", test::all_terms());
    const auto first = test::model_of(alone, {agreement}), second = test::model_of(together, {agreement});
    std::size_t events = 0;
    for (std::uint32_t r = 0; r < 50; ++r) {
        const auto log = test::where(test::log_of(first, {4, r}, 0, Arm::as_kept), is_drawn_apart);
        EXPECT_EQ(log, test::where(test::log_of(second, {4, r}, 0, Arm::as_kept), is_drawn_apart)) << r;
        events += log.size();
    }
    EXPECT_GT(events, 5'000U);
}

TEST(Pairing, AnotherAgreementShiftsNoDrawOfTheFirst) {
    const auto first = agreement_from(12, "a", {open_road("a")});
    const auto alone = test::model_of(roomy(), {first});
    const auto together = test::model_of(roomy(), {agreement_from(12, "none", {}), first});
    for (std::uint32_t r = 0; r < 20; ++r) {
        EXPECT_EQ(test::log_of(alone, {3, r}, 0, Arm::as_kept), test::log_of(together, {3, r}, 1, Arm::as_kept));
    }
}

TEST(Pairing, AnotherTermShiftsNoPromiseOfTheFirst) {
    const auto model = test::model_of(roomy(), {agreement_from(12, "a", {open_road("a")}),
                                                agreement_from(12, "b-a", {open_road("b"), open_road("a")})});
    std::size_t changes = 0;
    for (std::uint32_t r = 0; r < 50; ++r) {
        const auto promises_of_a = [&](std::size_t variant) {
            std::vector<std::tuple<std::int64_t, EventKind, std::uint64_t>> promises;
            for (const auto& event : test::log_of(model, {3, r}, variant, Arm::as_kept)) {
                if (event.kind != EventKind::obligation_kept && event.kind != EventKind::obligation_broken) continue;
                const auto& obligation = model.variants()[variant].rules.obligations[event.place];
                if (obligation.term == "open_road/a")
                    promises.emplace_back(event.at_s, event.kind, obligation.key.low56);
            }
            return promises;
        };
        EXPECT_EQ(promises_of_a(0), promises_of_a(1)) << r;
        changes += promises_of_a(0).size();
    }
    EXPECT_GT(changes, 100U);
}

TEST(Pairing, AnotherTermShiftsNoAnswerAndNoLetterDate) {
    const auto model = test::model_of(roomy(), {agreement_from(12, "a", {open_road("a")}),
                                                agreement_from(12, "both", {open_road("a"), open_road("b")})});
    for (std::uint32_t r = 0; r < 50; ++r) {
        EXPECT_EQ(test::where(test::log_of(model, {3, r}, 0, Arm::as_kept), is_about_permission),
                  test::where(test::log_of(model, {3, r}, 1, Arm::as_kept), is_about_permission))
            << r;
    }
}

TEST(Pairing, AnotherDeciderKeepsTheAnswersOfTheFirst) {
    auto two = roomy();
    two.record.permission.deciders = {"opp", "gov"};
    const auto by_gov = [](const Event& e) {
        return e.kind >= EventKind::answered_full && e.kind <= EventKind::answered_refused && e.place == 0;
    };
    for (std::uint32_t r = 0; r < 50; ++r) {
        EXPECT_EQ(test::where(test::run_alone(roomy(), {3, r}), by_gov),
                  test::where(test::run_alone(two, {3, r}), by_gov))
            << r;
    }
}

TEST(Pairing, AskingAnewAndTheNextCycleDrawAnew) {
    auto small = roomy();
    small.record.permission.answers = {Probability(0.5), Probability(0), Probability(0)};
    small.record.permission.lag = Chance<Duration>::certain(86'400);
    const auto model = test::model_of(small, {agreement_from(12, "a", {open_road("a")})});
    // First plan, the same asked anew on day 12, second plan: all eight combinations of yes and no come up.
    std::set<std::vector<bool>> combinations;
    for (std::uint32_t r = 0; r < 100; ++r) {
        std::vector<bool> yes;
        for (const auto& event : test::log_of(model, {3, r}, 0, Arm::as_kept)) {
            if (event.kind == EventKind::answered_full) yes.push_back(true);
            if (event.kind == EventKind::answered_refused) yes.push_back(false);
        }
        ASSERT_EQ(yes.size(), 3U);
        combinations.insert(yes);
    }
    EXPECT_EQ(combinations.size(), 8U);
}

TEST(Pairing, ReplicatesOfOneParameterPointShareTheUncertainValues) {
    auto small = roomy();
    small.add_uncertain("communities/one/population", {LawKind::uniform, {5'000, 15'000}});
    const auto model = test::model_of(small, {agreement_from(0, "none", {})}, {4, {}});
    std::vector<std::int64_t> people;
    for (std::uint32_t r = 0; r < 12; ++r) {
        people.push_back(
            test::of_kind(test::log_of(model, {3, r}, 0, Arm::as_kept), EventKind::request_submitted)[0].count);
    }
    for (std::size_t r = 0; r < 12; ++r) EXPECT_EQ(people[r], people[r / 4 * 4]);
    EXPECT_NE(people[0], people[4]);
    EXPECT_NE(people[4], people[8]);
}

}  // namespace
}  // namespace aidway
