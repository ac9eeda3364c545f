// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "support/air_scenario.hpp"
#include "support/read_agreement.hpp"

namespace aidway {
namespace {

using test::agreement_from;
using test::air_drop;
using test::airy;
using test::food_by_air;
using test::food_by_road;
using test::food_ended;
using test::of_kind;
using test::operation;

constexpr Mass ration = Mass::grams(555);

test::Log dropped(const test::SmallScenario& small, const Term& term, Arm arm = Arm::as_kept,
                  ReplicateKey key = {2016, 0}) {
    return test::run_under(small, agreement_from(0, "air", {term}), arm, key);
}

Term of_nobody() { return air_drop({"one"}); }

TEST(AirDrop, BringsWhatItsSortiesCarryUntilThePlanIsMet) {
    const auto log = dropped(airy(), of_nobody());
    const auto flown = of_kind(log, EventKind::flown);
    // A plan of 30 days is 166.5 t of food and 0.3 t of medicine: 16 sorties of 10 t, and one of 6.8 t on 14 pallets.
    ASSERT_EQ(flown.size(), 2U * 17);
    EXPECT_EQ(flown[0].at_s, 8 * 3600);
    EXPECT_EQ(flown[1].at_s, 12 * 3600);
    EXPECT_EQ(flown[2].at_s, 86'400 + 8 * 3600);
    EXPECT_EQ(flown[0].count, 20);
    EXPECT_EQ(flown[16].count, 14);
    EXPECT_EQ(flown[16].at_s, 8 * 86'400 + 8 * 3600);
    EXPECT_EQ(food_by_air(log, EventKind::delivered), ration * 10'000 * 60);
    EXPECT_TRUE(of_kind(log, EventKind::ended).empty());
    EXPECT_TRUE(of_kind(log, EventKind::convoy_departed).empty());
}

TEST(AirDrop, BringsNothingWherePlacesHaveNoDropZone) {
    auto small = airy();
    small.record.communities.find("one")->drop_zone = DropZone::none;
    const auto log = dropped(small, of_nobody());
    EXPECT_TRUE(of_kind(log, EventKind::flown).empty());
    EXPECT_TRUE(of_kind(log, EventKind::delivered).empty());
    EXPECT_EQ(food_ended(log, Reason::no_drop_zone), ration * 10'000 * 60);
}

TEST(AirDrop, FromHighAltitudeNeedsARoomyZone) {
    auto small = airy();
    small.record.communities.find("one")->drop_zone = DropZone::low;
    EXPECT_TRUE(of_kind(dropped(small, of_nobody()), EventKind::flown).empty());
    operation(small, "drops").altitude = DropAltitude::low;
    EXPECT_FALSE(of_kind(dropped(small, of_nobody()), EventKind::flown).empty());
    small.record.communities.find("one")->drop_zone = DropZone::high;
    EXPECT_FALSE(of_kind(dropped(small, of_nobody()), EventKind::flown).empty());
}

// Smell test 4 of the model: Deir ez-Zor, 1,140 t in 64 drops, 110,000 people; 88 days at the pace of the time.
TEST(AirDrop, OfDeirEzZorIsAFifthOfARation) {
    auto small = airy();
    small.days = 88;
    small.record.communities.find("one")->population = {110'000};
    auto& drops = operation(small, "drops");
    drops.sorties_per_day = {1};
    drops.load = Mass::grams(17'812'500);
    drops.goods = {"food"};
    auto term = of_nobody();
    term.lasting = one_day * 64;
    const auto log = dropped(small, term);
    EXPECT_EQ(of_kind(log, EventKind::flown).size(), 64U);
    const double kg = food_by_air(log, EventKind::delivered).kilograms();
    EXPECT_DOUBLE_EQ(kg, 1'140'000);
    EXPECT_NEAR(kg / 64, 17'800, 20) << "a drop";
    EXPECT_NEAR(kg / 88, 12'950, 10) << "a day";
    EXPECT_NEAR(kg / 88 / 110'000, 0.118, 0.0005) << "a person and day";
    EXPECT_NEAR(kg / 88 / 110'000 / 0.555, 0.21, 0.005) << "of a ration";
    small.record.communities.find("one")->drop_zone = DropZone::none;
    const auto aleppo = dropped(small, term);
    EXPECT_EQ(food_by_air(aleppo, EventKind::delivered), Mass{}) << "built up";
    EXPECT_EQ(food_ended(aleppo, Reason::no_drop_zone), Mass::tonnes(1'140)) << "what air was to bring";
}

TEST(AirDrop, EndsOnlyWhatItWasToBringForItsOwnReasons) {
    auto small = airy();
    auto& drops = operation(small, "drops");
    drops.flyable = Probability(0);
    drops.load = Mass::tonnes(1);
    drops.goods = {"food"};
    const auto log = dropped(small, of_nobody());
    EXPECT_EQ(food_ended(log, Reason::weather), Mass::tonnes(2) * 60);
    EXPECT_EQ(food_ended(log, Reason::no_open_road), ration * 10'000 * 60 - Mass::tonnes(2) * 60);
}

TEST(AirDrop, LacksAircraftForSortiesBeyondThoseItCanFly) {
    auto small = airy();
    auto& drops = operation(small, "drops");
    drops.load = Mass::tonnes(1);
    drops.goods = {"food"};
    auto term = of_nobody();
    std::get<AirDeliveryTerm>(term.body).sorties_per_day = Count{3};
    const auto log = dropped(small, term);
    EXPECT_EQ(food_by_air(log, EventKind::delivered), Mass::tonnes(2) * 60);
    EXPECT_EQ(food_ended(log, Reason::no_aircraft), Mass::tonnes(1) * 60);
    std::get<AirDeliveryTerm>(term.body).sorties_per_day = Count{1};
    EXPECT_EQ(food_by_air(dropped(small, term), EventKind::delivered), Mass::tonnes(1) * 60);
}

TEST(AirDrop, MayBeDeniedADayUnlessTheObligedLetItFlyAsSigned) {
    auto small = airy();
    operation(small, "drops").denied = Probability(1);
    EXPECT_EQ(food_ended(dropped(small, of_nobody()), Reason::refused), ration * 10'000 * 60);
    EXPECT_TRUE(of_kind(dropped(small, of_nobody(), Arm::as_signed), EventKind::flown).empty())
        << "whoever denies it has signed nothing";
    auto obliging = of_nobody();
    obliging.obliges = {"gov"};
    EXPECT_FALSE(of_kind(dropped(small, obliging, Arm::as_signed), EventKind::flown).empty());
    EXPECT_TRUE(of_kind(dropped(small, obliging, Arm::as_kept), EventKind::flown).empty());
}

TEST(AirDrop, IsRefusedWhileTheObligedDoNotKeepIt) {
    auto small = airy();
    small.record.compliance = {Hazard(0), Hazard(0), Hazard(0)};
    auto obliging = of_nobody();
    obliging.obliges = {"gov"};
    EXPECT_TRUE(of_kind(dropped(small, obliging), EventKind::flown).empty());
    EXPECT_EQ(food_ended(dropped(small, obliging), Reason::refused), ration * 10'000 * 60);
    EXPECT_FALSE(of_kind(dropped(small, obliging, Arm::as_signed), EventKind::flown).empty());
}

TEST(AirDrop, TakesWhatTheMorningsConvoysLeaveOfThePlan) {
    auto small = airy();
    small.aid_at_a = Access::by_clearance;
    operation(small, "drops").hours = {6 * 3600, 7 * 3600};
    const auto log = dropped(small, of_nobody());
    EXPECT_GT(food_by_air(log, EventKind::delivered), Mass{});
    EXPECT_GT(food_by_road(log, EventKind::delivered), Mass{});
    EXPECT_EQ(food_by_air(log, EventKind::delivered) + food_by_road(log, EventKind::delivered), ration * 10'000 * 60);
    std::size_t both = 0;
    const auto departed = of_kind(log, EventKind::convoy_departed);
    for (const auto& flown : of_kind(log, EventKind::flown)) {
        for (const auto& convoy : departed) {
            if (convoy.at_s != flown.at_s) continue;
            const auto place = [&](const Event& event) {
                return std::find(log.begin(), log.end(), event) - log.begin();
            };
            EXPECT_LT(place(convoy), place(flown)) << "the road goes first";
            ++both;
        }
    }
    EXPECT_GT(both, 0U);
}

TEST(AirDrop, GoesToItsPlacesInTurn) {
    auto small = airy();
    small.add_second_community();
    small.record.communities.find("two")->drop_zone = DropZone::high;
    operation(small, "drops").load = Mass::tonnes(1);
    const auto log = dropped(small, air_drop({"two", "one"}));
    const auto flown = of_kind(log, EventKind::flown);
    ASSERT_EQ(flown.size(), 2U * 60);
    for (std::size_t i = 1; i < flown.size(); ++i) EXPECT_NE(flown[i].community, flown[i - 1].community);
    EXPECT_EQ(of_kind(dropped(small, air_drop({"one", "two"})), EventKind::flown), flown) << "whatever the order";
}

TEST(AirDrop, PassesThePlaceThatHasNoZoneAndSaysWhatItWasToGet) {
    auto small = airy();
    small.add_second_community();
    auto& drops = operation(small, "drops");
    drops.load = Mass::tonnes(1);
    drops.goods = {"food"};
    const auto log = dropped(small, air_drop({"one", "two"}));
    for (const auto& flown : of_kind(log, EventKind::flown)) EXPECT_EQ(flown.community, 0);
    EXPECT_EQ(of_kind(log, EventKind::flown).size(), 2U * 60) << "no sortie is wasted";
    EXPECT_EQ(food_ended(log, Reason::no_drop_zone), Mass::tonnes(60)) << "every second one was to go to two";
}

TEST(AirDrop, GoesWhereCoverIsLeastWhileAidGoesByNeed) {
    auto small = airy();
    small.add_second_community();
    small.record.communities.find("two")->drop_zone = DropZone::high;
    auto terms = test::agreement_of({"needs_based: {}"}).terms;
    terms.push_back(air_drop({"one", "two"}));
    for (const std::uint16_t needy : {std::uint16_t{0}, std::uint16_t{1}}) {
        small.record.enclaves[needy].opening_stock = one_day * 2;
        small.record.enclaves[1U - needy].opening_stock = one_day * 60;
        const auto log = test::run_under(small, agreement_from(0, "need", terms), Arm::as_signed);
        const auto flown = of_kind(log, EventKind::flown);
        ASSERT_GT(flown.size(), 8U);
        for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(flown[i].community, needy) << i;
    }
}

TEST(AirDrop, ChangesNothingBeforeTheAgreement) {
    auto small = airy();
    small.make_chancy();
    const auto model =
        test::model_of(small, {agreement_from(17.5, "none", {}), agreement_from(17.5, "air", {of_nobody()})});
    const auto before = [](const Event& e) { return e.at_s < 17 * 86'400 + 43'200; };
    for (std::uint32_t r = 0; r < 20; ++r) {
        EXPECT_EQ(test::where(test::log_of(model, {5, r}, 0, Arm::as_kept), before),
                  test::where(test::log_of(model, {5, r}, 1, Arm::as_kept), before));
    }
}

TEST(AirDrop, TermThatIsNotThereLeavesScenariosWithAircraftAsTheyWere) {
    auto with = airy();
    with.make_chancy();
    auto without = with;
    without.record.air_operations.clear();
    for (std::uint32_t r = 0; r < 20; ++r) EXPECT_EQ(test::run_alone(with, {6, r}), test::run_alone(without, {6, r}));
}

}  // namespace
}  // namespace aidway
