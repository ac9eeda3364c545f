// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "support/read_agreement.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::of_kind;

/// One convoy a day of 50 t, three a week, for two places that need ever more: who gets it is a matter of allocation.
test::SmallScenario scarce(AllocationRule rule) {
    test::SmallScenario small;
    small.add_second_community();
    small.without_south_fleet();
    small.record.fleets.find("north")->trucks = {10};
    small.record.communities.find("one")->population = {100'000};
    small.record.communities.find("two")->population = {50'000};
    small.record.permission.procedure = Procedure::notification_only;
    small.record.allocation.rule = rule;
    return small;
}

/// Convoys to each of two places in the first cycle.
std::array<int, 2> convoys(const test::SmallScenario& small, std::uint32_t replicate = 0) {
    std::array<int, 2> sent{};
    for (const auto& event : of_kind(test::run_alone(small, {1, replicate}), EventKind::convoy_departed)) {
        if (event.cycle == 0) ++sent.at(event.community);
    }
    return sent;
}

TEST(Allocation, InTurnServesTheSamePlaceFirstEveryDay) {
    const auto [one, two] = convoys(scarce(AllocationRule::in_turn));
    EXPECT_EQ(std::min(one, two), 0);
    EXPECT_EQ(std::max(one, two), 14) << "three in each of four weeks, two in the days left";
    test::SmallScenario plain = scarce(AllocationRule::in_turn);
    plain.record.allocation = {};
    EXPECT_EQ(test::run_alone(plain), test::run_alone(scarce(AllocationRule::in_turn)));
}

TEST(Allocation, EquallyOrByPeopleKeepsWithinAConvoyOfTheShares) {
    const auto [one, two] = convoys(scarce(AllocationRule::equal));
    EXPECT_EQ(one + two, 14);
    EXPECT_LE(std::abs(one - two), 1);
    const auto [of_many, of_few] = convoys(scarce(AllocationRule::proportional));
    EXPECT_EQ(of_many + of_few, 14);
    EXPECT_LE(std::abs(of_many - 2 * of_few), 2) << "100,000 people and 50,000";
}

TEST(Allocation, AsPermittedFollowsThePeopleGranted) {
    auto small = scarce(AllocationRule::as_permitted);
    auto& permission = small.record.permission;
    permission.procedure = Procedure::two_step;
    permission.answers = {Probability(0.5), Probability(0.5), Probability(0)};
    permission.part_people = Chance<Probability>::certain(0.25);
    std::array<int, 4> seen{};
    for (std::uint32_t r = 0; r < 40; ++r) {
        std::array<double, 2> granted{100'000, 50'000};
        const auto log = test::run_alone(small, {1, r});
        for (const auto& event : of_kind(log, EventKind::answered_part)) {
            if (event.cycle == 0) granted.at(event.community) /= 4;
        }
        const auto [one, two] = convoys(small, r);
        const double share = granted[0] / (granted[0] + granted[1]);
        EXPECT_NEAR(one, (one + two) * share, 1.01) << r;
        seen.at((granted[0] < 100'000 ? 1U : 0U) + (granted[1] < 50'000 ? 2U : 0U)) += 1;
    }
    for (const int times : seen) EXPECT_GT(times, 0);
}

/// Food of an enclave of one community at a moment, from the log alone: within a stretch everything flows evenly.
double stock_kg(const test::Log& log, std::uint16_t community, std::int64_t at_s) {
    double kg = 0;
    for (const auto& event : log) {
        if (event.community != community || event.goods != 0) continue;
        double sign = 0;
        if (event.kind == EventKind::eaten || event.kind == EventKind::diverted) sign = -1;
        if (event.kind == EventKind::informal_inflow || event.kind == EventKind::opening_stock) sign = 1;
        if (event.kind == EventKind::delivered && event.at_s <= at_s) sign = 1;
        if (sign == 0) continue;
        const bool flows = event.kind != EventKind::delivered && event.kind != EventKind::opening_stock;
        const double from_s = static_cast<double>(event.at_s - (flows ? event.count : 0));
        double share = static_cast<double>(at_s) >= static_cast<double>(event.at_s) ? 1 : 0;
        if (flows && event.count > 0 && at_s < event.at_s) {
            share = std::max(0.0, (static_cast<double>(at_s) - from_s) / static_cast<double>(event.count));
        }
        kg += sign * share * event.mass.kilograms();
    }
    return kg;
}

/// In how many mornings exactly one place was served; expects that it had the least cover then.
int served_by_need(const test::Log& log, const std::array<double, 2>& people, std::int64_t from_s) {
    int mornings = 0;
    for (const auto& event : of_kind(log, EventKind::convoy_departed)) {
        if (event.at_s < from_s) continue;
        const auto cover = [&](std::uint16_t c) { return stock_kg(log, c, event.at_s) / (people.at(c) * 0.555); };
        const auto other = static_cast<std::uint16_t>(1 - event.community);
        EXPECT_LE(cover(event.community), cover(other) + 1e-6) << "day " << event.at_s / 86'400;
        ++mornings;
    }
    return mornings;
}

TEST(Allocation, ByNeedNeverServesAPlaceWithMoreCoverWhileOneWithLessGoesWithout) {
    for (std::uint32_t r = 0; r < 20; ++r) {
        auto small = scarce(AllocationRule::by_need);
        small.record.permission.security_withheld = Probability(0);
        small.record.enclaves.find("one")->opening_stock = one_day * (2 + 7 * r % 40);
        small.record.enclaves.find("two")->opening_stock = one_day * (2 + 11 * r % 40);
        EXPECT_GT(served_by_need(test::run_alone(small, {1, r}), {100'000, 50'000}, 0), 20);
    }
}

TEST(NeedsBased, PutsNeedFirstWhileKeptAndNotBefore) {
    auto small = scarce(AllocationRule::in_turn);
    small.record.enclaves.find("one")->opening_stock = one_day * 2;
    small.record.enclaves.find("two")->opening_stock = one_day * 2;
    const auto term = test::agreement_of({"needs_based: {undo_links: false}"}).terms;
    const auto model = test::model_of(small, {test::agreement_from(0, "need", term)});
    const auto log = test::log_of(model, {1, 0}, 0, Arm::as_signed);
    EXPECT_GT(served_by_need(log, {100'000, 50'000}, 0), 20);
    small.record.compliance = {Hazard(0), Hazard(0), Hazard(0)};
    const auto never_kept = test::model_of(small, {test::agreement_from(0, "need", term)});
    std::array<int, 2> sent{};
    for (const auto& event : of_kind(test::log_of(never_kept, {1, 0}, 0, Arm::as_kept), EventKind::convoy_departed)) {
        if (event.cycle == 0) ++sent.at(event.community);
    }
    EXPECT_EQ(std::min(sent[0], sent[1]), 0) << "in turn, as before";
}

TEST(Allocation, LawsHoldWhateverTheOrderOfCommunitiesInTheFile) {
    for (const auto rule : {AllocationRule::by_need, AllocationRule::proportional, AllocationRule::equal}) {
        auto small = scarce(rule);
        auto turned = small;
        const auto one = small.record.communities.at("one"), two = small.record.communities.at("two");
        turned.record.communities.clear();
        turned.record.communities.add("two", two);
        turned.record.communities.add("one", one);
        const auto [first, second] = convoys(small);
        const auto [second_turned, first_turned] = convoys(turned);
        EXPECT_EQ(first, first_turned);
        EXPECT_EQ(second, second_turned);
    }
}

}  // namespace
}  // namespace aidway
