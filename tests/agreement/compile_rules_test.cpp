// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/small_scenario.hpp"

namespace aidway {
namespace {

using test::open_road;
using test::permission_by;

Rules rules_of(const Scenario& scenario, const std::vector<Term>& terms) {
    const auto dated = test::agreement_from(5, "x", terms);
    return compile_rules(scenario, dated.agreement, dated.effective_from);
}

TEST(CompileRules, LeavesTheScenarioUntouched) {
    const auto scenario = test::SmallScenario().build();
    const auto digest = scenario->digest();
    const auto baseline = scenario->baseline();
    (void)rules_of(*scenario, {open_road("a"), open_road("b"), permission_by(Procedure::standing)});
    EXPECT_EQ(scenario->digest(), digest);
    EXPECT_EQ(scenario->baseline(), baseline);
    EXPECT_EQ(scenario->digest(), test::SmallScenario().build()->digest());
}

TEST(CompileRules, WithoutTermsAreTheBaseline) {
    const auto scenario = test::SmallScenario().build();
    EXPECT_EQ(rules_of(*scenario, {}), baseline_rules(*scenario, test::small_start() + one_day * 5));
}

TEST(CompileRules, ATermSwitchedOffIsAbsent) {
    const auto scenario = test::SmallScenario().build();
    auto off = open_road("a");
    off.on = false;
    auto procedure_off = permission_by(Procedure::notification_only);
    procedure_off.on = false;
    EXPECT_EQ(rules_of(*scenario, {off}), rules_of(*scenario, {}));
    EXPECT_EQ(rules_of(*scenario, {open_road("b"), procedure_off}), rules_of(*scenario, {open_road("b")}));
    EXPECT_NE(rules_of(*scenario, {open_road("b")}), rules_of(*scenario, {}));
}

TEST(CompileRules, NameAndKeyObligationsAlikeInEveryAgreement) {
    const auto scenario = test::SmallScenario().build();
    const auto alone = rules_of(*scenario, {open_road("b")});
    const auto second = rules_of(*scenario, {open_road("a"), open_road("b")});
    ASSERT_EQ(alone.obligations.size(), 2U);
    ASSERT_EQ(second.obligations.size(), 4U);
    for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(alone.obligations[i], second.obligations[i + 2]);
    EXPECT_EQ(alone.obligations[0].term, "open_road/b");
    for (std::size_t i = 0; i < 4; ++i) {
        for (std::size_t j = 0; j < i; ++j) EXPECT_NE(second.obligations[i].key, second.obligations[j].key);
    }
}

TEST(CompileRules, AGivenNameNamesTheObligation) {
    const auto scenario = test::SmallScenario().build();
    auto term = open_road("a");
    term.name = "castello";
    EXPECT_EQ(rules_of(*scenario, {term}).obligations.at(0).term, "castello");
}

TEST(CompileRules, OpenRoadGrantsItsGatesWhileItsPartiesKeepIt) {
    const auto scenario = test::SmallScenario().build();
    const auto rules = rules_of(*scenario, {permission_by(Procedure::two_step), open_road("b")});
    const auto gate_b = *scenario->find_gate("b");
    const auto grants = rules.passage.grants(gate_b, Traffic::aid);
    ASSERT_EQ(grants.size(), scenario->baseline().grants(gate_b, Traffic::aid).size() + 1);
    const auto& added = grants.back();
    EXPECT_EQ(added.access, Access::open);
    EXPECT_EQ(added.from, rules.effective_from);
    EXPECT_EQ(added.until, scenario->calendar().until);
    EXPECT_EQ(added.hours, (Hours{6 * 3600, 18 * 3600}));
    EXPECT_EQ(added.origin, PassageOrigin{2}) << "the second term of the agreement";
    EXPECT_EQ(added.while_kept.size(), 2U);
    EXPECT_EQ(rules.obligations.at(added.while_kept[0].index()).term, "open_road/b");
    const auto gate_a = *scenario->find_gate("a");
    EXPECT_EQ(rules.passage.grants(gate_a, Traffic::aid).size(),
              scenario->baseline().grants(gate_a, Traffic::aid).size());
    EXPECT_EQ(rules.passage.grants(gate_b, Traffic::goods).size(),
              scenario->baseline().grants(gate_b, Traffic::goods).size());
}

TEST(CompileRules, WithoutObligesTheKindSaysWhoIsObliged) {
    const auto scenario = test::SmallScenario().build();
    auto road = open_road("b");
    road.obliges.clear();
    const auto holders = rules_of(*scenario, {road}).obligations;
    ASSERT_EQ(holders.size(), 1U);
    EXPECT_EQ(holders[0].party, *scenario->find_party("opp")) << "who holds gate b";
    const auto deciders = rules_of(*scenario, {permission_by(Procedure::standing)}).obligations;
    ASSERT_EQ(deciders.size(), 1U);
    EXPECT_EQ(deciders[0].party, *scenario->find_party("gov"));
}

TEST(CompileRules, APermissionTermKeepsWhatItDoesNotSay) {
    const auto scenario = test::SmallScenario().build();
    auto term = permission_by(Procedure::standing);
    std::get<PermissionTerm>(term.body).deadline = one_day * 3;
    const auto rules = rules_of(*scenario, {term});
    EXPECT_EQ(rules.permission.procedure, Procedure::standing);
    EXPECT_EQ(rules.permission.deadline, Duration{one_day * 3});
    EXPECT_EQ(rules.permission.deciders, rules.permission_before.deciders);
    EXPECT_EQ(rules.permission.silence, rules.permission_before.silence);
    EXPECT_TRUE(rules.permission.covers_opened_roads);
    EXPECT_EQ(rules.permission_before.procedure, Procedure::two_step);
    EXPECT_FALSE(rules_of(*scenario, {permission_by(Procedure::notification_only)}).permission.covers_opened_roads);
}

TEST(CompileRules, AidIsAskedForAnewOnlyWhereATermBearsOnIt) {
    const auto scenario = test::SmallScenario().build();
    auto traders = open_road("a");
    std::get<OpenRoad>(traders.body).passing = {Traffic::goods};
    EXPECT_FALSE(rules_of(*scenario, {}).asks_anew);
    EXPECT_FALSE(rules_of(*scenario, {traders}).asks_anew);
    EXPECT_TRUE(rules_of(*scenario, {open_road("a")}).asks_anew);
    EXPECT_TRUE(rules_of(*scenario, {permission_by(Procedure::two_step)}).asks_anew);
}

}  // namespace
}  // namespace aidway
