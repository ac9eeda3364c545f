// SPDX-License-Identifier: Apache-2.0
#include "scenario/scenario.hpp"

#include <gtest/gtest.h>

#include "scenario/rules.hpp"
#include "support/small_scenario.hpp"

namespace aidway {
namespace {

TEST(Scenario, FindsByNameAndSaysWhenThereIsNone) {
    const auto scenario = test::SmallScenario().build();
    EXPECT_EQ(scenario->find_gate("b"), GateId{1});
    EXPECT_EQ(scenario->find_party("opp"), PartyId{1});
    EXPECT_EQ(scenario->find_community("one"), CommunityId{0});
    EXPECT_EQ(scenario->find_depot("south"), DepotId{1});
    EXPECT_EQ(scenario->find_goods("medicine"), GoodsId{1});
    EXPECT_FALSE(scenario->find_gate("c"));
    EXPECT_FALSE(scenario->find_party("Opposition"));
    EXPECT_EQ(scenario->party_name({0}), "Government");
    EXPECT_EQ(scenario->gate_record({0}).name, "Gate a");
    EXPECT_EQ(scenario->calendar().days(), 60);
}

TEST(Scenario, ItsDigestFollowsEveryValueLawAndStatus) {
    const auto digest = test::SmallScenario().build()->digest();
    EXPECT_EQ(digest.size(), 32U);
    EXPECT_EQ(digest, test::SmallScenario().build()->digest());
    std::vector<test::SmallScenario> others(4);
    others[0].record.food.need = MassRate::grams_per_day(556);
    others[1].aid_at_b = Access::open;
    others[2].add_uncertain("food/diverted", {LawKind::uniform, {0, 0.1}});
    others[3].days = 61;
    for (std::size_t i = 0; i < others.size(); ++i) EXPECT_NE(others[i].build()->digest(), digest) << i;
}

TEST(Scenario, ReplacesOneValueInACopy) {
    const auto scenario = test::SmallScenario().build();
    const auto digest = scenario->digest();
    const Scenario changed = scenario->replace("communities/one/population", "12000");
    EXPECT_EQ(changed.record().communities.at("one").population.value, 12'000);
    EXPECT_NE(changed.digest(), digest);
    EXPECT_EQ(scenario->record().communities.at("one").population.value, 10'000);
    EXPECT_EQ(scenario->digest(), digest);
    EXPECT_EQ(changed.replace("communities/one/population", "10000").digest(), digest);
    EXPECT_EQ(scenario->replace("food/coping/1/eaten", "60 %").record().food.coping[1].eaten, Probability(0.6));
}

TEST(Scenario, AReplacedLawBecomesCertain) {
    test::SmallScenario small;
    small.add_uncertain("food/diverted", {LawKind::uniform, {0, 0.1}});
    small.add_uncertain("enclaves/one/informal", {LawKind::uniform, {0, 0.3}});
    const Scenario changed = small.build()->replace("food/diverted", "0.02");
    ASSERT_EQ(changed.uncertain().size(), 1U);
    EXPECT_EQ(changed.uncertain()[0].path, "enclaves/one/informal");
}

TEST(Scenario, RefusesAReplacementThatLeadsNowhereOrDoesNotFit) {
    const auto scenario = test::SmallScenario().build();
    try {
        (void)scenario->replace("communities/one/populaton", "1");
        FAIL();
    } catch (const std::invalid_argument& fault) {
        EXPECT_NE(std::string(fault.what()).find("population"), std::string::npos) << fault.what();
    }
    EXPECT_THROW((void)scenario->replace("communities/one/population", "0"), std::invalid_argument);
    EXPECT_THROW((void)scenario->replace("movement/crew", "10"), std::invalid_argument) << "no unit";
    EXPECT_NO_THROW((void)scenario->replace("movement/crew", "11 h"));
}

TEST(Scenario, RefusesToReplaceWhatItWasBuiltFrom) {
    const auto scenario = test::SmallScenario().build();
    for (const std::string path : {"period/from", "network/layer", "gate_status/table", "name"}) {
        EXPECT_THROW((void)scenario->replace(path, "2016-08-01"), std::invalid_argument) << path;
    }
    EXPECT_EQ(scenario->replace("title", "Another").record().title, "Another");
}

TEST(Calendar, CountsTheModelsDaysFromTheFirstMidnight) {
    const Calendar calendar{test::small_start(), test::small_start() + one_day * 3, "UTC"};
    EXPECT_EQ(calendar.days(), 3);
    EXPECT_EQ(calendar.second_of_day(test::small_start()), 0);
    EXPECT_EQ(calendar.second_of_day(test::small_start() + one_day + Duration{59}), 59);
}

TEST(Rules, AreKeptOnlyTogether) {
    const std::vector<ObligationId> both{{0}, {2}};
    EXPECT_TRUE(all_kept(both, std::vector<std::uint8_t>{1, 0, 1}));
    EXPECT_FALSE(all_kept(both, std::vector<std::uint8_t>{1, 1, 0}));
    EXPECT_TRUE(all_kept({}, {}));
}

}  // namespace
}  // namespace aidway
