// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "io/scenario_folder.hpp"
#include "support/folders.hpp"
#include "support/mass_ledger.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

void expect_conservation(const Model& model, std::uint32_t replicates) {
    const auto& record = model.scenario().record();
    const auto food = static_cast<std::uint16_t>(*record.goods.index_of(record.food.goods.text));
    Runner runner(model);
    for (std::uint32_t r = 0; r < replicates; ++r) {
        for (std::size_t v = 0; v < model.variants().size(); ++v) {
            for (const Arm arm : {Arm::as_signed, Arm::as_kept}) {
                const auto fault = test::MassLedger(model.effective_s()).fault_in(runner.run({7, r}, v, arm), food);
                ASSERT_EQ(fault, "") << "replicate " << r << " of " << model.variants()[v].name << ", " << name_of(arm);
            }
        }
    }
}

TEST(Conservation, IsExactAfterEveryEventOfAThousandChancyReplicates) {
    test::SmallScenario small;
    small.add_second_community();
    small.make_chancy();
    small.add_uncertain("communities/one/population", {LawKind::pert, {4'000, 10'000, 13'000}});
    const auto model =
        test::model_of(small, {test::agreement_from(17.3, "none", {}),
                               test::agreement_from(17.3, "both", {test::open_road("a"), test::open_road("b")})});
    expect_conservation(model, 1'000);
}

TEST(Conservation, HoldsWhenTwoCommunitiesShareOneStock) {
    test::SmallScenario small;
    small.add_second_community();
    small.make_chancy();
    auto shared = small.record.enclaves.at("one");
    shared.members = {"one", "two"};
    small.record.enclaves.clear();
    small.record.enclaves.add("both", shared);
    const auto model = test::model_of(small, {test::agreement_from(0, "a", {test::open_road("a")})});
    // Shares are given by population at every stretch, so what one community is short of the other has too much of.
    Runner runner(model);
    for (std::uint32_t r = 0; r < 200; ++r) {
        Mass balance;
        for (const auto& event : runner.run({8, r}, 0, Arm::as_kept)) {
            const bool enters = event.kind == EventKind::opening_stock || event.kind == EventKind::informal_inflow ||
                                (event.kind == EventKind::delivered && event.goods == 0);
            const bool leaves = event.kind == EventKind::eaten || event.kind == EventKind::diverted ||
                                event.kind == EventKind::closing_stock;
            if (enters) balance += event.mass;
            if (leaves) balance -= event.mass;
        }
        ASSERT_EQ(balance, Mass{}) << "replicate " << r;
    }
}

TEST(Conservation, HoldsWhereverTheAgreementBeginsInTheCycle) {
    test::SmallScenario small;
    small.make_chancy();
    for (const double day : {0.0, 0.5, 20.0, 25.0, 29.999, 30.0, 30.25, 59.0}) {
        expect_conservation(test::model_of(small, {test::agreement_from(day, "a", {test::open_road("a")})}), 40);
    }
}

TEST(Conservation, IsExactAfterEveryEventOfTheShippedScenario) {
    const auto folder = read_scenario_folder(shipped_scenarios() / "eastern-aleppo-2016");
    expect_conservation(Model(folder.scenario, folder.agreements, {}), 1'000);
}

}  // namespace
}  // namespace aidway
