// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>

#include "io/scenario_folder.hpp"
#include "support/folders.hpp"
#include "support/mass_ledger.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

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

/// People who leave one for two and are moved the other way, and medicine that is used.
void add_welfare(test::SmallScenario& small) {
    auto& record = small.record;
    record.medicine = {"medicine", Mass::kilograms(1'250), {10'000}, one_day * 90};
    for (std::size_t e = 0; e < record.enclaves.size(); ++e) record.enclaves[e].opening_medicine = one_day * 5;
    GoodsRecord diesel = record.goods.at("food");
    diesel.per_person_day = MassRate::grams_per_day(20);
    record.goods.add("diesel", diesel);
    record.bread = {Probability(0.5), MassRate::grams_per_day(400'000), Name("diesel"), Mass::kilograms(90)};
    auto& first = record.enclaves[0];
    first.bakeries = {{{16'989, 0, {}}, {9}}, {{16'989 + 15, 0, {}}, {3}}};
    first.opening_diesel = Mass::kilograms(400);
    EvacuationRecord moved;
    moved.community = "two";
    moved.to = Name("one");
    moved.at = {16'989 + 20, 3'600, {}};
    moved.share = Probability(0.7);
    record.evacuations.add("moved", moved);
}

/// Chances everywhere, violence that shuts gates, a climate of access, silence that escalates, linked places, markets
/// and people who leave; two communities of one enclave.
test::SmallScenario everything() {
    test::SmallScenario small;
    small.days = 45;
    small.add_second_community();
    small.make_chancy();
    auto& enclaves = small.record.enclaves;
    auto shared = enclaves.at("one");
    shared.members = {"one", "two"};
    shared.opening_stock = one_day * 3;
    shared.local = Probability(0.04);
    enclaves.clear();
    enclaves.add("both", shared);
    small.add_outside();
    small.add_trade();
    small.record.trade->refill_to = one_day * 15;
    small.add_departures();
    small.open_for = {{0, Traffic::goods, 3, 9}, {1, Traffic::civilians, 4, 30}};
    auto& permission = small.record.permission;
    permission.answer_model = AnswerModel::climate;
    permission.silence_means = Silence::escalate;
    permission.escalates_to = Name("opp");
    permission.linked = {{{"one", "two"}}};
    const AnswersRecord answers{Probability(0.3), Probability(0.4), Probability(0.2)};
    small.record.climate = {
        {{}, Probability(0), Probability(0.8), 2.0},
        {answers, Probability(0.3), Probability(0.2), 1.0},
        {{Probability(0.8), Probability(0.2), Probability(0)}, Probability(0.6), Probability(0), 0.5},
        Probability(0.3),
        Probability(0.4),
        Hazard(0.1),
        Hazard(0.1),
        Hazard(0.1),
        Hazard(0.1),
        2.0};
    ViolenceRecord violence;
    violence.by.add("shells", {"gov", ViolenceKind::shelling, Hazard(0.5), Probability(0.2), Probability(0.4)});
    violence.where.add("gate", {test::small_place(11.5), 1});
    violence.where.add("town", {test::small_place(0), 2});
    violence.shuts_gate = Probability(0.3);
    small.record.violence = violence;
    return small;
}

/// Roads for aid and for trade, and an end of hostilities.
std::vector<Term> all_terms() {
    Term movement;
    FreeMovement free;
    free.gates = {"a", "b"};
    free.goods_per_day = MassRate::grams_per_day(3'000'000);
    movement.obliges = {"gov"};
    movement.body = free;
    Term cessation;
    cessation.body = CeaseHostilities{{"gov", "opp"}, {}, true};
    return {test::open_road("a"), test::open_road("b"), movement, cessation};
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

/// The same with an enclave for each community, between which people move.
test::SmallScenario everything_and_welfare() {
    auto small = everything();
    auto& first = *small.record.enclaves.find("both");
    first.members = {"one"};
    first.leave_to = Name("two");
    auto second = first;
    second.members = {"two"};
    second.leave_to.reset();
    small.record.enclaves.add("other", second);
    add_welfare(small);
    return small;
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
    expect_conservation(Model(folder.scenario, folder.agreements, {}), 1'000);
}

}  // namespace
}  // namespace aidway
