// SPDX-License-Identifier: Apache-2.0
// Faults of food shared unevenly, medicine, people who are moved and people who settle, each beside its nearest legal
// twin.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "support/folder_copy.hpp"
#include "support/folders.hpp"

namespace aidway {
namespace {

using test::Edit;
using test::faults_of_folder;
using test::FolderCopy;
using test::replace;

constexpr const char* scenario = "scenario.yaml";

/// The tiny scenario with tables added before `sources`, and the only fault that is told, without its place.
struct Case {
    std::string name;
    std::string legal;
    std::string broken;
    std::string expected;
};

void PrintTo(const Case& tested, std::ostream* out) { *out << tested.name; }

std::string moved(const std::string& fields) { return "evacuations:\n  buses: {" + fields + "}\n"; }
std::string kits(const std::string& fields) { return "medicine: {" + fields + "}\n"; }

const std::string whom = "community: oldmere, at: 2016-07-01T15:00, ";

const std::vector<Case> golden{
    {"MovedFromNowhere", moved(whom + "people: 500"), moved("community: oldmer, at: 2016-07-01T15:00, people: 500"),
     "no community 'oldmer'; did you mean 'oldmere'?"},
    {"MovedToNowhere", moved(whom + "people: 500, to: tarnwick"), moved(whom + "people: 500, to: tarnwik"),
     "no community and no place under 'outside' called 'tarnwik'; did you mean 'tarnwick'?"},
    {"MovedOutsideMisspelt", moved(whom + "people: 500, to: fairs"), moved(whom + "people: 500, to: fair"),
     "no community and no place under 'outside' called 'fair'; did you mean 'fairs'?"},
    {"MovedToWhereTheyAre", moved(whom + "people: 500, to: tarnwick"), moved(whom + "people: 500, to: oldmere"),
     "people of 'oldmere' are there already"},
    {"MovedByNoNumber", moved(whom + "share: 0.5"), moved("community: oldmere, at: 2016-07-01T15:00"),
     "'buses' moves nobody: expected 'people' or 'share'"},
    {"MovedByTwoNumbers", moved(whom + "people: 500"), moved(whom + "people: 500, share: 0.5"),
     "'people' says how many: leave one of the two out"},
    {"MovedTooLate", moved(whom + "people: 500"), moved("community: oldmere, at: 2019-07-01, people: 500"),
     "lies outside of the period"},
    {"MedicineThatIsNone", kits("goods: medicine, kit: 1.25 t, kit_people: 10000, kit_lasts: 90 d"),
     kits("goods: medicin, kit: 1.25 t, kit_people: 10000, kit_lasts: 90 d"),
     "no class of goods 'medicin'; did you mean 'medicine'?"},
    {"MedicineThatIsEaten", kits("goods: medicine, kit: 1.25 t, kit_people: 10000, kit_lasts: 90 d"),
     kits("goods: food, kit: 1.25 t, kit_people: 10000, kit_lasts: 90 d"),
     "'food' is the food: medicine is a class of its own"},
};

class BrokenWelfare : public testing::TestWithParam<Case> {};

TEST_P(BrokenWelfare, IsRefusedInTheseWordsAndItsTwinIsNot) {
    const auto& tested = GetParam();
    const FolderCopy legal(test_data() / "tiny");
    legal.apply(replace(scenario, "\nsources:\n", "\n" + tested.legal + "\nsources:\n"));
    EXPECT_THAT(faults_of_folder(legal.path()), testing::IsEmpty());
    const FolderCopy broken(test_data() / "tiny");
    broken.apply(replace(scenario, "\nsources:\n", "\n" + tested.broken + "\nsources:\n"));
    EXPECT_THAT(faults_of_folder(broken.path()), testing::ElementsAre(testing::EndsWith(tested.expected)));
}

INSTANTIATE_TEST_SUITE_P(Golden, BrokenWelfare, testing::ValuesIn(golden),
                         [](const auto& tested) { return tested.param.name; });

/// The same for edits elsewhere in the file.
std::vector<std::string> faults_after(const std::vector<Edit>& edits) {
    const FolderCopy folder(test_data() / "tiny");
    for (const auto& edit : edits) folder.apply(edit);
    return faults_of_folder(folder.path());
}

constexpr const char* siege_line = "    siege_line: [bridge]\n";

TEST(BrokenLeaving, GoesToACommunityBeyondTheEnclave) {
    const std::string with(siege_line);
    EXPECT_THAT(faults_after({replace(scenario, siege_line, with + "    leave_to: tarnwick\n")}), testing::IsEmpty());
    EXPECT_THAT(
        faults_after({replace(scenario, siege_line, with + "    leave_to: oldmere\n")}),
        testing::ElementsAre(testing::EndsWith("'oldmere' is of this enclave: expected a community beyond it")));
    EXPECT_THAT(faults_after({replace(scenario, siege_line, with + "    leave_to: tarnwik\n")}),
                testing::ElementsAre(testing::EndsWith("no community 'tarnwik'; did you mean 'tarnwick'?")));
}

TEST(BrokenBread, NeedsItsTablesInOrder) {
    const auto bakeries = [](const std::string& list) {
        return replace(scenario, siege_line, std::string(siege_line) + "    bakeries: [" + list + "]\n");
    };
    const auto bread = [](const std::string& more) {
        return replace(scenario, "\nsources:\n", "\nbread: {share: 0.4, capacity: 900 kg/d" + more + "}\n\nsources:\n");
    };
    const std::string first = "{from: 2016-06-01, count: 37}";
    const std::string second = ", {from: 2016-06-20, count: 25}";
    EXPECT_THAT(faults_after({bakeries(first + second), bread("")}), testing::IsEmpty());
    EXPECT_THAT(faults_after({bakeries(first)}),
                testing::ElementsAre(testing::EndsWith("bakeries say nothing without the table 'bread'")));
    EXPECT_THAT(faults_after({bakeries("{from: 2016-06-02, count: 37}"), bread("")}),
                testing::ElementsAre(
                    testing::EndsWith("expected the start of the period or before: how many bake from the start on")));
    EXPECT_THAT(
        faults_after({bakeries(first + ", {from: 2016-06-01, count: 25}"), bread("")}),
        testing::ElementsAre(testing::EndsWith("bakeries are listed by date: expected a later one than before")));
    EXPECT_THAT(faults_after({bread(", diesel: medicine, diesel_per_tonne: 80 kg")}), testing::IsEmpty());
    EXPECT_THAT(faults_after({bread(", diesel: medicine")}),
                testing::ElementsAre(testing::EndsWith("bakeries that burn diesel need 'diesel_per_tonne'")));
    EXPECT_THAT(faults_after({bread(", diesel: food, diesel_per_tonne: 80 kg")}),
                testing::ElementsAre(testing::EndsWith("'food' is the food: diesel is a class of its own")));
    EXPECT_THAT(faults_after({bread(", diesel: medicin, diesel_per_tonne: 80 kg")}),
                testing::ElementsAre(testing::EndsWith("no class of goods 'medicin'; did you mean 'medicine'?")));
}

TEST(BrokenInequality, FollowsPricesOnlyWhereThereAreAny) {
    const auto shared = [](const std::string& fields) {
        return replace(scenario, "\nfood:\n", "\nfood:\n  inequality: {" + fields + "}\n");
    };
    const auto unpriced = replace(scenario,
                                  "price:\n  elasticity: {uniform: [0.7, 1.5]}\n  floor: 0.02\n  inflow_before: 1.0\n"
                                  "  source: FABLE\n  confidence: assumed\n\n",
                                  "");
    EXPECT_THAT(faults_after({shared("base: 0.3, by_price: 0.1")}), testing::IsEmpty());
    EXPECT_THAT(faults_after({shared("base: 0.3"), unpriced}), testing::IsEmpty());
    EXPECT_THAT(faults_after({shared("base: 0.3, by_price: 0.1"), unpriced}),
                testing::ElementsAre(testing::EndsWith("inequality that follows prices needs the table 'price'")));
}

}  // namespace
}  // namespace aidway
