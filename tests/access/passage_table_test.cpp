// SPDX-License-Identifier: Apache-2.0
#include "access/passage_table.hpp"

#include <gtest/gtest.h>

#include <random>

namespace aidway {
namespace {

constexpr GateId gate{0};
const Instant start{Duration{1'000'000}};
const Instant end = start + one_day;

Passage grant(Access access, std::uint32_t origin = 0, std::vector<ObligationId> while_kept = {}) {
    return {start, end, access, {}, std::move(while_kept), {origin}};
}

TEST(PassageTable, FollowsTheGateRule) {
    // baseline, term, whether the term's promise is kept -> passage, and whether the term is what grants it
    struct Row {
        Access baseline, term;
        bool kept;
        Access expected;
        bool by_term;
    };
    using enum Access;
    const std::vector<Row> table{
        {closed, open, true, open, true},
        {closed, open, false, closed, false},
        {closed, by_clearance, true, by_clearance, true},
        {closed, by_clearance, false, closed, false},
        {by_clearance, open, true, open, true},
        {by_clearance, open, false, by_clearance, false},
        {by_clearance, closed, true, by_clearance, false},
        {by_clearance, by_clearance, true, by_clearance, true},
        {open, by_clearance, true, open, false},
        {open, closed, true, open, false},
        {open, open, true, open, true},
        {open, open, false, open, false},
        {closed, closed, true, closed, false},
    };
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto& row = table[i];
        PassageTable passages(1);
        passages.grant(gate, Traffic::aid, grant(row.baseline));
        passages.grant(gate, Traffic::aid, grant(row.term, 1, {{0}}));
        const std::vector<std::uint8_t> kept{row.kept ? std::uint8_t{1} : std::uint8_t{0}};
        const auto leave = passages.leave(gate, Traffic::aid, start, kept);
        EXPECT_EQ(leave.access, row.expected) << "row " << i;
        EXPECT_EQ(leave.by_term, row.by_term) << "row " << i;
    }
}

TEST(PassageTable, NeedsEveryPartyToKeepItsPromise) {
    PassageTable passages(1);
    passages.grant(gate, Traffic::aid, grant(Access::open, 1, {{0}, {2}}));
    const auto access = [&](std::vector<std::uint8_t> kept) {
        return passages.leave(gate, Traffic::aid, start, kept).access;
    };
    EXPECT_EQ(access({1, 0, 1}), Access::open);
    EXPECT_EQ(access({1, 1, 0}), Access::closed);
    EXPECT_EQ(access({0, 1, 1}), Access::closed);
}

TEST(PassageTable, GrantsFromTheFirstSecondAndNotAtTheLast) {
    PassageTable passages(1);
    passages.grant(gate, Traffic::aid, grant(Access::open));
    const auto access = [&](Instant at) { return passages.leave(gate, Traffic::aid, at, {}).access; };
    EXPECT_EQ(access(start - Duration{1}), Access::closed);
    EXPECT_EQ(access(start), Access::open);
    EXPECT_EQ(access(end - Duration{1}), Access::open);
    EXPECT_EQ(access(end), Access::closed);
}

TEST(PassageTable, KeepsClassesOfTrafficAndGatesApart) {
    PassageTable passages(2);
    passages.grant(gate, Traffic::goods, grant(Access::open));
    EXPECT_EQ(passages.leave(gate, Traffic::goods, start, {}).access, Access::open);
    EXPECT_EQ(passages.leave(gate, Traffic::aid, start, {}).access, Access::closed);
    EXPECT_EQ(passages.leave(gate, Traffic::civilians, start, {}).access, Access::closed);
    EXPECT_EQ(passages.leave(GateId{1}, Traffic::goods, start, {}).access, Access::closed);
    EXPECT_THROW(passages.grant(GateId{2}, Traffic::aid, grant(Access::open)), std::out_of_range);
}

TEST(PassageTable, ReturnsTheHoursOfTheGrantThatDecides) {
    PassageTable passages(1);
    auto morning = grant(Access::open, 1);
    morning.hours = {6 * 3600, 12 * 3600};
    auto later = grant(Access::open, 2);
    later.hours = {12 * 3600, 18 * 3600};
    passages.grant(gate, Traffic::aid, grant(Access::by_clearance));
    passages.grant(gate, Traffic::aid, morning);
    passages.grant(gate, Traffic::aid, later);
    const auto leave = passages.leave(gate, Traffic::aid, start, {});
    EXPECT_EQ(leave.hours, morning.hours) << "of two equal grants by terms, the earlier";
    EXPECT_EQ(leave.origin, PassageOrigin{1});
}

TEST(PassageTable, NeverLosesPassageByAnotherGrant) {
    std::mt19937 random(3);
    for (int trial = 0; trial < 500; ++trial) {
        PassageTable passages(1);
        std::vector<std::uint8_t> kept(3);
        for (auto& k : kept) k = static_cast<std::uint8_t>(random() % 2);
        auto best = Access::closed;
        for (std::uint32_t n = 0; n < 6; ++n) {
            std::vector<ObligationId> while_kept;
            if (random() % 2 == 0) while_kept.push_back({static_cast<std::uint32_t>(random() % 3)});
            passages.grant(gate, Traffic::aid, grant(static_cast<Access>(random() % 3), n, while_kept));
            const auto access = passages.leave(gate, Traffic::aid, start, kept).access;
            EXPECT_GE(access, best);
            best = access;
        }
    }
}

TEST(PassageTable, KnowsWhoHoldsAGateAndWhen) {
    PassageTable passages(1);
    passages.hold(gate, {start, start + one_day, {PartyId{1}}});
    passages.hold(gate, {start + one_day, start + one_day * 2, {PartyId{0}, PartyId{2}}});
    EXPECT_TRUE(passages.holders(gate, start - Duration{1}).empty());
    EXPECT_EQ(passages.holders(gate, start).size(), 1U);
    EXPECT_EQ(passages.holders(gate, start)[0], PartyId{1});
    EXPECT_EQ(passages.holders(gate, start + one_day).size(), 2U);
    EXPECT_TRUE(passages.holders(gate, start + one_day * 2).empty());
}

TEST(PassageTable, ReturnsTheCapsOfTheGrantThatDecides) {
    PassageTable passages(1);
    auto narrow = grant(Access::by_clearance);
    narrow.trucks_per_day = 5;
    auto wide = grant(Access::open, 1);
    wide.trucks_per_day = 40;
    passages.grant(gate, Traffic::aid, narrow);
    passages.grant(gate, Traffic::aid, wide);
    passages.grant(gate, Traffic::goods, grant(Access::open));
    EXPECT_EQ(passages.leave(gate, Traffic::aid, start, {}).trucks_per_day, 40);
    EXPECT_EQ(passages.leave(gate, Traffic::goods, start, {}).goods_per_day, std::nullopt) << "as much as there is";
}

TEST(PassageTable, ATermWithACapTakesNothingFromAnOpenBaselineWithout) {
    const auto leave_with = [](std::optional<std::int64_t> baseline_trucks, std::optional<std::int64_t> term_trucks) {
        PassageTable passages(1);
        auto baseline = grant(Access::open);
        baseline.trucks_per_day = baseline_trucks;
        auto term = grant(Access::open, 1);
        term.trucks_per_day = term_trucks;
        passages.grant(gate, Traffic::aid, baseline);
        passages.grant(gate, Traffic::aid, term);
        return passages.leave(gate, Traffic::aid, start, {});
    };
    EXPECT_EQ(leave_with(std::nullopt, 20).trucks_per_day, std::nullopt);
    EXPECT_EQ(leave_with(30, 20).trucks_per_day, 30);
    EXPECT_EQ(leave_with(10, 20).trucks_per_day, 20) << "a wider one adds";
    EXPECT_TRUE(leave_with(10, std::nullopt).by_term);
}

TEST(PassageTable, TheCapOfAGateHoldsForGrantsWithoutTheirOwn) {
    PassageTable passages(2);
    auto own = grant(Access::open);
    own.until = start + one_day / 2;
    own.trucks_per_day = 5;
    auto plain = grant(Access::open);
    plain.from = own.until;
    for (const auto traffic : {Traffic::aid, Traffic::goods, Traffic::civilians}) {
        passages.grant(gate, traffic, own);
        passages.grant(gate, traffic, plain);
        passages.grant({1}, traffic, plain);
    }
    passages.cap(gate, 12, MassRate::grams_per_day(3'000'000));
    const auto leave = [&](GateId at, Traffic traffic, Instant when) { return passages.leave(at, traffic, when, {}); };
    EXPECT_EQ(leave(gate, Traffic::aid, start).trucks_per_day, 5);
    EXPECT_EQ(leave(gate, Traffic::aid, plain.from).trucks_per_day, 12);
    EXPECT_EQ(leave(gate, Traffic::aid, plain.from).goods_per_day, std::nullopt) << "that is a cap of trade";
    EXPECT_EQ(leave(gate, Traffic::goods, plain.from).goods_per_day, MassRate::grams_per_day(3'000'000));
    EXPECT_EQ(leave(gate, Traffic::civilians, plain.from).trucks_per_day, std::nullopt);
    EXPECT_EQ(leave({1}, Traffic::aid, plain.from).trucks_per_day, std::nullopt) << "another gate";
}

TEST(PassageTable, LooksUpTheBaselineInTheHistoryAndTermsInThePresent) {
    PassageTable passages(1);
    auto first = grant(Access::closed);
    first.until = start + one_day;
    auto then = grant(Access::open);
    then.from = start + one_day;
    then.until = start + one_day * 9;
    auto term = grant(Access::by_clearance, 1);
    term.from = start + one_day * 4;
    term.until = start + one_day * 9;
    for (const auto& passage : {first, then, term}) passages.grant(gate, Traffic::aid, passage);
    const auto day = [](std::int64_t n) { return start + one_day * n; };
    EXPECT_EQ(passages.leave(gate, Traffic::aid, day(3), day(3), {}).access, Access::open);
    EXPECT_EQ(passages.leave(gate, Traffic::aid, day(3), day(0), {}).access, Access::closed) << "the front stood still";
    const auto by_term = passages.leave(gate, Traffic::aid, day(4), day(0), {});
    EXPECT_EQ(by_term.access, Access::by_clearance) << "a term has no history";
    EXPECT_TRUE(by_term.by_term);
    EXPECT_EQ(passages.leave(gate, Traffic::aid, day(4), {}), passages.leave(gate, Traffic::aid, day(4), day(4), {}));
}

TEST(PassageTable, ChecksHoldWhileKeptAndTheLastToSpeakOfAThingDecides) {
    PassageTable passages(2);
    GateCheck quick{start, end, {{0}}, std::chrono::minutes{2}, 3, {}, 0b01, {1}};
    GateCheck gentle{start, end, {{1}}, std::chrono::minutes{5}, {}, Probability(0.1), 0b10, {2}};
    passages.check(gate, quick);
    passages.check(gate, gentle);
    const auto in_force = [&](std::vector<std::uint8_t> kept, Instant at = start) {
        return passages.check(gate, at, kept);
    };
    EXPECT_EQ(in_force({1, 0}).inspection, std::chrono::minutes{2});
    EXPECT_EQ(in_force({1, 0}).turn_back, std::nullopt);
    const auto both = in_force({1, 1});
    EXPECT_EQ(both.inspection, std::chrono::minutes{5});
    EXPECT_EQ(both.lanes, 3) << "the later check says nothing of lanes";
    EXPECT_EQ(both.turn_back, Probability(0.1));
    EXPECT_EQ(both.untouchable, 0b11U) << "what any protects is protected";
    EXPECT_EQ(in_force({0, 0}).inspection, std::nullopt);
    EXPECT_EQ(in_force({1, 1}, end).untouchable, 0U);
    EXPECT_EQ(passages.check(GateId{1}, start, std::vector<std::uint8_t>{1, 1}).lanes, std::nullopt);
    EXPECT_THROW(passages.check(GateId{2}, quick), std::out_of_range);
}

TEST(Hours, AreHalfOpenAndMayBeAllDay) {
    constexpr Hours hours{6 * 3600, 18 * 3600};
    EXPECT_FALSE(hours.contain(6 * 3600 - 1));
    EXPECT_TRUE(hours.contain(6 * 3600));
    EXPECT_FALSE(hours.contain(18 * 3600));
    EXPECT_TRUE(Hours{}.all_day());
    EXPECT_TRUE(Hours{}.contain(86'399));
}

TEST(PassageTable, TellsTheFeesOfTheGrantThatCounts) {
    PassageTable passages(2);
    passages.charge(gate, 0.5);
    const auto fees = [&](std::vector<std::uint8_t> kept) {
        return passages.leave(gate, Traffic::goods, start, kept).fees;
    };
    passages.grant(gate, Traffic::goods, grant(Access::open));
    EXPECT_EQ(fees({1, 1, 1}), 0.5) << "those of the gate";
    auto dear = grant(Access::open, 1, {{0}}), cheap = grant(Access::open, 2, {{1}}),
         silent = grant(Access::open, 3, {{2}});
    dear.fees = 0.7;
    cheap.fees = 0.1;
    for (const auto& term : {dear, silent, cheap}) passages.grant(gate, Traffic::goods, term);
    EXPECT_EQ(fees({1, 0, 0}), 0.5) << "a dearer grant adds nothing";
    EXPECT_EQ(fees({0, 0, 1}), 0.5) << "one that says nothing of fees changes none";
    EXPECT_EQ(fees({1, 1, 1}), 0.1) << "of two terms the cheaper one, whichever comes first";
    EXPECT_EQ(passages.leave(gate, Traffic::goods, start, std::vector<std::uint8_t>{1, 1, 1}).origin.value, 2U);
}

TEST(PassageTable, TakesNoCheaperGrantThatLetsLessThrough) {
    PassageTable passages(1);
    passages.charge(gate, 0.5);
    passages.grant(gate, Traffic::goods, grant(Access::open));
    auto narrow = grant(Access::open, 1);
    narrow.fees = 0;
    narrow.goods_per_day = MassRate::grams_per_day(1'000);
    passages.grant(gate, Traffic::goods, narrow);
    const auto leave = passages.leave(gate, Traffic::goods, start, {});
    EXPECT_FALSE(leave.goods_per_day);
    EXPECT_EQ(leave.fees, 0.5);
}

}  // namespace
}  // namespace aidway
