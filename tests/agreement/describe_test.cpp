// SPDX-License-Identifier: Apache-2.0
#include "agreement/describe.hpp"

#include <gtest/gtest.h>

#include <string>

#include "agreement/words.hpp"
#include "io/scenario_folder.hpp"
#include "support/folders.hpp"

namespace aidway {
namespace {

const ScenarioFolder& tiny() {
    static const auto folder = read_scenario_folder(test_data() / "tiny");
    return folder;
}

std::string told(const std::string& name) {
    for (const auto& dated : tiny().agreements) {
        if (dated.agreement.name == name) return describe_agreement(*tiny().scenario, dated);
    }
    return "no agreement " + name;
}

/// What one open road leaves out of the towns on the Wend.
const std::string left_out =
    "  - No term ends violence.\n"
    "  - No term holds the front where it is.\n"
    "  - No term speaks of Hill Road.\n"
    "  - No term lifts the siege of Oldmere or Tarnwick.\n"
    "  - No term opens a gate to traders' goods or civilians.\n"
    "  - No term changes how aid is permitted off opened roads: it needs the consent of The Crown.\n"
    "  - No term keeps goods from being removed from convoys.\n"
    "  - No term has weapons pulled back from a road.\n"
    "  - No term keeps military aircraft on the ground.\n"
    "  - No term has aid shared out by need.\n"
    "  - No term speaks of aid by air.\n"
    "  - No term says who watches whether the agreement is kept.\n"
    "  - No term makes the obligations public.\n"
    "  - No term says what follows a breach.\n";

TEST(Describe, TellsTheScenarioInAFewLines) {
    EXPECT_EQ(
        describe_scenario(*tiny().scenario),
        "The towns on the Wend, June and July 2016\n"
        "What is a second road worth?\n"
        "Period: 2016-06-01 to 2016-07-31 (60 days, Asia/Damascus time).\n"
        "Oldmere: about 19,745 people.\n"
        "Tarnwick: about 9,000 people.\n"
        "Convoys load at: Northport docks and Eastgrange yard.\n"
        "Without an agreement, aid needs the consent of The Crown, asked for every 20 days.\n"
        "Violence by The Crown and The River League is simulated, at 2 places.\n"
        "A market: while goods may pass, traders refill stocks towards 20 days, and prices follow what flows in.\n"
        "Departures: 40 % of people would leave while civilians may pass.\n"
        "River Road (river): Harbour gate and Wend bridge.\n"
        "Hill Road (hill): Hill pass.\n");
}

TEST(Describe, TellsATimeThatALawGaveRoundly) {
    const auto drawn = tiny().scenario->replace("trade/refill_to", "2757159 s");
    EXPECT_NE(describe_scenario(drawn).find("traders refill stocks towards about 32 days, and"), std::string::npos);
}

TEST(Words, RoundsOnlyWhatIsNotWhole) {
    EXPECT_EQ(about_in_words(one_day * 365), "365 days");
    EXPECT_EQ(about_in_words(Duration{36 * 3600}), "36 hours");
    EXPECT_EQ(about_in_words(Duration{90 * 60}), "90 minutes");
    EXPECT_EQ(about_in_words(Duration{2'757'159}), "about 32 days");
    EXPECT_EQ(about_in_words(Duration{100 * 3600}), "about 4 days");
    EXPECT_EQ(about_in_words(Duration{5 * 3600 + 61}), "about 5 hours");
    EXPECT_EQ(about_in_words(Duration{125}), "about 2 minutes");
    EXPECT_EQ(about_in_words(Duration{119}), "119 seconds");
    EXPECT_EQ(about_in_words(Duration{0}), "0 minutes");
}

TEST(Describe, TellsEachTermWithWhomItObligesAndWhereItIsTakenFrom) {
    EXPECT_EQ(told("one-road"),
              "River Road open for aid\n"
              "What can one road carry?\n"
              "From 2016-06-15T12:00, Asia/Damascus time:\n"
              "  1. River Road is open to aid convoys, every day from 06:00 to 18:00, through Harbour gate and Wend "
              "bridge. [open_road/river]\n"
              "     Obliged: The Crown and The River League.\n"
              "     A breach: Aid convoys are kept from passing Harbour gate or Wend bridge between 06:00 and 18:00.\n"
              "     Taken from: treaty of the ferry, article 2.\n"
              "Not covered:\n" +
                  left_out);
}

TEST(Describe, AnAgreementWithoutTermsChangesNothing) {
    EXPECT_EQ(told("status-quo"),
              "As it was, leave asked for case by case\n"
              "What does the siege cost?\n"
              "From 2016-06-15T12:00, Asia/Damascus time:\n"
              "  no terms: everything stays as it was.\n");
}

TEST(Describe, NumbersTheTermsInTheOrderOfTheFile) {
    const auto text = told("two-roads");
    const auto river = text.find("  1. River Road");
    const auto hill = text.find("  2. Hill Road");
    const auto notice = text.find("  3. Aid convoys are notified");
    ASSERT_NE(notice, std::string::npos) << text;
    EXPECT_LT(river, hill);
    EXPECT_LT(hill, notice);
}

TEST(Describe, TellsWhatIsInheritedSwitchedOffAndTimed) {
    auto dated = tiny().agreements.at(0);
    auto& agreement = dated.agreement;
    ASSERT_EQ(agreement.name, "one-road");
    agreement.name = "less";
    agreement.place.extends = "one-road";
    agreement.terms.at(0).on = false;
    agreement.terms.push_back(agreement.terms[0]);
    agreement.terms[1].place.agreement = "less";
    agreement.terms[1].name = "again";
    agreement.terms[1].on = true;
    agreement.terms[1].renewal = one_day * 2;
    EXPECT_EQ(describe_agreement(*tiny().scenario, dated),
              "River Road open for aid\n"
              "What can one road carry?\n"
              "Built on one-road, whose terms come first.\n"
              "From 2016-06-15T12:00, Asia/Damascus time:\n"
              "  1. River Road is open to aid convoys, every day from 06:00 to 18:00, through Harbour gate and Wend "
              "bridge. [open_road/river]\n"
              "     Switched off: it has no effect.\n"
              "     Obliged: The Crown and The River League.\n"
              "     A breach: Aid convoys are kept from passing Harbour gate or Wend bridge between 06:00 and 18:00.\n"
              "     Taken from: treaty of the ferry, article 2.\n"
              "     A term of one-road.\n"
              "  2. River Road is open to aid convoys, every day from 06:00 to 18:00, through Harbour gate and Wend "
              "bridge. [again]\n"
              "     It lapses unless it is renewed every 2 days.\n"
              "     Obliged: The Crown and The River League.\n"
              "     A breach: Aid convoys are kept from passing Harbour gate or Wend bridge between 06:00 and 18:00.\n"
              "     Taken from: treaty of the ferry, article 2.\n"
              "Not covered:\n" +
                  left_out);
}

}  // namespace
}  // namespace aidway
