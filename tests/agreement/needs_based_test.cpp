// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/read_agreement.hpp"
#include "support/small_scenario.hpp"

namespace aidway {
namespace {

using test::faults_of_term;
using test::rules_of;
using test::told;
using testing::ElementsAre;
using testing::IsEmpty;

test::SmallScenario linked() {
    test::SmallScenario small;
    small.add_second_community();
    small.record.permission.linked = {{{"one", "two"}}};
    return small;
}

TEST(NeedsBasedTerm, WritesWhoGoesFirstIntoTheRulesAndNothingElse) {
    const auto scenario = linked().build();
    auto rules = rules_of(*scenario, {"needs_based: {undo_links: true}"});
    ASSERT_EQ(rules.needs_first.size(), 1U);
    EXPECT_TRUE(rules.needs_first[0].undoes_links);
    EXPECT_EQ(rules.needs_first[0].obligations.size(), 1U);
    EXPECT_EQ(rules.obligations.at(0).party, *scenario->find_party("gov")) << "who decides";
    EXPECT_FALSE(rules_of(*scenario, {"needs_based: {}"}).needs_first.at(0).undoes_links);
    rules.needs_first.clear();
    rules.obligations.clear();
    EXPECT_EQ(rules, baseline_rules(*scenario, rules.effective_from));
}

TEST(NeedsBasedTerm, SaysWhoGoesFirstAndThatNobodyWaits) {
    const auto scenario = linked().build();
    EXPECT_EQ(told(*scenario, "needs_based: {}").sentence,
              "Aid goes by need: each morning first where stock lasts for the fewest days.");
    EXPECT_EQ(told(*scenario, "needs_based: {undo_links: true}").sentence,
              "Aid goes by need: each morning first where stock lasts for the fewest days; no place waits for another "
              "to be served.");
    EXPECT_EQ(told(*scenario, "needs_based: {undo_links: true}").name, "needs_based/undo_links");
}

TEST(NeedsBasedTerm, RefusesToChangeNothing) {
    auto record = linked().record;
    EXPECT_THAT(faults_of_term("needs_based: {undo_links: true}", record), IsEmpty());
    EXPECT_THAT(faults_of_term("needs_based: {}", record), IsEmpty());
    record.permission.linked.clear();
    EXPECT_THAT(faults_of_term("needs_based: {undo_links: true}", record),
                ElementsAre("t:1:1: 'undo_links' undoes nothing: no places are 'linked' in scenario.yaml"));
    record.allocation.rule = AllocationRule::by_need;
    EXPECT_THAT(faults_of_term("needs_based: {}", record),
                ElementsAre("t:1:1: needs_based changes nothing: allocation in scenario.yaml goes by_need anyway"));
}

}  // namespace
}  // namespace aidway
