// SPDX-License-Identifier: Apache-2.0
#include "simulation/model.hpp"

#include <gtest/gtest.h>

#include "simulation/parameters.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::agreement_from;

std::string refusal(const std::vector<DatedAgreement>& agreements, ModelOptions options = {}) {
    try {
        (void)test::model_of(test::SmallScenario(), agreements, options);
    } catch (const std::invalid_argument& fault) {
        return fault.what();
    }
    return "";
}

TEST(Model, RefusesWhatCannotBeCompared) {
    EXPECT_EQ(refusal({}), "there is no agreement to simulate");
    EXPECT_EQ(refusal({agreement_from(3, "x", {}), agreement_from(3, "x", {})}), "agreement 'x' is named twice");
    EXPECT_NE(refusal({agreement_from(3, "x", {}), agreement_from(4, "y", {})}).find("begin at different times"),
              std::string::npos);
    EXPECT_NE(refusal({agreement_from(3, "x", {})}, {0, {}}), "");
}

TEST(Model, AcceptsTheirNearestLegalTwins) {
    EXPECT_EQ(refusal({agreement_from(3, "x", {}), agreement_from(3, "y", {})}), "");
    EXPECT_EQ(refusal({agreement_from(3, "x", {}), agreement_from(4, "y", {})}, {16, test::small_start() + one_day}),
              "");
    EXPECT_EQ(refusal({agreement_from(3, "x", {})}, {1, {}}), "");
}

TEST(Model, TakesTheGivenDateForAll) {
    const auto model = test::model_of(test::SmallScenario(), {agreement_from(3, "x", {test::open_road("a")})},
                                      {16, test::small_start() + one_day * 8});
    EXPECT_EQ(model.effective_s(), 8 * 86'400);
    EXPECT_EQ(model.variants()[0].rules.effective_from, test::small_start() + one_day * 8);
    EXPECT_EQ(test::model_of(test::SmallScenario(), {agreement_from(-2, "x", {})}).effective_s(), -2 * 86'400);
}

TEST(Parameters, ArePlainNumbersOfTheRecord) {
    test::SmallScenario small;
    small.add_second_community();
    small.record.compliance = {Hazard(0.5), Hazard(0), Hazard(1)};
    const auto scenario = small.build();
    const auto p = parameters_of(*scenario, scenario->record());
    EXPECT_EQ(p.period_s, 60 * 86'400);
    EXPECT_NEAR(p.onset, 1 - std::exp(-0.5), 1e-12);
    EXPECT_EQ(p.breaking, 0);
    EXPECT_EQ(p.enclaves[0].need, MassRate::grams_per_day(5'550'000));
    EXPECT_EQ(p.enclaves[0].informal, 0.1);
    EXPECT_EQ(p.enclaves[0].opening_store + p.enclaves[0].opening_home, p.enclaves[0].need * (one_day * 30));
    EXPECT_EQ(p.enclaves[0].opening_store, Mass::kilograms(49'950));
    EXPECT_EQ(p.enclave_of, (std::vector<std::uint16_t>{0, 1}));
    EXPECT_EQ(p.gates[0].inspection_s, 360);
    ASSERT_EQ(p.community_order.size(), 2U);
    EXPECT_LT(p.communities[p.community_order[0]].key, p.communities[p.community_order[1]].key);
}

TEST(Parameters, KeysAreOfNamesNotOfPlaces) {
    test::SmallScenario one;
    test::SmallScenario two;
    two.add_second_community();
    const auto a = one.build();
    const auto b = two.build();
    EXPECT_EQ(parameters_of(*a, a->record()).communities[0].key, parameters_of(*b, b->record()).communities[0].key);
}

TEST(Parameters, MovementAllDayIsTheWholeDay) {
    test::SmallScenario small;
    small.record.movement.hours = {};
    const auto scenario = small.build();
    EXPECT_EQ(parameters_of(*scenario, scenario->record()).movement, (Hours{0, 86'400}));
}

}  // namespace
}  // namespace aidway
