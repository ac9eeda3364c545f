// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "simulation/study.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::agreement_from;
using test::open_road;

test::SmallScenario chancy() {
    test::SmallScenario small;
    small.add_second_community();
    small.make_chancy();
    small.add_uncertain("enclaves/one/informal", {LawKind::uniform, {0.0, 0.3}});
    return small;
}

const DatedAgreement none = agreement_from(17, "none", {});
const DatedAgreement one_road = agreement_from(17, "one-road", {open_road("a")});
const DatedAgreement two_roads = agreement_from(17, "two-roads", {open_road("a"), open_road("b")});

std::vector<double> values_of(const Model& model, const Tally& tally, const std::string& outcome,
                              const std::string& agreement) {
    const TallyLayout layout(model);
    const auto& found = layout.outcome(outcome);
    std::vector<double> values;
    for (std::size_t v = 0; v < layout.variants(); ++v) {
        if (model.variants()[v / arms].name != agreement) continue;
        for (std::size_t cell = found.first; cell < found.first + found.cells; ++cell) {
            const auto row = (cell * layout.variants() + v) * tally.replicates;
            for (std::uint32_t r = 0; r < tally.replicates; ++r) values.push_back(tally.scalars[row + r]);
        }
    }
    return values;
}

Tally run_block(const Model& model, std::uint32_t replicates) {
    const TallyLayout layout(model);
    BlockRunner runner(model, layout);
    Tally tally;
    EXPECT_TRUE(runner.run(5, 0, replicates, tally, [] { return true; }));
    return tally;
}

TEST(SameBits, AReplicateRunAgainIsTheSameWhateverRanBefore) {
    const auto model = test::model_of(chancy(), {none, two_roads});
    Runner used(model);
    (void)used.run({99, 40}, 0, Arm::as_signed);
    (void)used.run({5, 3}, 1, Arm::as_signed);
    const auto again = used.run({5, 3}, 1, Arm::as_kept);
    EXPECT_EQ(test::Log(again.begin(), again.end()), test::log_of(model, {5, 3}, 1, Arm::as_kept));
}

TEST(SameBits, AnotherSeedIsAnotherRun) {
    const auto model = test::model_of(chancy(), {two_roads});
    EXPECT_NE(test::log_of(model, {5, 3}, 0, Arm::as_kept), test::log_of(model, {6, 3}, 0, Arm::as_kept));
}

TEST(SameBits, TheOrderOfAgreementsChangesNoNumber) {
    const auto model = test::model_of(chancy(), {none, one_road, two_roads});
    const auto turned = test::model_of(chancy(), {two_roads, none, one_road});
    const auto tally = run_block(model, 30);
    const auto tally_turned = run_block(turned, 30);
    for (const std::string agreement : {"none", "one-road", "two-roads"}) {
        for (const std::string outcome : {"unmet_rations", "rations_delivered", "closing_stock", "convoys_departed"}) {
            EXPECT_EQ(values_of(model, tally, outcome, agreement), values_of(turned, tally_turned, outcome, agreement))
                << agreement << " " << outcome;
        }
    }
}

TEST(SameBits, AReplayEqualsTheRun) {
    const auto model = test::model_of(chancy(), {one_road, two_roads});
    const auto delivered = values_of(model, run_block(model, 20), "convoys_departed", "two-roads");
    for (const std::uint32_t r : {0U, 7U, 19U}) {
        for (const Arm arm : {Arm::as_signed, Arm::as_kept}) {
            const auto log = test::log_of(model, {5, r}, 1, arm);
            const auto departed = test::where(log, [&](const Event& e) {
                return e.kind == EventKind::convoy_departed && e.community == 0 && e.at_s >= model.effective_s();
            });
            EXPECT_EQ(delivered[static_cast<std::size_t>(arm) * 40 + r], static_cast<double>(departed.size()));
        }
    }
}

TEST(SameBits, TheIdentityFollowsWhatDecidesTheBits) {
    const auto model = test::model_of(chancy(), {one_road});
    EXPECT_EQ(model.identity(), test::model_of(chancy(), {one_road}).identity());
    EXPECT_NE(model.identity(), test::model_of(chancy(), {two_roads}).identity());
    EXPECT_NE(model.identity(), test::model_of(chancy(), {one_road}, {8, {}}).identity());
    EXPECT_NE(model.identity(), test::model_of(chancy(), {one_road}, {16, test::small_start()}).identity());
    auto other = chancy();
    other.aid_at_b = Access::by_clearance;
    EXPECT_NE(model.identity(), test::model_of(other, {one_road}).identity());
}

}  // namespace
}  // namespace aidway
