// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::of_kind;
using test::seconds_of_days;

/// Gate a is closed but for the road, which lapses unless it is renewed every five days from day 2 on.
test::SmallScenario besieged(Hazard onset, Hazard breaking, Hazard repair) {
    test::SmallScenario small;
    small.aid_at_a = Access::closed;
    small.record.compliance = {onset, breaking, repair};
    return small;
}

DatedAgreement renewable(std::optional<Duration> lasting = {}) {
    auto term = test::open_road("a");
    term.obliges = {"gov"};
    term.renewal = one_day * 5;
    term.lasting = lasting;
    return test::agreement_from(2, "renewable", {term});
}

TEST(Renewal, OfAPromiseThatWasNeverBrokenGoesOn) {
    const auto small = besieged(Hazard(0.05), Hazard(0), Hazard(50));
    std::size_t late = 0;
    for (std::uint32_t r = 0; r < 30; ++r) {
        const auto log = test::run_under(small, renewable(), Arm::as_kept, {1, r});
        EXPECT_TRUE(of_kind(log, EventKind::term_lapsed).empty()) << "onset is not asked for";
        const auto kept = of_kind(log, EventKind::obligation_kept);
        late += !kept.empty() && kept[0].at_s > seconds_of_days(7) ? 1 : 0;
    }
    EXPECT_GT(late, 10U);
}

TEST(Renewal, LapsesAtTheFirstTestAfterABreakAndIsNeverKeptAgain) {
    const auto small = besieged(Hazard(50), Hazard(0.1), Hazard(50));
    std::size_t lapses = 0;
    for (std::uint32_t r = 0; r < 50; ++r) {
        const auto log = test::run_under(small, renewable(), Arm::as_kept, {2, r});
        const auto broken = of_kind(log, EventKind::obligation_broken);
        const auto lapsed = of_kind(log, EventKind::term_lapsed);
        ASSERT_LE(lapsed.size(), 1U);
        ASSERT_EQ(broken.empty(), lapsed.empty());
        if (broken.empty()) continue;
        ++lapses;
        const std::int64_t period = seconds_of_days(5), from = seconds_of_days(2);
        const std::int64_t next = from + ((broken[0].at_s - from) / period + 1) * period;
        EXPECT_EQ(lapsed[0].at_s, next) << "the first test after the first break, though it was repaired by then";
        for (const auto& event : log) {
            const bool ended = event.kind == EventKind::obligation_kept || event.kind == EventKind::gate_passed;
            EXPECT_TRUE(!ended || event.at_s < next);
        }
    }
    EXPECT_GT(lapses, 30U);
}

TEST(Renewal, ByTheOtherTestAsksThatEverythingIsKeptThen) {
    auto small = besieged(Hazard(50), Hazard(0.3), Hazard(50));
    small.record.renewal.test = RenewalTest::all_kept;
    std::size_t mended = 0, lapses = 0;
    for (std::uint32_t r = 0; r < 50; ++r) {
        std::int64_t kept = 0, broken_lately = 0;
        for (const auto& event : test::run_under(small, renewable(), Arm::as_kept, {3, r})) {
            if (event.kind == EventKind::term_lapsed) {
                const bool first = event.at_s == seconds_of_days(7);
                EXPECT_TRUE(first ? broken_lately > 0 : kept == 0);
                ++lapses;
                break;
            }
            if (event.kind == EventKind::obligation_kept) kept = 1;
            if (event.kind != EventKind::obligation_broken) continue;
            kept = 0;
            ++broken_lately;
            mended += event.at_s > seconds_of_days(12) ? 1 : 0;
        }
    }
    EXPECT_GT(lapses, 30U);
    EXPECT_GT(mended, 0U) << "a break that was repaired in time does no harm later";
}

TEST(Renewal, NeverFailsAsSigned) {
    const auto small = besieged(Hazard(50), Hazard(5), Hazard(0));
    const auto log = test::run_under(small, renewable(), Arm::as_signed);
    EXPECT_TRUE(of_kind(log, EventKind::term_lapsed).empty());
    EXPECT_TRUE(of_kind(log, EventKind::obligation_broken).empty());
    EXPECT_FALSE(of_kind(test::run_under(small, renewable(), Arm::as_kept), EventKind::term_lapsed).empty());
}

TEST(Renewal, IsNotAskedForOnceTheTermHasEnded) {
    const auto small = besieged(Hazard(50), Hazard(0), Hazard(50));
    const auto log = test::run_under(small, renewable(one_day * 12), Arm::as_kept);
    EXPECT_TRUE(of_kind(log, EventKind::term_lapsed).empty());
    for (const auto& event : of_kind(log, EventKind::gate_passed)) EXPECT_LT(event.at_s, seconds_of_days(14));
    EXPECT_FALSE(of_kind(log, EventKind::gate_passed).empty());
}

TEST(Obligation, BeginsAndEndsWithItsTerm) {
    auto term = test::open_road("a");
    term.after = one_day * 3;
    term.lasting = one_day * 10;
    const auto small = besieged(Hazard(50), Hazard(1), Hazard(1));
    const auto agreement = test::agreement_from(2, "later", {term});
    const auto as_signed = test::run_under(small, agreement, Arm::as_signed);
    const auto kept = of_kind(as_signed, EventKind::obligation_kept);
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].at_s, seconds_of_days(5));
    EXPECT_TRUE(of_kind(as_signed, EventKind::obligation_broken).empty()) << "what ends is not broken";
    std::size_t changes = 0;
    for (std::uint32_t r = 0; r < 30; ++r) {
        for (const auto& event : test::run_under(small, agreement, Arm::as_kept, {4, r})) {
            if (event.kind != EventKind::obligation_kept && event.kind != EventKind::obligation_broken) continue;
            EXPECT_GE(event.at_s, seconds_of_days(6)) << "the first draw is at the midnight after it began";
            EXPECT_LT(event.at_s, seconds_of_days(15));
            ++changes;
        }
    }
    EXPECT_GT(changes, 100U);
}

}  // namespace
}  // namespace aidway
