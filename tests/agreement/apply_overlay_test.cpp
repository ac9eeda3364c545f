// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "io/scenario_folder.hpp"
#include "support/folder_copy.hpp"
#include "support/folders.hpp"
#include "support/read_agreement.hpp"

namespace aidway {
namespace {

using test::faults_of_term;
using test::FolderCopy;
using test::rules_of;
using test::told;
using testing::ElementsAre;
using testing::IsEmpty;

/// The tiny scenario with overlays that wait, and one that does not.
std::shared_ptr<const Scenario> waiting() {
    const FolderCopy copy(test_data() / "tiny");
    copy.apply(test::replace("scenario.yaml", "gates:\n",
                             "overlays:\n"
                             "  slide: {name: Landslide, when: by_agreement, close: {gate: pass}}\n"
                             "  mud: {name: Mud, when: by_agreement, slow: {road: hill, factor: 0.5}, "
                             "from: 2016-06-21, to: 2016-07-11}\n"
                             "  ferry: {name: A ferry, when: by_agreement, add: {line: [[5.0, 0.2], [5.1, 0.12]]}}\n"
                             "  wreck: {name: A wreck, close: {gate: harbour}, from: 2016-07-30}\n"
                             "gates:\n"));
    return read_scenario_folder(copy.path()).scenario;
}

Access aid(const Scenario& scenario, const Rules& rules, const char* gate, int day, bool kept = true) {
    const std::vector<std::uint8_t> all(rules.obligations.size(), kept ? 1 : 0);
    return rules.passage.leave(*scenario.find_gate(gate), Traffic::aid, scenario.calendar().from + one_day * day, all)
        .access;
}

TEST(ApplyOverlay, LaysItFromTheAgreementOnAndLeavesTheScenarioAsItIs) {
    const auto scenario = waiting();
    const auto before = scenario->baseline();
    const auto digest = scenario->digest();
    const auto rules = rules_of(*scenario, {"apply_overlay: {overlay: slide}", "apply_overlay: {overlay: ferry}"}, 5);
    EXPECT_EQ(aid(*scenario, rules, "pass", 4), Access::by_clearance);
    EXPECT_EQ(aid(*scenario, rules, "pass", 5), Access::closed);
    EXPECT_EQ(aid(*scenario, rules, "ferry", 4), Access::closed);
    EXPECT_EQ(aid(*scenario, rules, "ferry", 5), Access::open);
    EXPECT_TRUE(rules.asks_anew) << "a road opens to aid";
    EXPECT_EQ(scenario->baseline(), before);
    EXPECT_EQ(scenario->digest(), digest);
    EXPECT_EQ(rules_of(*scenario, {}).passage, before) << "another agreement knows nothing of it";
}

TEST(ApplyOverlay, HoldsWhileThosePromiseItWhoAreNamed) {
    const auto scenario = waiting();
    const auto rules = rules_of(*scenario, {"{apply_overlay: {overlay: ferry}, obliges: [crown]}"});
    EXPECT_EQ(aid(*scenario, rules, "ferry", 9, true), Access::open);
    EXPECT_EQ(aid(*scenario, rules, "ferry", 9, false), Access::closed);
    EXPECT_THAT(rules_of(*scenario, {"apply_overlay: {overlay: ferry}"}).obligations, IsEmpty());
}

TEST(ApplyOverlay, SlowsWithinTheDatesOfTheOverlayAndOfTheTerm) {
    const auto scenario = waiting();
    const auto rules = rules_of(*scenario, {"{apply_overlay: {overlay: mud}, lasting: 30 d}"}, 5);
    const auto slowed = [&](int day) { return slowed_by(rules.slowings, scenario->calendar().from + one_day * day); };
    EXPECT_EQ(slowed(19), 0U);
    EXPECT_EQ(slowed(20), 0b10U);
    EXPECT_EQ(slowed(34), 0b10U);
    EXPECT_EQ(slowed(35), 0U) << "the term is over before the mud dries";
    EXPECT_THAT(sets_of(rules.slowings), ElementsAre(0U, 0b10U));
}

TEST(ApplyOverlay, SaysSoInPlainLanguage) {
    const auto scenario = waiting();
    EXPECT_EQ(told(*scenario, "apply_overlay: {overlay: slide}").sentence, "Landslide: nobody passes Hill pass.");
    EXPECT_EQ(told(*scenario, "apply_overlay: {overlay: mud}").sentence,
              "Mud: vehicles drive at 50 % of their speed on the road 'hill'.");
    EXPECT_EQ(told(*scenario, "apply_overlay: {overlay: ferry}").sentence,
              "A ferry: a further road is open to aid convoys, traders' goods and civilians.");
}

TEST(ApplyOverlay, IsRefusedWhereItCannotBeMeant) {
    const auto scenario = waiting();
    const auto& record = scenario->record();
    EXPECT_THAT(faults_of_term("apply_overlay: {overlay: slid}", record),
                ElementsAre("t:1:26: no overlay 'slid' in scenario.yaml; did you mean 'slide'?"));
    EXPECT_THAT(faults_of_term("apply_overlay: {overlay: wreck}", record),
                ElementsAre("t:1:26: overlay 'wreck' lies there anyway; it waits for an agreement with "
                            "'when: by_agreement'"));
    EXPECT_THAT(faults_of_term("{apply_overlay: {overlay: mud}, obliges: [crown]}", record),
                ElementsAre("t:1:27: overlay 'mud' slows a road whether or not anybody keeps his word: leave out "
                            "'obliges'"));
    EXPECT_THAT(faults_of_term("apply_overlay: {overlay: slide}", record), IsEmpty());
}

}  // namespace
}  // namespace aidway
