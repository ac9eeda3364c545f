// SPDX-License-Identifier: Apache-2.0
#include "simulation/agenda.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "simulation/event.hpp"
#include "simulation/event_names.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

auto all_of(const Due& d) { return std::tuple(d.at_s, d.phase, d.key, d.process, d.what, d.a, d.b, d.c); }

TEST(Agenda, GivesTheSameOrderWhateverTheOrderOfInsertion) {
    std::mt19937 random(5);
    std::vector<Due> dues;
    for (std::uint32_t i = 0; i < 200; ++i) {
        dues.push_back({static_cast<std::int64_t>(random() % 4),
                        static_cast<Phase>(random() % 18),
                        {static_cast<std::uint8_t>(random() % 3)},
                        static_cast<std::uint8_t>(random() % 2),
                        {random() % 3},
                        static_cast<std::uint32_t>(random() % 2),
                        0,
                        i});
    }
    std::vector<decltype(all_of(dues[0]))> first;
    for (int round = 0; round < 5; ++round) {
        for (std::size_t i = dues.size(); i > 1; --i) std::swap(dues[i - 1], dues[random() % i]);
        Agenda agenda;
        for (const auto& due : dues) agenda.add(due);
        decltype(first) order;
        while (const auto due = agenda.next()) order.push_back(all_of(*due));
        EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
        if (round == 0) first = order;
        EXPECT_EQ(order, first);
    }
}

TEST(Agenda, LetsThingsPassThatWouldBeNextAsIfTheyHadBeenAdded) {
    std::mt19937 random(6);
    Agenda plain, passed;
    std::vector<Due> one_after_another;
    for (std::uint32_t i = 0; i < 300; ++i) {
        const Due due{static_cast<std::int64_t>(random() % 40), static_cast<Phase>(random() % 18), {1}, 0, {}, i, 0, 0};
        plain.add(due);
        if (i % 2 == 0)
            passed.add(due);
        else
            one_after_another.push_back(due);
    }
    std::sort(one_after_another.begin(), one_after_another.end(),
              [](const Due& x, const Due& y) { return all_of(x) < all_of(y); });
    auto next = one_after_another.begin();
    std::int64_t without_waiting = 0;
    passed.add(*next);
    while (const auto due = passed.next()) {
        EXPECT_EQ(all_of(*due), all_of(*plain.next()));
        if (next == one_after_another.end() || due->a != next->a) continue;
        for (++next; next != one_after_another.end() && passed.passes(*next); ++next, ++without_waiting) {
            EXPECT_EQ(all_of(*next), all_of(*plain.next()));
        }
        if (next != one_after_another.end()) passed.add(*next);
    }
    EXPECT_TRUE(plain.empty());
    EXPECT_EQ(passed.handed_out(), 300) << "what passes counts as handed out";
    EXPECT_GT(without_waiting, 50);
}

TEST(Agenda, HandsOutNothingThatIsNotDueBeforeTheMomentSet) {
    Agenda agenda;
    const Due early{9, Phase::departures, {1}, 0, {}, 0, 0, 0};
    const Due late{10, Phase::control, {1}, 0, {}, 1, 0, 0};
    agenda.add(late);
    agenda.hand_out_before(10);
    EXPECT_FALSE(agenda.next());
    EXPECT_FALSE(agenda.passes(late)) << "nor may it pass";
    agenda.add(early);
    EXPECT_EQ(all_of(*agenda.next()), all_of(early));
    EXPECT_FALSE(agenda.next());
    agenda.hand_out_before(11);
    EXPECT_FALSE(agenda.passes({11, Phase::control, {1}, 0, {}, 2, 0, 0}));
    EXPECT_EQ(all_of(*agenda.next()), all_of(late));
}

TEST(Agenda, GivesWhatIsAddedAlongTheWayInOrderAcrossDays) {
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        Agenda agenda;
        std::set<decltype(all_of({}))> expected;
        std::int64_t now_s = 0;
        const auto add = [&](std::uint32_t i) {
            // Most within two days, some far off, some at once.
            const std::int64_t within_s = random() % 5 == 0 ? 40 * 86'400 : 2 * 86'400;
            const std::int64_t later_s = random() % 10 == 0 ? 0 : static_cast<std::int64_t>(random()) % within_s;
            const Due due{now_s + later_s, static_cast<Phase>(random() % 18), {1}, 0, {random() % 3}, i, 0, 0};
            expected.insert(all_of(due));
            agenda.add(due);
        };
        for (std::uint32_t i = 0; i < 30; ++i) add(i);
        for (std::uint32_t i = 30; !agenda.empty(); ++i) {
            const Due due = *agenda.next();
            ASSERT_EQ(all_of(due), *expected.begin());
            expected.erase(expected.begin());
            now_s = due.at_s;
            if (i < 600) add(i);
        }
        EXPECT_TRUE(expected.empty());
    }
}

TEST(Agenda, ThatIsCopiedGoesOnLikeItsOriginal) {
    std::mt19937 random(8);
    Agenda agenda;
    for (std::uint32_t i = 0; i < 100; ++i) {
        agenda.add({static_cast<std::int64_t>(random() % (5 * 86'400)), Phase::plan, {1}, 0, {}, i, 0, 0});
    }
    for (int i = 0; i < 40; ++i) (void)agenda.next();
    Agenda copy;
    copy.add({1, Phase::plan, {1}, 0, {}, 0, 0, 0});
    copy = agenda;
    const auto now_s = agenda.next()->at_s;
    (void)copy.next();
    for (auto* each : {&agenda, &copy}) each->add({now_s + 86'400, Phase::plan, {2}, 0, {}, 7, 0, 0});
    while (const auto due = agenda.next()) EXPECT_EQ(all_of(*copy.next()), all_of(*due));
    EXPECT_TRUE(copy.empty());
}

TEST(Agenda, PutsTimeFirstThenThePhaseOfTheModel) {
    Agenda agenda;
    agenda.add({5, Phase::deliveries, {1}, 0, {}, 0, 0, 0});
    agenda.add({5, Phase::plan, {9}, 0, {}, 0, 0, 0});
    agenda.add({4, Phase::departures, {9}, 9, {9}, 9, 9, 9});
    EXPECT_EQ(agenda.next()->at_s, 4);
    EXPECT_EQ(agenda.next()->phase, Phase::plan);
    EXPECT_EQ(agenda.next()->phase, Phase::deliveries);
    EXPECT_TRUE(agenda.empty());
}

TEST(EventNames, SayWhatTheIndicesMean) {
    test::SmallScenario small;
    small.make_chancy();
    const auto model = test::model_of(
        small, {test::agreement_from(5, "none", {}), test::agreement_from(5, "a", {test::open_road("a")})});
    const EventNames names(model, 1);
    Event event;
    EXPECT_EQ(names.entity(event), "");
    event.cycle = 2;
    event.attempt = 0;
    EXPECT_EQ(names.entity(event), "plan 3.1");
    event.fleet = 0;
    event.number = 1;
    EXPECT_EQ(names.entity(event), "north convoy 3.1.2");
    event.place = 1;
    EXPECT_EQ(names.entity(event), "north convoy 3.1.2 at b");
    event.kind = EventKind::answered_part;
    EXPECT_EQ(names.entity(event), "opp");
    event.kind = EventKind::obligation_broken;
    EXPECT_EQ(names.entity(event), "open_road/a by opp");
    event.community = 0;
    event.goods = 1;
    EXPECT_EQ(names.community(event), "one");
    EXPECT_EQ(names.goods(event), "medicine");
}

TEST(EventNames, ExistForEveryKindAndReason) {
    std::vector<std::string_view> seen;
    for (int k = 0; k < event_kinds; ++k) seen.push_back(name_of(static_cast<EventKind>(k)));
    for (int r = 0; r < reasons; ++r) seen.push_back(name_of(static_cast<Reason>(r)));
    for (const auto name : seen) EXPECT_FALSE(name.empty());
    EXPECT_EQ(name_of(EventKind::closing_stock), "closing_stock");
    EXPECT_EQ(name_of(Reason::on_the_road), "on_the_road");
    EXPECT_EQ(name_of(Reason::no_time), "no_time");
}

}  // namespace
}  // namespace aidway
