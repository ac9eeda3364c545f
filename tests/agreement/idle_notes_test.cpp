// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/noticed.hpp"
#include "support/violent_scenario.hpp"

namespace aidway {
namespace {

using test::noticed;
using test::SmallScenario;
using testing::ElementsAre;
using testing::IsEmpty;

/// The guns of gov shell a place 3 km north of one, and its aircraft strike one 300 km away.
SmallScenario at_war() {
    auto small = test::shelled(1);
    small.record.violence->where.add("near", {test::small_place(3), 1.0});
    small.record.violence->by.add("aircraft", test::incidents_by("gov", ViolenceKind::air_strikes, 1));
    return small;
}

const std::string watched = "{monitor: {by: independent, coverage: 0.6, attribution: 0.9}, obliges: [gov, opp]}";
const std::string guns_end = "cease_hostilities: {parties: [gov]}";
const std::string sanctions = "consequence: {after: 3 reports in 7 d, effect: sanctions, lasting: 7 d}";

std::string consequence(const std::string& more, const std::string& effect = "sanctions") {
    return "consequence: {after: 3 reports in 7 d, effect: " + effect + ", lasting: 7 d, " + more + "}";
}

std::string monitor(const std::string& more, const std::string& coverage = "0.6") {
    return "{monitor: {by: independent, coverage: " + coverage + ", attribution: 0.9, " + more +
           "}, obliges: [gov, opp]}";
}

TEST(IdleConsequences, NoneWhereSomebodySeesWhatATermBans) {
    EXPECT_THAT(noticed(at_war(), {guns_end, watched, sanctions}), IsEmpty());
}

TEST(IdleConsequences, ThatNothingCanTriggerAsNothingIsBanned) {
    EXPECT_THAT(
        noticed(at_war(), {"open_road: {road: a, for: [aid]}", watched, sanctions}),
        ElementsAre(
            "x.yaml:2:1: 'monitor/independent' sees no breach: no term bans violence that the scenario has, and "
            "monitors watch nothing else",
            "x.yaml:3:1: 'consequence/sanctions' can never be triggered: no term bans violence that the "
            "scenario has, and monitors watch nothing else"));
}

TEST(IdleConsequences, AgainstAPartyThatNothingBinds) {
    const std::string against_opp =
        "x.yaml:3:1: 'consequence/sanctions' can never be triggered: no term bans violence by Opposition that the "
        "scenario has, and monitors watch nothing else";
    EXPECT_THAT(noticed(at_war(), {guns_end, watched, consequence("against: opp")}), ElementsAre(against_opp));
    EXPECT_THAT(noticed(at_war(), {guns_end, watched, consequence("against: gov")}), IsEmpty());
}

TEST(IdleConsequences, ThatWrongReportsAloneCanTrigger) {
    const std::string wrong =
        "x.yaml:3:1: 'consequence/sanctions' can be triggered by wrong reports alone: no term bans violence by "
        "Opposition that the scenario has, and monitors watch nothing else";
    EXPECT_THAT(noticed(at_war(), {guns_end, monitor("misattributed: 0.02"), consequence("against: opp")}),
                ElementsAre(wrong));
    EXPECT_THAT(noticed(at_war(), {guns_end, monitor("false_reports: 0.02 /d"), consequence("against: opp")}),
                ElementsAre(wrong))
        << "opp is bound: it must admit the monitor";
}

TEST(IdleConsequences, ThatCountReportsOfWhoSeesOrNamesNobody) {
    const std::string none =
        "'consequence/sanctions' can never be triggered: of the violence that terms ban, those whose reports it counts "
        "see none, name nobody, or come too late";
    EXPECT_THAT(
        noticed(at_war(),
                {guns_end, "{monitor: {by: independent, coverage: 0.6, attribution: 0}, obliges: [gov]}", sanctions}),
        ElementsAre("x.yaml:3:1: " + none));
    EXPECT_THAT(noticed(at_war(), {"{after: 20 d, " + guns_end + "}", watched, "{lasting: 20 d, " + sanctions + "}"}),
                ElementsAre("x.yaml:3:1: " + none));
    EXPECT_THAT(noticed(at_war(), {"{after: 19 d, " + guns_end + "}", watched, "{lasting: 20 d, " + sanctions + "}"}),
                IsEmpty());
}

TEST(IdleConsequences, ThatCountReportsOfWhoWatchesDistributionAlone) {
    auto small = at_war();
    small.record.food.diverted_monitored = Probability(0.01);
    EXPECT_THAT(
        noticed(small,
                {guns_end, "{monitor: {by: independent, where: {distribution: true}}, obliges: [gov]}", sanctions}),
        ElementsAre("x.yaml:3:1: 'consequence/sanctions' can never be triggered: nobody whose reports it counts "
                    "watches for violence"));
}

TEST(IdleConsequences, ThatAreNeverApplied) {
    EXPECT_THAT(noticed(at_war(), {guns_end, watched, consequence("certainty: 0")}),
                ElementsAre("x.yaml:3:1: 'consequence/sanctions' is never applied: its certainty is 0"));
    EXPECT_THAT(noticed(at_war(), {guns_end, watched, consequence("certainty: 0.01")}), IsEmpty());
    EXPECT_THAT(noticed(at_war(), {guns_end, watched, consequence("lag: 55 d")}),
                ElementsAre("x.yaml:3:1: 'consequence/sanctions' is never applied: it follows 55 days after the "
                            "reports, and the period ends 55 days after it begins to count them"));
    EXPECT_THAT(noticed(at_war(), {guns_end, watched, consequence("lag: 54 d")}), IsEmpty());
}

TEST(IdleConsequences, ThatGroundWhoFliesNoStrikes) {
    const auto both = "cease_hostilities: {parties: [gov, opp]}";
    auto small = at_war();
    small.record.violence->by.add("mortars", test::incidents_by("opp", ViolenceKind::shelling, 1));
    EXPECT_THAT(noticed(small, {both, watched, consequence("against: opp", "ground_aircraft")}),
                ElementsAre("x.yaml:3:1: 'consequence/ground_aircraft' grounds the aircraft of Opposition, and the "
                            "scenario has no air strikes by that party"));
    EXPECT_THAT(noticed(small, {both, watched, consequence("share: 0.5", "ground_aircraft")}), IsEmpty())
        << "whoever is responsible may be gov";
    EXPECT_THAT(noticed(test::shelled(1), {guns_end, watched, consequence("share: 0.5", "ground_aircraft")}),
                ElementsAre("x.yaml:3:1: 'consequence/ground_aircraft' grounds the aircraft of whoever is blamed, and "
                            "the scenario has no air strikes by anybody"));
}

TEST(IdleMonitors, ThatOverlookEverything) {
    EXPECT_THAT(noticed(at_war(), {guns_end, monitor("delay: 1 d", "0")}),
                ElementsAre("x.yaml:2:1: 'monitor/independent' sees nothing: its coverage is 0"));
    EXPECT_THAT(
        noticed(at_war(), {guns_end, monitor("false_reports: 0.1 /d", "0")}),
        ElementsAre("x.yaml:2:1: 'monitor/independent' sees nothing: its coverage is 0; all that it reports is false"));
    EXPECT_THAT(noticed(at_war(), {guns_end, monitor("delay: 1 d", "0.01")}), IsEmpty());
}

TEST(IdleMonitors, AreThoseOfTheScenarioTooUnlessTheirEyesAreDrawn) {
    auto small = at_war();
    MonitorRecord observers;
    observers.name = "Observers";
    small.record.monitors.add("observers", observers);
    EXPECT_THAT(noticed(small, {guns_end, "monitor: {by: observers}"}),
                ElementsAre("x.yaml:2:1: 'monitor/observers' sees nothing: its coverage is 0"));
    small.add_uncertain("monitors/observers/coverage", Law{LawKind::uniform, {0, 0.1}});
    EXPECT_THAT(noticed(small, {guns_end, "monitor: {by: observers}"}), IsEmpty());
}

TEST(IdleMonitors, WhereNoViolenceHappens) {
    EXPECT_THAT(noticed(at_war(), {guns_end, monitor("where: {communities: [one], within: 2 km}")}),
                ElementsAre("x.yaml:2:1: 'monitor/independent' sees nothing: no place where violence happens lies "
                            "within 2 km of One"));
    EXPECT_THAT(noticed(at_war(), {guns_end, monitor("where: {communities: [one], within: 4 km}")}), IsEmpty());
    EXPECT_THAT(noticed(at_war(), {guns_end, monitor("where: {roads: [b], within: 1 km}")}),
                ElementsAre("x.yaml:2:1: 'monitor/independent' sees nothing: no place where violence happens lies "
                            "within 1 km of Road b"));
}

TEST(IdleMonitors, WhatTheTermsBanIsDoneElsewhereOrAtOtherTimes) {
    const std::string elsewhere =
        "'monitor/independent' sees no breach: what the terms ban is done elsewhere, at other times, or by parties or "
        "in ways that it does not see";
    auto small = at_war();
    small.record.violence->by.find("guns")->theatre = "north";
    small.record.violence->where.find("near")->theatre = "north";
    EXPECT_THAT(noticed(small, {"ground_aircraft: {parties: [gov]}", monitor("where: {communities: [one]}")}),
                ElementsAre("x.yaml:2:1: " + elsewhere));
    EXPECT_THAT(noticed(small, {guns_end, monitor("where: {communities: [one]}")}), IsEmpty());
    EXPECT_THAT(noticed(at_war(), {"{lasting: 5 d, " + guns_end + "}", "{after: 5 d, " + watched.substr(1)}),
                ElementsAre("x.yaml:2:1: " + elsewhere));
    EXPECT_THAT(noticed(at_war(), {"{lasting: 5 d, " + guns_end + "}", "{after: 4 d, " + watched.substr(1)}),
                IsEmpty());
}

}  // namespace
}  // namespace aidway
