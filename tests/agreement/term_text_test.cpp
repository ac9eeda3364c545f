// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "agreement/agreement.hpp"
#include "io/scenario_folder.hpp"
#include "io/yaml.hpp"
#include "support/folders.hpp"

namespace aidway {
namespace {

const Scenario& tiny() {
    static const auto folder = read_scenario_folder(test_data() / "tiny");
    return *folder.scenario;
}

/// The term as a file has it, with its faults.
struct TermRead {
    Term term;
    std::vector<std::string> faults;
};

TermRead read_term(const std::string& text) {
    TermRead result;
    Reading reading;
    read(parse_yaml("t", text, reading.faults), {"t", "", ""}, result.term, reading);
    for (const auto& fault : reading.faults) result.faults.push_back(fault.text());
    return result;
}

TermText told(const std::string& text) {
    const auto result = read_term(text);
    EXPECT_THAT(result.faults, testing::IsEmpty());
    Agreement agreement;
    agreement.terms = {result.term};
    return describe_terms(tiny(), agreement).at(0);
}

TEST(TermText, AnOpenRoadNamesTrafficHoursAndGates) {
    EXPECT_EQ(
        told("open_road: {road: river, for: [aid], hours: 06:00-18:00}").sentence,
        "River Road is open to aid convoys, every day from 06:00 to 18:00, through Harbour gate and Wend bridge.");
    EXPECT_EQ(told("open_road: {road: hill, for: [aid, goods, civilians]}").sentence,
              "Hill Road is open to aid convoys, traders' goods and civilians, at all hours, through Hill pass.");
}

TEST(TermText, ANotificationAsksNobody) {
    EXPECT_EQ(told("permission: {procedure: notification_only}").sentence,
              "Aid convoys are notified to The Crown; no permission is asked.");
}

TEST(TermText, APermissionSaysWhatTheScenarioLeavesUnsaid) {
    EXPECT_EQ(told("permission: {procedure: two_step}").sentence,
              "Aid convoys need the consent of The Crown, then a letter. An answer is due within 5 days; silence means "
              "refusal. A plan for 20 days is asked for anew each time.");
    EXPECT_EQ(
        told("permission: {procedure: standing, deciders: [crown, league], deadline: 36 h, silence_means: consent}")
            .sentence,
        "Aid convoys need the consent of The Crown and The River League, then a letter. An answer is due within 36 "
        "hours; silence means consent. One clearance stands for good.");
}

TEST(TermText, ATermHasTheNameOfItsKindAndObject) {
    EXPECT_EQ(told("open_road: {road: river, for: [aid]}").name, "open_road/river");
    EXPECT_EQ(told("permission: {procedure: standing}").name, "permission/standing");
    EXPECT_EQ(told("{name: ferry, open_road: {road: river, for: [aid]}}").name, "ferry");
    EXPECT_EQ(told("permission: {procedure: standing}").kind, "permission");
}

TEST(TermText, ARoadObligesWhoHoldsItsGatesUnlessOthersAreNamed) {
    EXPECT_THAT(told("open_road: {road: river, for: [aid]}").obliges,
                testing::ElementsAre("The Crown", "The River League"));
    EXPECT_THAT(told("open_road: {road: hill, for: [aid]}").obliges, testing::ElementsAre("The River League"));
    EXPECT_THAT(told("{open_road: {road: hill, for: [aid]}, obliges: [crown, crown]}").obliges,
                testing::ElementsAre("The Crown"));
    EXPECT_THAT(told("permission: {procedure: two_step, deciders: [league]}").obliges,
                testing::ElementsAre("The River League"));
}

TEST(TermText, ATermThatIsSwitchedOffSaysSo) {
    EXPECT_FALSE(told("{on: false, open_road: {road: river, for: [aid]}}").on);
    EXPECT_TRUE(told("open_road: {road: river, for: [aid]}").on);
}

struct Refusal {
    std::string text;
    std::vector<std::string> expected;
};

TEST(TermText, RefusesWhatIsNoTerm) {
    const std::vector<Refusal> refusals{
        {"open_road: {for: [aid]}", {"t:1:12: missing key 'road': a road of the scenario"}},
        {"open_road: {road: river}", {"t:1:12: missing key 'for': who may pass: aid, goods, civilians"}},
        {"open_road: {road: river, for: aid}", {"t:1:31: expected a list: write [aid]"}},
        {"open_road: river",
         {"t:1:12: expected a mapping (A named road is open; aid on it needs notification only, "
          "while the obliged keep it.), got a value"}},
        {"open_rode: {road: river, for: [aid]}", {"t:1:1: unknown key 'open_rode'; did you mean 'open_road'?"}},
        {"cite: letter",
         {"t:1:1: missing one of the keys open_road, permission, protect_cargo, checkpoint, cease_hostilities, "
          "lift_siege, free_movement, apply_overlay, ground_aircraft, demilitarise, air_delivery, needs_based, "
          "open_crossing, monitor, consequence, publish_terms, obligation: what the term says"}},
        {"{permission: {procedure: standing}, open_road: {road: river, for: [aid]}}",
         {"t:1:37: 'open_road' stands beside 'permission' of line 1: give one of them"}},
        {"permission: {procedure: stading}",
         {"t:1:25: 'stading' is not two_step, notification_only or standing; did you mean 'standing'?"}},
        {"permission: {procedure: standing, deadline: 0 d}", {"t:1:45: '0 d' is out of range: must be more than 0 s"}},
        {"permission: {procedure: standing, deadline: 3}",
         {"t:1:45: '3' is not a duration: write a number with its unit, e.g. '7 d'"}},
    };
    for (const auto& [text, expected] : refusals) EXPECT_EQ(read_term(text).faults, expected) << text;
}

}  // namespace
}  // namespace aidway
