// SPDX-License-Identifier: Apache-2.0
#include "agreement/notes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreement/notes/note_scope.hpp"
#include "support/noticed.hpp"
#include "support/read_agreement.hpp"
#include "support/small_scenario.hpp"

namespace aidway {
namespace {

using test::noticed;
using test::SmallScenario;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Goods are removed, so that protecting them has a meaning; gate a inspects and gate b does not.
SmallScenario usual() {
    SmallScenario small;
    small.record.goods.find("food")->removed.chance = Probability(0.1);
    small.record.gates.find("b")->inspection = Duration{0};
    return small;
}

std::vector<std::string> noticed(const std::vector<std::string>& texts) { return test::noticed(usual(), texts); }

TEST(Notes, ATermThatBeginsAfterThePeriod) {
    EXPECT_THAT(noticed({"{after: 55 d, open_road: {road: a, for: [aid]}}"}),
                ElementsAre("x.yaml:1:1: 'open_road/a' never holds: the period ends before it begins"));
    EXPECT_THAT(noticed({"{after: 54 d, open_road: {road: a, for: [aid]}}"}), IsEmpty());
}

TEST(Notes, ARenewalThatIsNeverDue) {
    EXPECT_THAT(noticed({"{renewal: 10 d, lasting: 10 d, open_road: {road: a, for: [aid]}}"}),
                ElementsAre("x.yaml:1:1: 'open_road/a' is never asked to be renewed: it ends after 10 days, and its "
                            "renewal is due every 10 days"));
    EXPECT_THAT(noticed({"{renewal: 9 d, lasting: 10 d, open_road: {road: a, for: [aid]}}"}), IsEmpty());
}

TEST(Notes, ATermThatOutlastsThePeriod) {
    EXPECT_THAT(noticed({"{lasting: 56 d, open_road: {road: a, for: [aid]}}"}),
                ElementsAre("x.yaml:1:1: 'open_road/a' lasts longer than the period: it ends with it, after 55 days"));
    EXPECT_THAT(noticed({"{lasting: 55 d, open_road: {road: a, for: [aid]}}"}), IsEmpty());
}

TEST(Notes, ATermThatItsOwnAgreementSwitchesOff) {
    EXPECT_THAT(noticed({"{on: false, open_road: {road: a, for: [aid]}}"}),
                ElementsAre("x.yaml:1:1: 'open_road/a' is switched off where it is written: it has no effect"));
    auto off = test::agreement_of({"{on: false, open_road: {road: a, for: [aid]}}"}).terms;
    off[0].place.agreement = "another";
    EXPECT_THAT(notes_on(*usual().build(), test::agreement_from(5, "x", off)), IsEmpty()) << "inherited, and meant so";
}

TEST(Notes, APermissionThatALaterOneOverrides) {
    EXPECT_THAT(noticed({"permission: {procedure: standing}", "permission: {procedure: two_step}"}),
                ElementsAre("x.yaml:1:1: 'permission/standing' is overridden by 'permission/two_step', which comes "
                            "after it"));
    EXPECT_THAT(
        noticed({"permission: {procedure: standing}", "{on: false, name: y, permission: {procedure: two_step}}"}),
        ElementsAre("x.yaml:2:1: 'y' is switched off where it is written: it has no effect"));
}

TEST(Notes, ACheckpointThatALaterOneOverrides) {
    EXPECT_THAT(noticed({"checkpoint: {gates: [a], inspection: 5 min, turn_back: 0.1}",
                         "checkpoint: {gates: [b, a], inspection: 2 min}"}),
                ElementsAre("x.yaml:1:1: 'checkpoint/a' is overridden in inspection at Gate a by 'checkpoint/b+a', "
                            "which comes after it"));
    EXPECT_THAT(noticed({"checkpoint: {gates: [a], turn_back: 0.1}", "checkpoint: {gates: [b, a], inspection: 2 min}"}),
                IsEmpty());
    EXPECT_THAT(noticed({"checkpoint: {gates: [a], inspection: 5 min}",
                         "{after: 1 d, checkpoint: {gates: [b, a], inspection: 2 min}}"}),
                IsEmpty())
        << "it holds for a day";
}

TEST(Notes, ATermThatOpensWhatIsOpen) {
    EXPECT_THAT(noticed({"open_road: {road: a, for: [goods, civilians]}", "free_movement: {gates: [a]}"}),
                ElementsAre("x.yaml:2:1: 'free_movement/a' opens nothing: what it opens is open by 'open_road/a'"))
        << "of two that are alike the later one";
    EXPECT_THAT(noticed({"open_road: {road: a, for: [aid], hours: 06:00-18:00}",
                         "{name: y, open_road: {road: a, for: "
                         "[aid]}}"}),
                ElementsAre("x.yaml:1:1: 'open_road/a' opens nothing: what it opens is open by 'y'"));
    EXPECT_THAT(noticed({"open_road: {road: a, for: [goods]}", "free_movement: {gates: [a]}"}), IsEmpty());
    EXPECT_THAT(
        noticed({"{lasting: 5 d, open_road: {road: a, for: [goods, civilians]}}", "free_movement: {gates: [a]}"}),
        ElementsAre("x.yaml:1:1: 'open_road/a' opens nothing: what it opens is open by 'free_movement/a'"));
}

TEST(Notes, ATermThatOpensWhatIsOpenWithoutIt) {
    auto small = usual();
    small.open_for = {{0, Traffic::goods, 0, 60}};
    EXPECT_THAT(
        noticed(small, {"free_movement: {gates: [a], for: [goods]}"}),
        ElementsAre("x.yaml:1:1: 'free_movement/a' opens nothing: what it opens is open without any agreement"));
    small.open_for = {{0, Traffic::goods, 0, 30}};
    EXPECT_THAT(noticed(small, {"free_movement: {gates: [a], for: [goods]}"}), IsEmpty());
}

TEST(Notes, ATermThatTakesNoLessThanIsTakenWithoutIt) {
    auto small = usual();
    small.record.price.emplace();
    small.record.gates.find("a")->fees = 0.2;
    small.open_for = {{0, Traffic::goods, 0, 60}};
    for (const auto* fees : {"", ", fees: 0.2", ", fees: 0.3"}) {
        EXPECT_THAT(
            noticed(small, {"free_movement: {gates: [a], for: [goods]" + std::string(fees) + "}"}),
            ElementsAre("x.yaml:1:1: 'free_movement/a' opens nothing: what it opens is open without any agreement"));
    }
    EXPECT_THAT(noticed(small, {"free_movement: {gates: [a], for: [goods], fees: 0.1}"}), IsEmpty());
}

TEST(Notes, ACapIsNoOpenGateToWhoeverHasNone) {
    EXPECT_THAT(noticed({"open_road: {road: a, for: [aid], trucks_per_day: 5}",
                         "{name: y, open_road: {road: a, for: "
                         "[aid], trucks_per_day: 9}}"}),
                ElementsAre("x.yaml:1:1: 'open_road/a' opens nothing: what it opens is open by 'y'"));
}

TEST(Notes, NoticeWhereNoClearanceIsAskedFor) {
    const std::vector<std::string> terms{"open_road: {road: a, for: [aid]}",
                                         "permission: {procedure: notification_only}"};
    EXPECT_THAT(noticed(terms), IsEmpty()) << "when the road is not kept, gate a passes by clearance";
    auto small = usual();
    small.aid_at_a = Access::closed;
    EXPECT_THAT(noticed(small, terms),
                ElementsAre("x.yaml:2:1: 'permission/notification_only' changes nothing: no gate lets aid pass by "
                            "clearance, and at open ones notice is enough without it"));
    EXPECT_THAT(noticed(small, {terms[0], "permission: {procedure: standing}"}), IsEmpty());
}

TEST(Notes, ProtectionOfGoodsThatNobodySendsOrTakes) {
    auto small = usual();
    small.record.goods.find("medicine")->per_person_day = MassRate{};
    EXPECT_THAT(noticed(small, {"protect_cargo: {goods: [food, medicine]}"}),
                ElementsAre("x.yaml:1:1: 'protect_cargo/food+medicine' protects Medicine, which nobody sends: no plan "
                            "asks for any"));
    EXPECT_THAT(
        noticed({"protect_cargo: {goods: [medicine]}"}),
        ElementsAre("x.yaml:1:1: 'protect_cargo/medicine' protects Medicine, of which nothing is ever removed"));
    EXPECT_THAT(noticed({"protect_cargo: {goods: [food]}"}), IsEmpty());
    small = usual();
    small.add_uncertain("goods/medicine/removed/chance", Law{LawKind::uniform, {0, 0.1}});
    EXPECT_THAT(noticed(small, {"protect_cargo: {goods: [medicine]}"}), IsEmpty()) << "what is drawn may be more";
}

TEST(Notes, ProtectionAndSealsWhereNobodyInspects) {
    EXPECT_THAT(noticed({"protect_cargo: {goods: [food], gates: [b]}"}),
                ElementsAre("x.yaml:1:1: 'protect_cargo/food' protects nothing: goods are removed where trucks are "
                            "inspected, and none is at these gates"));
    EXPECT_THAT(noticed({"checkpoint: {gates: [a, b], seals_honoured: true}"}),
                ElementsAre("x.yaml:1:1: 'checkpoint/a+b' speaks of lanes or seals at Gate b, where no truck is "
                            "inspected"));
    EXPECT_THAT(noticed({"protect_cargo: {goods: [food], gates: [b]}", "checkpoint: {gates: [b], inspection: 1 min}"}),
                IsEmpty());
    EXPECT_THAT(noticed({"checkpoint: {gates: [b], turn_back: 0.1}"}), IsEmpty());
}

TEST(Notes, AnEndToViolenceThatNobodyCommits) {
    auto small = usual();
    small.record.violence.emplace().by.add("guns",
                                           {"gov", ViolenceKind::shelling, Hazard(1), Probability(0), Probability(1)});
    EXPECT_THAT(noticed(small, {"cease_hostilities: {parties: [gov, opp], kinds: [shelling, arrests]}"}),
                ElementsAre("x.yaml:1:1: 'cease_hostilities/gov+opp' ends arrests, and the scenario has none by these "
                            "parties",
                            "x.yaml:1:1: 'cease_hostilities/gov+opp' has Opposition end violence, and the scenario has "
                            "none by that party"));
    EXPECT_THAT(noticed(small, {"cease_hostilities: {parties: [gov], kinds: [shelling]}"}), IsEmpty());
    EXPECT_THAT(noticed(small, {"cease_hostilities: {parties: [gov]}"}), IsEmpty());
}

TEST(Notes, AnEndToViolenceInATheatreWhereNobodyCommitsIt) {
    auto small = usual();
    auto& violence = small.record.violence.emplace();
    const auto add = [&](const std::string& party, const std::string& theatre) {
        IncidentSourceRecord guns{party, ViolenceKind::shelling, Hazard(1), Probability(0), Probability(1)};
        guns.theatre = Name(theatre);
        violence.by.add(party + "-" + theatre, guns);
    };
    add("gov", "east");
    EXPECT_THAT(noticed(small, {"cease_hostilities: {parties: [gov], theatre: east, no_gain_of_ground: true}"}),
                IsEmpty());
    add("opp", "west");
    EXPECT_THAT(
        noticed(small, {"cease_hostilities: {parties: [gov, opp], theatre: east}"}),
        ElementsAre("x.yaml:1:1: 'cease_hostilities/gov+opp+east' has Opposition end violence, and the scenario "
                    "has none by that party in that theatre"));
    EXPECT_THAT(
        noticed(small, {"cease_hostilities: {parties: [gov], theatre: west, kinds: [shelling]}"}),
        ElementsAre("x.yaml:1:1: 'cease_hostilities/gov+west' ends shelling, and the scenario has none by that "
                    "party in that theatre",
                    "x.yaml:1:1: 'cease_hostilities/gov+west' has Government end violence, and the scenario has "
                    "none by that party in that theatre"));
    EXPECT_THAT(
        noticed(small, {"cease_hostilities: {parties: [gov], theatre: east, no_gain_of_ground: true}"}),
        ElementsAre("x.yaml:1:1: 'cease_hostilities/gov+east' holds the whole front still, not only that of its "
                    "theatre: a scenario has one front"));
    EXPECT_THAT(noticed(small, {"cease_hostilities: {parties: [gov]}",
                                "{name: y, cease_hostilities: {parties: [gov], theatre: east}}"}),
                ElementsAre("x.yaml:2:1: 'y' says nothing new: 'cease_hostilities/gov' says it all"));
}

SmallScenario with_bridge(const std::string& from, const std::string& to) {
    auto small = usual();
    OverlayRecord bridge;
    bridge.name = "Pontoon";
    bridge.when = OverlayWhen::by_agreement;
    bridge.from = parse_local_time(from);
    bridge.to = parse_local_time(to);
    CloseOverlay close;
    close.gate = Name("a");
    bridge.body = close;
    small.record.overlays.add("pontoon", bridge);
    return small;
}

TEST(Notes, AnOverlayThatNoAgreementLays) {
    const auto scenario = with_bridge("2016-07-07", "2016-09-01").build();
    const auto notes = notes_on_overlays(*scenario, {test::agreement_from(5, "x", {})});
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_EQ(notes[0].text(), "scenario.yaml: overlay 'pontoon' waits for an agreement, and no agreement lays it");
    const auto laid = test::agreement_from(5, "x", test::agreement_of({"apply_overlay: {overlay: pontoon}"}).terms);
    EXPECT_THAT(notes_on_overlays(*scenario, {laid}), IsEmpty());
}

TEST(Notes, AnObligationAboutGatesOfWhoeverHoldsNone) {
    auto small = usual();
    small.hold_gates = true;
    EXPECT_THAT(noticed(small, {"{open_road: {road: a, for: [aid]}, obliges: [opp]}"}),
                ElementsAre("x.yaml:1:1: 'open_road/a' obliges Opposition, and they hold none of its gates"));
    EXPECT_THAT(noticed(small, {"{open_road: {road: a, for: [aid]}, obliges: [gov]}"}), IsEmpty());
    EXPECT_THAT(noticed(small, {"{open_road: {road: a, for: [aid]}}"}), IsEmpty());
}

TEST(Notes, ACheckpointOfWhoeverHoldsNoneOfItsGates) {
    EXPECT_THAT(noticed({"{checkpoint: {gates: [a], inspection: 5 min}, obliges: [gov, opp]}"}),
                ElementsAre("x.yaml:1:1: 'checkpoint/a' obliges Opposition, and they hold none of its gates"));
    EXPECT_THAT(noticed({"checkpoint: {gates: [a], by: opp, inspection: 5 min}"}),
                ElementsAre("x.yaml:1:1: 'checkpoint/a' is run by Opposition, and they hold none of its gates"));
    EXPECT_THAT(noticed({"{checkpoint: {gates: [a, b], by: opp, inspection: 5 min}, obliges: [gov, opp]}"}), IsEmpty())
        << "opp holds gate b";
    auto small = usual();
    small.hold_gates = false;
    EXPECT_THAT(noticed(small, {"checkpoint: {gates: [a], by: opp, inspection: 5 min}"}), IsEmpty())
        << "the scenario does not say who holds what";
}

TEST(Notes, AMonitorThatNobodyAdmits) {
    auto small = usual();
    small.record.violence.emplace();
    const std::string independent = "monitor: {by: independent, coverage: 0.5, attribution: 0.9}";
    EXPECT_THAT(noticed(small, {independent}),
                Contains("x.yaml:1:1: 'monitor/independent' obliges nobody to admit it: it sees all that it can from "
                         "its first day; name under 'obliges' who must let it work"));
    EXPECT_THAT(noticed(small, {"{" + independent + ", obliges: [gov]}"}), Not(Contains(HasSubstr("obliges nobody"))));
}

TEST(Notes, AMonitorWhoseAccessNobodyPromises) {
    auto small = usual();
    MonitorRecord observers;
    observers.name = "Observers";
    observers.admitted_by = {"gov", "opp"};
    small.record.monitors.add("observers", observers);
    EXPECT_THAT(
        noticed(small, {"{monitor: {by: observers}, obliges: [gov]}"}),
        Contains(
            "x.yaml:1:1: 'monitor/observers' needs the access of Opposition, and does not oblige them to give it"));
    EXPECT_THAT(noticed(small, {"{monitor: {by: observers}, obliges: [gov, opp]}"}),
                Not(Contains(HasSubstr("needs the access"))));
    EXPECT_THAT(noticed(small, {"{monitor: {by: observers}}"}),
                Not(Contains(testing::AnyOf(HasSubstr("needs the access"), HasSubstr("obliges nobody")))))
        << "it obliges both by itself";
}

TEST(Notes, AConsequenceNeedsSomebodyWhoReports) {
    EXPECT_EQ(lacks_company("consequence", {"open_road", "consequence"}),
              "can never be triggered: no term has anybody watch and report");
    EXPECT_EQ(lacks_company("consequence", {"monitor", "consequence"}), "");
    EXPECT_EQ(lacks_company("monitor", {"monitor"}), "");
}

TEST(Notes, AreOrderedByPlace) {
    EXPECT_THAT(noticed({"checkpoint: {gates: [b], lanes: 2}", "{after: 55 d, open_road: {road: a, for: [aid]}}"}),
                ElementsAre(testing::HasSubstr("x.yaml:1:1"), testing::HasSubstr("x.yaml:2:1")));
}

}  // namespace
}  // namespace aidway
