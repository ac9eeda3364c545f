// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>

#include "io/scenario_folder.hpp"
#include "support/everything.hpp"
#include "support/folders.hpp"
#include "support/mass_ledger.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::all_terms;
using test::everything;
using test::everything_and_welfare;

void expect_conservation(const Model& model, std::uint32_t replicates) {
    const auto enclave_of = parameters_of(model.scenario(), model.scenario().record()).enclave_of;
    Runner runner(model);
    for (std::uint32_t r = 0; r < replicates; ++r) {
        for (std::size_t v = 0; v < model.variants().size(); ++v) {
            for (const Arm arm : {Arm::as_signed, Arm::as_kept}) {
                const auto log = runner.run({7, r}, v, arm);
                const auto fault = test::MassLedger(model.effective_s(), runner.scope(), enclave_of).fault_in(log);
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

// Under sanitizers, which check the library too, or without optimisation a replicate takes ten times as long and more.
#if defined(__OPTIMIZE__) && !defined(_GLIBCXX_ASSERTIONS)
constexpr std::uint32_t many = 10'000;
#else
constexpr std::uint32_t many = 500;
#endif

TEST(Conservation, IsExactAfterEveryEventOfTenThousandReplicatesOfEverything) {
    auto small = everything();
    small.add_uncertain("communities/one/population", {LawKind::pert, {4'000, 10'000, 13'000}});
    small.add_uncertain("enclaves/both/opening_stock", {LawKind::uniform, {0, 30 * 86'400.0}});
    expect_conservation(test::model_of(small, {test::agreement_from(12.3, "all", all_terms())}), many);
}

TEST(Conservation, IsTriedByEverythingThatMovesMassOrPeople) {
    const auto model = test::model_of(everything(), {test::agreement_from(12.3, "all", all_terms())});
    Runner runner(model);
    std::array<int, event_kinds> seen{};
    for (std::uint32_t r = 0; r < 300; ++r) {
        for (const auto& event : runner.run({7, r}, 0, Arm::as_kept)) ++seen[static_cast<std::size_t>(event.kind)];
    }
    for (const auto kind :
         {EventKind::loaded, EventKind::removed, EventKind::delivered, EventKind::returned, EventKind::ended,
          EventKind::informal_inflow, EventKind::local_inflow, EventKind::market_inflow, EventKind::handed_out,
          EventKind::diverted, EventKind::eaten, EventKind::departed, EventKind::residents, EventKind::incident,
          EventKind::gate_shut, EventKind::stock_emptied, EventKind::stock_refilled}) {
        EXPECT_GT(seen[static_cast<std::size_t>(kind)], 0) << name_of(kind);
    }
}

TEST(Conservation, HoldsWhilePeopleMoveBetweenEnclavesAndMedicineAndDieselAreUsed) {
    expect_conservation(test::model_of(everything_and_welfare(), {test::agreement_from(12.3, "all", all_terms())}),
                        300);
}

TEST(Conservation, IsTriedByPeopleWhoMoveAndByMedicineAndDiesel) {
    const auto model = test::model_of(everything_and_welfare(), {test::agreement_from(12.3, "all", all_terms())});
    Runner runner(model);
    std::array<int, event_kinds> seen{};
    std::array<Mass, most_goods> used{};
    for (std::uint32_t r = 0; r < 30; ++r) {
        for (const auto& event : runner.run({7, r}, 0, Arm::as_kept)) {
            ++seen[static_cast<std::size_t>(event.kind)];
            if (event.kind == EventKind::used) used[event.goods] += event.mass;
        }
    }
    for (const auto kind : {EventKind::evacuated, EventKind::settled, EventKind::departed, EventKind::used}) {
        EXPECT_GT(seen[static_cast<std::size_t>(kind)], 0) << name_of(kind);
    }
    EXPECT_GT(used[1], Mass{}) << "medicine";
    EXPECT_GT(used[2], Mass{}) << "diesel";
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
    expect_conservation(model, 200);
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
    expect_conservation(Model(folder.scenario, folder.agreements, {}), many / 10);
}

}  // namespace
}  // namespace aidway
