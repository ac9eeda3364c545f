// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/broken_case.hpp"

namespace aidway {
namespace {

using test::BrokenCase;
using test::Edit;
using test::faults_of_tiny;
using test::replace;
using test::rewrite;

constexpr const char* scenario = "scenario.yaml";

/// What is added to the table `violence` of the tiny scenario, before its key `near`; line 247.
Edit adding(const std::string& text) { return replace(scenario, "  near: 5 km\n", text + "  near: 5 km\n"); }
Edit guns(const std::string& more) {
    return replace(scenario, "{party: crown, kind: shelling, rate: 0.3 /d, severe: 0.2, while_kept: 0.4}",
                   "{party: crown, kind: shelling, rate: 0.3 /d, severe: 0.2, while_kept: 0.4, " + more + "}");
}
Edit raids(const std::string& more) {
    return replace(scenario, "{party: league, kind: ground_attacks, rate: 0.1 /d, severe: 0.3, while_kept: 0.5}",
                   "{party: league, kind: ground_attacks, rate: 0.1 /d, severe: 0.3, while_kept: 0.5, " + more + "}");
}
Edit at_the_quay(const std::string& more) {
    return replace(scenario, "{at: [5.1, 0.121], weight: 3}", "{at: [5.1, 0.121], weight: 3, " + more + "}");
}
Edit at_the_ridge(const std::string& more) {
    return replace(scenario, "{at: [5.2375, 0.15]}", "{at: [5.2375, 0.15], " + more + "}");
}
/// An agreement of one term, in line 5.
Edit agreed(const std::string& term) {
    return rewrite("agreements/more.yaml",
                   "agreement: more\ntitle: More\neffective_from: 2016-06-15T12:00\nterms:\n  - " + term + "\n");
}

/// The tiny scenario with one fault in its violence, and every word that is said about it.
// clang-format off
const std::vector<BrokenCase> golden{
    {"AnswerOfAnUnknownParty", {adding("  answers: {delay: 1 d, by: {crown: {leage: 0.2}}}\n")},
     {"scenario.yaml:247:38: no party 'leage'; did you mean 'league'?"}},
    {"UnknownPartyAnswers", {adding("  answers: {delay: 1 d, by: {crow: {league: 0.2}}}\n")},
     {"scenario.yaml:247:30: no party 'crow'; did you mean 'crown'?"}},
    {"AnswersWithoutADelay", {adding("  answers: {by: {crown: {league: 0.2}}}\n")},
     {"scenario.yaml:247:12: missing key 'delay': mean time from an incident to one that answers it"}},
    {"AnswersBelowNothing", {adding("  answers: {delay: 1 d, by: {crown: {league: -0.2}}}\n")},
     {"scenario.yaml:247:46: '-0.2' is out of range: must be at least 0"}},
    {"AnswersThatNeverEnd", {adding("  answers: {delay: 1 d, by: {crown: {league: 2}, league: {crown: 0.5}}}\n")},
     {"scenario.yaml:247:29: violence that answers violence would never end: the spectral radius of these numbers, at the upper end of every law, is 1; expected below 1"}},
    {"AnswersThatMayNeverEnd", {adding("  answers: {delay: 1 d, by: {crown: {crown: {uniform: [0.2, 1.2]}}}}\n")},
     {"scenario.yaml:247:29: violence that answers violence would never end: the spectral radius of these numbers, at the upper end of every law, is 1.2; expected below 1"}},
    {"AnswersBeyondCounting", {adding("  answers: {delay: 1 d, by: {crown: {crown: 0.9999}}}\n"), replace(scenario, "rate: 0.3 /d", "rate: 3 /d")},
     {"scenario.yaml:247:29: with all that answers, party 'crown' commits 30000 incidents a day; expected at most 1000"}},
    {"TheatreWithoutAPlace", {guns("theatre: wset"), at_the_quay("theatre: west")},
     {"scenario.yaml:242:101: there is no place of incidents in theatre 'wset'; did you mean 'west'?",
      "scenario.yaml:245:50: there is no source of violence in theatre 'west'; did you mean 'wset'?"}},
    {"SourceWithoutATheatre", {guns("theatre: west"), at_the_quay("theatre: west"), at_the_ridge("theatre: west")},
     {"scenario.yaml:243:5: 'league-raids' names no 'theatre', and there is no place of incidents without one"}},
    {"ShareWithoutAnswers", {guns("share: 1")},
     {"scenario.yaml:242:99: a share of what nobody does: there is no table 'answers' under 'violence'"}},
    {"SharesThatAreNoWhole", {guns("share: 0.7"), adding("  answers: {delay: 1 d, by: {crown: {league: 0.2}}}\n")},
     {"scenario.yaml:242:99: the shares of party 'crown' add up to 0.7; expected 1"}},
    {"LawOnAShare", {guns("share: {uniform: [0.9, 1]}"), adding("  answers: {delay: 1 d, by: {crown: {league: 0.2}}}\n")},
     {"scenario.yaml:242:99: a law cannot stand here: shares add up to 1; write one value"}},
    {"ShareOfSomeSources", {guns("share: 0.7"), replace(scenario, "party: league, kind: ground_attacks", "party: crown, kind: ground_attacks"), adding("  answers: {delay: 1 d, by: {crown: {crown: 0.2}}}\n")},
     {"scenario.yaml:243:5: 'league-raids' has no 'share', and 'crown-guns' of the same party has one: give it to all of a party's sources, or to none"}},
    {"PartyAnswersByNothing", {replace(scenario, "party: league, kind: ground_attacks", "party: crown, kind: ground_attacks"), adding("  answers: {delay: 1 d, by: {league: {crown: 0.2}}}\n")},
     {"scenario.yaml:247:30: party 'league' answers by nothing: it has no source under 'by'"}},
    {"ConvoysHitByMoreThanAll", {adding("  convoys: {hit: 1.5, trucks: 0.5, suspend: 3 d}\n")},
     {"scenario.yaml:247:18: '1.5' is out of range: must be from 0 to 1"}},
    {"PullBackFromNothing", {adding("  while_demilitarised: 0.2\n"), agreed("demilitarise: {road: river, parties: [crown], pull_back: [{kinds: [shelling], distance: 1 m}]}")},
     {"agreements/more.yaml:5:5: demilitarise changes nothing about shelling: no place where it happens lies within 1 m of road 'river'; the nearest, 'quay', lies 0.1 km from it"}},
    {"GroundedWithoutAircraft", {agreed("ground_aircraft: {parties: [crown]}")},
     {"agreements/more.yaml:5:5: ground_aircraft changes nothing: none of its parties commits air_strikes under 'violence' in scenario.yaml"}},
};
// clang-format on

class BrokenViolence : public testing::TestWithParam<BrokenCase> {};

TEST_P(BrokenViolence, IsNamedWithItsPlaceAndNothingElse) {
    EXPECT_EQ(faults_of_tiny(GetParam().edits), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Golden, BrokenViolence, testing::ValuesIn(golden), test::name_of);

TEST(BrokenViolence, TheNearestLegalOnesAreReadWithoutAWord) {
    const std::vector<std::vector<Edit>> legal{
        {adding("  answers: {delay: 1 d, by: {crown: {league: 2}, league: {crown: 0.49}}}\n")},
        {adding("  answers: {delay: 1 d, most: 200 /d, by: {crown: {crown: {uniform: [0.2, 0.9]}}}}\n")},
        {guns("theatre: west"), at_the_quay("theatre: west")},
        {guns("share: 1"), adding("  answers: {delay: 1 d, by: {crown: {league: 0.2}}}\n")},
        {adding("  convoys: {hit: 0.01, within: 1 km, trucks: {beta: [18, 13]}, suspend: 3 d}\n")},
        {adding("  while_demilitarised: 0.2\n"),
         agreed("demilitarise: {road: river, parties: [crown], pull_back: [{kinds: [shelling], distance: 1 km}]}")},
        {adding("  while_grounded: 0.1\n"), guns("share: 1"),
         replace(scenario, "kind: ground_attacks", "kind: air_strikes"),
         adding("  answers: {delay: 1 d, by: {crown: {league: 0.2}}}\n"),
         agreed("ground_aircraft: {parties: [league]}")},
        {raids("theatre: hills"), at_the_ridge("theatre: hills")},
    };
    for (const auto& edits : legal) {
        EXPECT_THAT(faults_of_tiny(edits), testing::IsEmpty()) << edits.front().text;
    }
}

}  // namespace
}  // namespace aidway
