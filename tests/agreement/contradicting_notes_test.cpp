// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/air_scenario.hpp"
#include "support/noticed.hpp"
#include "support/violent_scenario.hpp"

namespace aidway {
namespace {

using test::noticed;
using test::SmallScenario;
using testing::ElementsAre;
using testing::IsEmpty;

std::string drops_at(const std::string& places, const std::string& more = {}) {
    return "air_delivery: {operation: drops, method: drop, to: [" + places + "]" + more + "}";
}

TEST(Repeated, FlightsOfOneOperationThatALaterTermSends) {
    const auto once = drops_at("one"), again = "{name: again, " + drops_at("one", ", sorties_per_day: 1") + "}";
    EXPECT_THAT(noticed(test::airy(), {once, again}),
                ElementsAre("x.yaml:1:1: 'air_delivery/drops' is overridden by 'again', which comes after it and sends "
                            "the same aircraft"));
    EXPECT_THAT(noticed(test::airy(), {once, "{after: 5 d, name: again, " + drops_at("one") + "}"}), IsEmpty())
        << "it flies for five days";
}

TEST(Repeated, AidByNeedTwice) {
    EXPECT_THAT(noticed(SmallScenario(), {"needs_based: {}", "{name: again, needs_based: {}}"}),
                ElementsAre("x.yaml:2:1: 'again' says nothing new: 'needs_based/by_need' says it all"));
    EXPECT_THAT(
        noticed(SmallScenario(), {"needs_based: {}", "needs_based: {undo_links: true}"}),
        ElementsAre("x.yaml:1:1: 'needs_based/by_need' says nothing new: 'needs_based/undo_links' says it all"));
    EXPECT_THAT(
        noticed(SmallScenario(), {"{lasting: 5 d, needs_based: {}}", "{after: 5 d, name: again, needs_based: {}}"}),
        IsEmpty());
}

TEST(Repeated, ACessationByTheSamePartiesTwice) {
    auto small = test::shelled(1);
    small.record.violence->by.add("mortars", test::incidents_by("opp", ViolenceKind::shelling, 1));
    const std::string all = "cease_hostilities: {parties: [gov, opp]}";
    EXPECT_THAT(noticed(small, {"{name: guns, cease_hostilities: {parties: [opp, gov], kinds: [shelling]}}", all}),
                ElementsAre("x.yaml:1:1: 'guns' says nothing new: 'cease_hostilities/gov+opp' says it all"));
    EXPECT_THAT(
        noticed(small, {all, "{name: front, cease_hostilities: {parties: [gov, opp], no_gain_of_ground: true}}"}),
        ElementsAre("x.yaml:1:1: 'cease_hostilities/gov+opp' says nothing new: 'front' says it all"));
    EXPECT_THAT(noticed(small, {all, "cease_hostilities: {parties: [gov]}"}), IsEmpty()) << "gov binds itself twice";
    EXPECT_THAT(noticed(small, {"{lasting: 5 d, " + all + "}", "{after: 5 d, name: again, " + all + "}"}), IsEmpty());
}

TEST(DropZones, ADropWhereNothingCanBeDropped) {
    auto small = test::airy();
    small.add_second_community();
    small.record.communities.find("one")->drop_zone = DropZone::high;
    small.record.communities.find("two")->drop_zone = DropZone::none;
    EXPECT_THAT(noticed(small, {drops_at("two")}),
                ElementsAre("x.yaml:1:1: 'air_delivery/drops' drops nothing: Two has no drop zone"));
    EXPECT_THAT(noticed(small, {drops_at("one, two")}),
                ElementsAre("x.yaml:1:1: 'air_delivery/drops' drops nothing at Two, which has no drop zone"));
    EXPECT_THAT(noticed(small, {drops_at("one")}), IsEmpty());
}

TEST(DropZones, FromTooHigh) {
    auto small = test::airy();
    small.record.communities.find("one")->drop_zone = DropZone::low;
    EXPECT_THAT(noticed(small, {drops_at("one")}),
                ElementsAre("x.yaml:1:1: 'air_delivery/drops' drops nothing: One has no drop zone for drops from high "
                            "altitude"));
    test::operation(small, "drops").altitude = DropAltitude::low;
    EXPECT_THAT(noticed(small, {drops_at("one")}), IsEmpty());
}

TEST(TurnedBack, AllConvoysAtAGateThatAnotherTermOpens) {
    const std::string open = "open_road: {road: a, for: [aid]}";
    EXPECT_THAT(noticed(SmallScenario(), {open, "checkpoint: {gates: [a], turn_back: 1}"}),
                ElementsAre("x.yaml:2:1: 'checkpoint/a' turns every convoy back at Gate a, open to aid by "
                            "'open_road/a'"));
    EXPECT_THAT(noticed(SmallScenario(), {open, "checkpoint: {gates: [a], turn_back: 0.99}"}), IsEmpty());
    EXPECT_THAT(noticed(SmallScenario(), {open, "checkpoint: {gates: [b], turn_back: 1}"}), IsEmpty());
    EXPECT_THAT(
        noticed(SmallScenario(), {"open_road: {road: a, for: [goods]}", "checkpoint: {gates: [a], turn_back: 1}"}),
        IsEmpty())
        << "traders are no convoy";
    EXPECT_THAT(noticed(SmallScenario(), {"{lasting: 5 d, " + open + "}",
                                          "{after: 5 d, checkpoint: {gates: [a], "
                                          "turn_back: 1}}"}),
                IsEmpty());
}

}  // namespace
}  // namespace aidway
