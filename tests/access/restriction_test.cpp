// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "access/passage_table.hpp"

namespace aidway {
namespace {

constexpr GateId gate{0};
const Instant start{Duration{1'000'000}};
const Instant end = start + one_day;

Passage open_from(std::int32_t from_s, std::int32_t until_s) {
    return {start, end, Access::open, {from_s, until_s}, {}, baseline_origin};
}

Restriction shut(Instant from, Instant until) {
    Restriction restriction;
    restriction.from = from;
    restriction.until = until;
    restriction.closed = true;
    return restriction;
}

TEST(Restriction, ShutsAGateForAllWhoeverLetsThemPassAndOnlyWhileItLasts) {
    PassageTable table(1);
    table.grant(gate, Traffic::aid, open_from(0, 0));
    table.grant(gate, Traffic::aid, {start, end, Access::open, {}, {}, {3}});  // by a term
    auto restriction = shut(start + Duration{100}, start + Duration{200});
    restriction.overlay = 5;
    table.restrict(gate, restriction);
    const auto access = [&](int s) { return table.leave(gate, Traffic::aid, start + Duration{s}, {}).access; };
    EXPECT_EQ(access(99), Access::open);
    EXPECT_EQ(access(100), Access::closed);
    EXPECT_EQ(access(199), Access::closed);
    EXPECT_EQ(access(200), Access::open);
    EXPECT_THAT(table.shut_by(gate, start + Duration{150}, {}), testing::ElementsAre(5));
    EXPECT_THAT(table.shut_by(gate, start + Duration{250}, {}), testing::IsEmpty());
}

TEST(Restriction, OfAnAgreementHoldsWhileItsObligationsAreKept) {
    PassageTable table(1);
    table.grant(gate, Traffic::goods, open_from(0, 0));
    auto restriction = shut(start, end);
    restriction.while_kept = {{0}};
    table.restrict(gate, restriction);
    const std::vector<std::uint8_t> kept{1}, broken{0};
    EXPECT_EQ(table.leave(gate, Traffic::goods, start, kept).access, Access::closed);
    EXPECT_EQ(table.leave(gate, Traffic::goods, start, broken).access, Access::open);
}

TEST(Restriction, OfHoursLeavesThePartOfTheDayThatLiesInBoth) {
    PassageTable table(1);
    table.grant(gate, Traffic::aid, open_from(6 * 3600, 18 * 3600));
    Restriction hours;
    hours.from = start;
    hours.until = end;
    hours.hours = {8 * 3600, 20 * 3600};
    table.restrict(gate, hours);
    EXPECT_EQ(table.leave(gate, Traffic::aid, start, {}).hours, (Hours{8 * 3600, 18 * 3600}));
    hours.hours = {20 * 3600, 22 * 3600};
    table.restrict(gate, hours);
    EXPECT_EQ(table.leave(gate, Traffic::aid, start, {}).access, Access::closed) << "no hour lies in all three";
}

TEST(Restriction, OfTheDayIsTheTightestOfAll) {
    PassageTable table(1);
    auto passage = open_from(0, 0);
    passage.trucks_per_day = 30;
    table.grant(gate, Traffic::aid, passage);
    Restriction cap;
    cap.from = start;
    cap.until = end;
    cap.trucks_per_day = 40;
    table.restrict(gate, cap);
    EXPECT_EQ(table.leave(gate, Traffic::aid, start, {}).trucks_per_day, 30);
    cap.trucks_per_day = 20;
    table.restrict(gate, cap);
    EXPECT_EQ(table.leave(gate, Traffic::aid, start, {}).trucks_per_day, 20);
}

TEST(Restriction, NeverLetsAnybodyPassWhoDidNotBefore) {
    std::mt19937 random(7);
    const auto second = [&] { return start + Duration{std::uniform_int_distribution(0, 86'399)(random)}; };
    for (int i = 0; i < 500; ++i) {
        PassageTable table(1);
        for (int g = 0; g < 3; ++g) {
            const auto a = second(), b = second();
            table.grant(gate, Traffic::aid,
                        {std::min(a, b),
                         std::max(a, b),
                         static_cast<Access>(random() % 3),
                         {},
                         {},
                         {static_cast<std::uint32_t>(random() % 3)}});
        }
        PassageTable narrowed = table;
        const auto a = second(), b = second();
        auto restriction = shut(std::min(a, b), std::max(a, b));
        restriction.closed = random() % 2 == 0;
        if (!restriction.closed) restriction.hours = {3600, 7200};
        narrowed.restrict(gate, restriction);
        for (int k = 0; k < 20; ++k) {
            const auto at = second();
            const auto before = table.leave(gate, Traffic::aid, at, {});
            const auto after = narrowed.leave(gate, Traffic::aid, at, {});
            ASSERT_LE(after.access, before.access);
            const bool outside = at < restriction.from || at >= restriction.until;
            ASSERT_TRUE(!outside || after == before) << "it says nothing of other times";
        }
    }
}

TEST(Turns, AreWhenGrantsHoldingsChecksAndRestrictionsBeginAndEndAndNoOtherTimes) {
    PassageTable table(2);
    table.grant(gate, Traffic::aid, {start, start + Duration{10}, Access::open, {}, {}, baseline_origin});
    table.grant({1}, Traffic::goods, {start + Duration{10}, end, Access::closed, {}, {}, baseline_origin});
    table.hold({1}, {start + Duration{20}, end, {}});
    table.restrict(gate, shut(start + Duration{30}, start + Duration{40}));
    GateCheck check;
    check.from = start + Duration{35};
    check.until = start + Duration{45};
    table.check(gate, check);
    const auto in_s = [](const std::vector<Instant>& instants) {
        std::vector<std::int64_t> seconds;
        for (const Instant at : instants) seconds.push_back((at - start).count());
        return seconds;
    };
    EXPECT_THAT(in_s(table.turns(start, end)), testing::ElementsAre(0, 10, 20, 30, 35, 40, 45))
        << "the end is not included";
    EXPECT_THAT(in_s(table.turns(start + Duration{11}, start + Duration{40})), testing::ElementsAre(20, 30, 35));
}

TEST(Promises, OfAGateAreThoseThatItsGrantsChecksAndRestrictionsHangOn) {
    PassageTable table(2);
    table.grant(gate, Traffic::aid, {start, end, Access::open, {}, {{3}, {1}}, {1}});
    table.grant({1}, Traffic::aid, {start, end, Access::open, {}, {{7}}, {1}});
    auto restriction = shut(start, end);
    restriction.while_kept = {{1}, {4}};
    table.restrict(gate, restriction);
    GateCheck check;
    check.while_kept = {{5}};
    table.check(gate, check);
    EXPECT_THAT(table.promises(gate),
                testing::ElementsAre(ObligationId{1}, ObligationId{3}, ObligationId{4}, ObligationId{5}));
    EXPECT_THAT(table.promises({1}), testing::ElementsAre(ObligationId{7}));
}

}  // namespace
}  // namespace aidway
