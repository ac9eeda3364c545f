// SPDX-License-Identifier: Apache-2.0
// Places for which no convoys are planned live beside the others and take nothing from them.
#include <gtest/gtest.h>

#include "support/run_model.hpp"

namespace aidway {
namespace {

constexpr std::uint16_t one = 0, two = 1;

test::SmallScenario two_places(bool aid_for_two) {
    test::SmallScenario small;
    small.make_chancy();
    small.add_second_community();
    small.record.communities.find("two")->aid = aid_for_two;
    return small;
}

std::size_t plans_for(const test::Log& log, std::uint16_t community) {
    return test::where(log,
                       [=](const Event& e) {
                           return e.community == community &&
                                  (e.kind == EventKind::planned || e.kind == EventKind::request_submitted ||
                                   e.kind == EventKind::convoy_departed || e.kind == EventKind::ended);
                       })
        .size();
}

test::Log about(const test::Log& log, std::uint16_t community) {
    return test::where(log, [=](const Event& e) { return e.community == community; });
}

TEST(ServedPlaces, NothingIsPlannedForAPlaceWithoutAid) {
    const auto log = test::run_alone(two_places(false));
    EXPECT_EQ(plans_for(log, two), 0U);
    EXPECT_GT(plans_for(log, one), 0U);
    EXPECT_FALSE(test::where(log, [](const Event& e) {
                     return e.community == two && e.kind == EventKind::eaten && e.mass > Mass{};
                 }).empty());
    EXPECT_GT(plans_for(test::run_alone(two_places(true)), two), 0U);
}

TEST(ServedPlaces, APlaceWithoutAidTakesNothingFromTheOthers) {
    test::SmallScenario alone;
    alone.make_chancy();
    bool rivals = false;
    for (std::uint32_t r = 0; r < 50; ++r) {
        const auto by_itself = about(test::run_alone(alone, {9, r}), one);
        EXPECT_EQ(about(test::run_alone(two_places(false), {9, r}), one), by_itself) << r;
        rivals = rivals || about(test::run_alone(two_places(true), {9, r}), one) != by_itself;
    }
    EXPECT_TRUE(rivals);
}

TEST(ServedPlaces, AnAgreementPlansNothingAnewForAPlaceWithoutAid) {
    const auto agreement = test::agreement_from(12.5, "n", {test::permission_by(Procedure::notification_only)});
    EXPECT_EQ(plans_for(test::run_under(two_places(false), agreement, Arm::as_signed), two), 0U);
    EXPECT_GT(plans_for(test::run_under(two_places(true), agreement, Arm::as_signed), two), 0U);
}

}  // namespace
}  // namespace aidway
