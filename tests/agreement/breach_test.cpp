// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "agreement/chapters.hpp"
#include "support/read_agreement.hpp"
#include "support/small_scenario.hpp"

namespace aidway {
namespace {

using test::SmallScenario;
using test::told;
using testing::ElementsAre;
using testing::IsEmpty;

SmallScenario besieged() {
    SmallScenario small;
    small.record.violence.emplace();
    small.record.enclaves.find("one")->siege_line = {"a", "b"};
    OverlayRecord bridge;
    bridge.name = "Pontoon bridge";
    bridge.when = OverlayWhen::by_agreement;
    OpenOverlay open;
    open.gate = Name("a");
    open.passing = {Traffic::goods};
    bridge.body = open;
    small.record.overlays.add("pontoon", bridge);
    return small;
}

std::string breach_told(const std::string& term) {
    static const auto scenario = besieged().build();
    return told(*scenario, term).breach;
}

TEST(Breach, OfAnOpenRoadIsWhoeverIsKeptFromPassingWithinItsHours) {
    EXPECT_EQ(breach_told("open_road: {road: a, for: [aid, civilians], hours: 06:00-18:00}"),
              "Aid convoys or civilians are kept from passing Gate a between 06:00 and 18:00.");
    EXPECT_EQ(breach_told("open_road: {road: b, for: [goods]}"),
              "Traders' goods are kept from passing Gate b at any hour.");
    EXPECT_EQ(breach_told("free_movement: {gates: [a, b]}"),
              "Traders' goods or civilians are kept from passing Gate a or Gate b at any hour.");
    EXPECT_EQ(breach_told("lift_siege: {communities: [one]}"),
              "Aid convoys, traders' goods or civilians are kept from passing Gate a or Gate b at any hour.");
}

TEST(Breach, OfACessationIsAnyActOfTheKindsThatItEnds) {
    EXPECT_EQ(breach_told("cease_hostilities: {parties: [gov]}"), "Any act of violence by Government.");
    EXPECT_EQ(breach_told("cease_hostilities: {parties: [gov, opp], kinds: [air_strikes, banned_weapons], "
                          "no_gain_of_ground: true}"),
              "Air strikes or the use of banned weapons by Government or Opposition, and any gain of ground.");
}

TEST(Breach, OfACheckpointIsWhatItSaysDoneOtherwise) {
    EXPECT_EQ(breach_told("checkpoint: {gates: [a, b], inspection: 5 min, lanes: 2, turn_back: 0.1, "
                          "seals_honoured: true}"),
              "At Gate a or Gate b a truck is inspected for longer than 5 minutes, trucks are inspected otherwise than "
              "2 at a time, convoys are turned back more often or something is removed from a sealed aid convoy.");
    EXPECT_EQ(breach_told("protect_cargo: {goods: [food, medicine]}"),
              "Something of Food or Medicine is removed from an aid convoy at any gate.");
    EXPECT_EQ(breach_told("protect_cargo: {goods: [food], gates: [a]}"),
              "Something of Food is removed from an aid convoy at Gate a.");
}

TEST(Breach, OfAPermissionIsAnotherProcedureAndNoLateAnswer) {
    EXPECT_EQ(breach_told("permission: {procedure: notification_only}"), "Aid convoys are asked for more than notice.");
    EXPECT_EQ(breach_told("permission: {procedure: standing}"), "A clearance that stands is asked for anew.");
    EXPECT_EQ(breach_told("permission: {procedure: two_step}"),
              "Aid is permitted by another procedure than this one; an answer that comes late is silence, and no "
              "breach.");
}

TEST(Breach, IsNotToldWhereNobodyIsObliged) {
    EXPECT_EQ(breach_told("apply_overlay: {overlay: pontoon}"), "");
    EXPECT_EQ(breach_told("{apply_overlay: {overlay: pontoon}, obliges: [gov]}"),
              "What 'Pontoon bridge' describes is not brought about, or is undone.");
    auto small = besieged();
    small.hold_gates = false;
    EXPECT_EQ(told(*small.build(), "open_road: {road: a, for: [aid]}").breach, "") << "nobody holds the gate";
}

/// The kinds whose bodies say nothing of breaches.
template <std::size_t... I>
std::vector<std::string> kinds_without_breach(std::index_sequence<I...>) {
    std::vector<std::string> kinds;
    const auto look = [&]<class Body>(std::type_identity<Body>) {
        if constexpr (!requires(const Body& body, const Scenario& scenario) { breach(body, scenario); }) {
            kinds.emplace_back(Body::kind);
        }
    };
    (look(std::type_identity<std::variant_alternative_t<I, TermBody>>{}), ...);
    return kinds;
}

TEST(Breach, IsSaidOfEveryKindOfTerm) {
    EXPECT_THAT(kinds_without_breach(std::make_index_sequence<std::variant_size_v<TermBody>>{}), IsEmpty());
}

template <std::size_t... I>
std::vector<std::string> kinds_without_chapter(std::index_sequence<I...>) {
    std::vector<std::string> kinds;
    const auto look = [&](std::string_view kind) {
        const auto& of = chapters().at(chapter_of(kind)).kinds;
        if (std::find(of.begin(), of.end(), kind) == of.end()) kinds.emplace_back(kind);
    };
    (look(std::variant_alternative_t<I, TermBody>::kind), ...);
    return kinds;
}

TEST(Chapters, HaveEveryKindOfTermOnce) {
    EXPECT_THAT(kinds_without_chapter(std::make_index_sequence<std::variant_size_v<TermBody>>{}), IsEmpty());
    std::vector<std::string_view> all;
    for (const auto& chapter : chapters()) all.insert(all.end(), chapter.kinds.begin(), chapter.kinds.end());
    auto once = all;
    std::sort(once.begin(), once.end());
    EXPECT_EQ(std::adjacent_find(once.begin(), once.end()), once.end()) << "a kind stands in two chapters";
    EXPECT_EQ(chapters().at(chapter_of("a kind that nobody knows")).title, "Other obligations");
}

TEST(Chapters, ATermNamesEachThingOnce) {
    const auto scenario = besieged().build();
    const auto& record = scenario->record();
    const auto named = [&](const std::string& text) { return references_of(test::read_term(text).term, record); };
    EXPECT_THAT(named("free_movement: {roads: [a], gates: [b, a, b]}"),
                ElementsAre(Reference{"road", "a"}, Reference{"gate", "b"}, Reference{"gate", "a"}));
    EXPECT_THAT(named("permission: {procedure: two_step}"), IsEmpty());
    EXPECT_EQ(title_of({"road", "a"}, record), "Road a");
    EXPECT_EQ(title_of({"class of goods", "food"}, record), "Food");
    EXPECT_EQ(title_of({"monitor", "watch"}, record), "watch") << "what has no other name keeps its own";
}

}  // namespace
}  // namespace aidway
