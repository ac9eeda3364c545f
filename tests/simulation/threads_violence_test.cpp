// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>

#include "simulation/study.hpp"
#include "support/violent_scenario.hpp"

namespace aidway {
namespace {

/// Violence that answers violence, at the gate, hitting convoys.
std::shared_ptr<const Model> violent_model() {
    auto small = test::shelled(3);
    small.days = 40;
    small.make_chancy();
    test::add_answers(small).by.add("gov").add("gov", 0.6);
    auto& violence = *small.record.violence;
    violence.where.add("gate", {test::small_place(11.5), 1.0});
    violence.convoys = {Probability(0.3), std::nullopt, {Law{LawKind::beta, {2, 2}}}, one_day};
    small.add_uncertain("violence/answers/by/gov/gov", {LawKind::uniform, {0.2, 0.7}});
    Term term;
    term.body = CeaseHostilities{{"gov"}, {}, false};
    return std::make_shared<const Model>(
        small.build(), std::vector{test::agreement_from(5, "none", {}), test::agreement_from(5, "c", {term})},
        ModelOptions{});
}

TEST(AnsweringViolence, GivesTheSameBitsOnOneThreadAndOnTwo) {
    const auto model = violent_model();
    const auto result_of = [&](unsigned threads) {
        Study study(model, 12, 600, threads);
        study.start();
        while (!study.wait(std::chrono::milliseconds{20})) continue;
        EXPECT_EQ(study.done(), 600U);
        return study.take_result();
    };
    EXPECT_TRUE(result_of(1) == result_of(2));
}

}  // namespace
}  // namespace aidway
