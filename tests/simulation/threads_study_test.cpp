// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>

#include "simulation/study.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

std::shared_ptr<const Model> chancy_model() {
    test::SmallScenario small;
    small.days = 40;
    small.make_chancy();
    small.add_uncertain("communities/one/population", {LawKind::uniform, {8'000, 12'000}});
    return std::make_shared<const Model>(
        small.build(),
        std::vector{test::agreement_from(5, "none", {}), test::agreement_from(5, "a", {test::open_road("a")})},
        ModelOptions{});
}

Tally result_of(const std::shared_ptr<const Model>& model, std::uint32_t replicates, unsigned threads) {
    Study study(model, 11, replicates, threads);
    study.start();
    while (!study.wait(std::chrono::milliseconds{20})) continue;
    EXPECT_EQ(study.done(), replicates);
    return study.take_result();
}

TEST(Study, GivesTheSameBitsOnOneThreadAndOnTwo) {
    const auto model = chancy_model();
    const auto alone = result_of(model, 600, 1);
    EXPECT_EQ(alone.replicates, 600U);
    EXPECT_TRUE(alone == result_of(model, 600, 2));
    EXPECT_TRUE(alone == result_of(model, 600, 5));  // more threads than blocks
}

TEST(Study, BeginsWithTheReplicatesOfAShorterOne) {
    const auto model = chancy_model();
    const auto longer = result_of(model, 300, 2);
    const auto shorter = result_of(model, 100, 2);
    const auto rows = longer.scalars.size() / 300;
    ASSERT_EQ(shorter.scalars.size() / 100, rows);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t r = 0; r < 100; ++r) ASSERT_EQ(longer.scalars[row * 300 + r], shorter.scalars[row * 100 + r]);
    }
}

TEST(Study, StoppedEarlyKeepsWholeBlocksFromTheFirstOn) {
    const auto model = chancy_model();
    Study study(model, 11, 100'000, 2);
    study.start();
    while (study.done() < 300) EXPECT_FALSE(study.wait(std::chrono::milliseconds{1}));
    study.stop();
    while (!study.wait(std::chrono::milliseconds{20})) continue;
    const auto kept = study.take_result();
    EXPECT_EQ(kept.replicates % Study::block_replicates, 0U);
    EXPECT_LT(kept.replicates, 100'000U);
    EXPECT_LE(kept.replicates, study.done());
}

TEST(Study, AbandonedWithoutWaitingEndsItsThreads) {
    const auto model = chancy_model();
    {
        Study study(model, 11, 100'000, 2);
        study.start();
    }
    EXPECT_EQ(model.use_count(), 1);  // nobody holds on to the model any more
}

TEST(Study, RefusesToStartTwiceAndToDoNothing) {
    const auto model = chancy_model();
    EXPECT_THROW(Study(model, 1, 0, 1), std::invalid_argument);
    EXPECT_THROW(Study(model, 1, 1, 0), std::invalid_argument);
    Study study(model, 1, 1, 1);
    study.start();
    EXPECT_THROW(study.start(), std::logic_error);
    while (!study.wait(std::chrono::milliseconds{20})) continue;
    EXPECT_EQ(study.take_result().replicates, 1U);
}

}  // namespace
}  // namespace aidway
