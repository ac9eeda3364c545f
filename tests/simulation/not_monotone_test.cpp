// SPDX-License-Identifier: Apache-2.0
// What sounds good and may hurt all the same: docs/verification/monotone.md, second table. Each example was found by
// running; seeds are fixed. Where chance decides, both directions are shown to happen among a few hundred replicates.
#include <gtest/gtest.h>

#include "support/air_scenario.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::agreement_from;
using test::open_road;
using test::SmallScenario;

constexpr std::uint16_t food = 0;

Mass eaten_in(const test::Log& log, std::uint16_t community) {
    return test::mass_of(test::where(log, [&](const Event& e) { return e.community == community; }), EventKind::eaten);
}

Mass food_delivered(const test::Log& log) {
    return test::mass_of(test::where(log, [](const Event& e) { return e.goods == food; }), EventKind::delivered);
}

std::int64_t left(const test::Log& log) {
    std::int64_t people = 0;
    for (const auto& event : test::of_kind(log, EventKind::departed)) people += event.count;
    return people;
}

/// In how many replicates food delivered rises and falls from one model to the other.
struct Turns {
    int more = 0, less = 0;
};

Turns turns(const Model& before, const Model& after, Arm arm_before, Arm arm_after, std::size_t variant_after = 0) {
    Turns found;
    Runner first(before), second(after);
    for (std::uint32_t r = 0; r < 200; ++r) {
        const auto one = first.run({401, r}, 0, arm_before);
        const auto few = food_delivered({one.begin(), one.end()});
        const auto other = second.run({401, r}, variant_after, arm_after);
        const auto many = food_delivered({other.begin(), other.end()});
        found.more += many > few ? 1 : 0;
        found.less += many < few ? 1 : 0;
    }
    return found;
}

void expect_mostly_better(const Turns& found) {
    EXPECT_GT(found.more, found.less) << "better on the whole";
    EXPECT_GT(found.less, 0) << "but not in each replicate: " << found.more << " better";
}

SmallScenario chancy() {
    SmallScenario small;
    small.make_chancy();
    return small;
}

TEST(MayHurt, ARoadForCiviliansFeedsThoseWhoStayNoBetterAndEmptiesATown) {
    SmallScenario small;
    small.aid_at_a = Access::closed;
    small.add_outside();
    small.add_departures();
    const auto shut = test::run_alone(small);
    small.open_for = {{0, Traffic::civilians, 5, 60}};
    const auto open = test::run_alone(small);
    EXPECT_EQ(left(shut), 0);
    EXPECT_GT(left(open), 4'000) << "displaced";
    EXPECT_LT(eaten_in(open, 0), eaten_in(shut, 0));
}

TEST(MayHurt, AsSignedAgainstAsKeptInOneReplicate) {
    const auto model = test::model_of(chancy(), {agreement_from(12, "a", {open_road("a"), open_road("b")})});
    expect_mostly_better(turns(model, model, Arm::as_kept, Arm::as_signed));
}

TEST(MayHurt, APartyThatKeepsItsWordMoreOftenInOneReplicate) {
    auto better = chancy();
    better.record.compliance = {Hazard(0.4), Hazard(0.1), Hazard(0.6)};
    const auto terms = agreement_from(12, "a", {open_road("a")});
    expect_mostly_better(
        turns(test::model_of(chancy(), {terms}), test::model_of(better, {terms}), Arm::as_kept, Arm::as_kept));
}

TEST(MayHurt, MoreConsentsWhereSilenceIsConsent) {
    // An answer in part, that would have been silence, takes the place of the consent that silence means.
    SmallScenario small;
    small.days = 30;
    auto& permission = small.record.permission;
    permission.silence_means = Silence::consent;
    permission.answers = {Probability(0), Probability(0.3), Probability(0.5)};
    auto better = small;
    better.record.permission.answers.full = Probability(0.2);
    const auto none = agreement_from(0, "none", {});
    const auto found = turns(test::model_of(small, {none}), test::model_of(better, {none}), Arm::as_kept, Arm::as_kept);
    EXPECT_GT(found.less, 0) << "from silence to part, 0.2 of the time";
    EXPECT_GT(found.more, 0) << "from part to full and from refusal to silence";
}

TEST(MayHurt, AProcedureThatAsksAnewForWhatIsClearedAlready) {
    // From day 12 on clearances stand; but what was cleared before is asked for anew, and may be refused.
    const auto model = test::model_of(chancy(), {agreement_from(12, "none", {}),
                                                 agreement_from(12, "s", {test::permission_by(Procedure::standing)})});
    const auto found = turns(model, model, Arm::as_signed, Arm::as_signed, 1);
    EXPECT_GT(found.less, 0);
    EXPECT_GT(found.more, 0);
}

TEST(MayHurt, MoreTrucksForPlacesThatAreLinked) {
    // One needs three trucks, two many. With four trucks each morning takes two for each: the first, and one of each
    // the second. With six, one has its plan in full on the first morning, and holds two back until the next cycle.
    const auto delivered_to_two = [](std::int64_t trucks) {
        SmallScenario small;
        small.days = 30;
        small.add_second_community();
        small.without_south_fleet();
        small.record.communities.find("one")->population = {850};
        small.record.permission.linked = {{{"one", "two"}}};
        small.record.permission.procedure = Procedure::notification_only;
        small.record.fleets.find("north")->trucks = {trucks};
        small.record.fleets.find("north")->convoys_per_week = {14};
        return food_delivered(test::where(test::run_alone(small), [](const Event& e) { return e.community == 1; }));
    };
    EXPECT_LT(delivered_to_two(6), delivered_to_two(4));
}

TEST(MayHurt, MoreStockAtTheStartOfWhichMuchIsDiverted) {
    // While the store lasts so much of it is diverted that people live on the coping table; after it on what comes in.
    const auto eaten = [](std::int64_t days) {
        SmallScenario small;
        small.aid_at_a = Access::closed;
        small.record.food.diverted = Probability(0.5);
        auto& enclave = *small.record.enclaves.find("one");
        enclave.opening_stock = one_day * days;
        enclave.opening_in_store = Probability(1);
        enclave.informal = Probability(0.6);
        return test::mass_of(test::run_alone(small), EventKind::eaten);
    };
    EXPECT_LT(eaten(8), eaten(4));
}

TEST(MayHurt, AnotherTownThatTradesThroughTheSameGate) {
    SmallScenario small;
    small.aid_at_a = Access::closed;
    small.add_second_community();
    small.add_outside();
    small.add_trade();
    small.open_for = {{0, Traffic::goods, 0, 60, Access::open, MassRate::grams_per_day(3'000'000)}};
    auto alone = small;
    alone.record.enclaves.find("two")->outside.clear();
    EXPECT_LT(eaten_in(test::run_alone(small), 0), eaten_in(test::run_alone(alone), 0));
    EXPECT_GT(eaten_in(test::run_alone(small), 1), eaten_in(test::run_alone(alone), 1));
}

TEST(MayHurt, MoreSortiesWhereTheyFlyAllThatIsPlanned) {
    // What is dropped and lost is not flown again: an early drop that fails takes the place of a later one that may
    // not.
    auto few = test::airy();
    test::operation(few, "drops").usable = {Law{LawKind::beta, {1, 1}}};
    auto more = few;
    test::operation(more, "drops").sorties_per_day = {6};
    const auto terms = agreement_from(0, "drop", {test::air_drop({"one"})});
    const auto found =
        turns(test::model_of(few, {terms}), test::model_of(more, {terms}), Arm::as_signed, Arm::as_signed);
    EXPECT_GT(found.less, 0);
    EXPECT_GT(found.more, 0);
}

}  // namespace
}  // namespace aidway
