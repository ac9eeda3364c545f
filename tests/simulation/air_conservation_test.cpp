// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>

#include "support/air_scenario.hpp"
#include "support/mass_ledger.hpp"
#include "support/read_agreement.hpp"

namespace aidway {
namespace {

/// Chances everywhere, two places, drops that scatter, a bridge to a depot that has nothing, goods loaded over, few
/// crews, aid by need, convoys that look for another way.
test::SmallScenario everything_by_air() {
    auto small = test::airy();
    small.days = 75;
    small.add_second_community();
    small.make_chancy();
    small.aid_at_a = Access::by_clearance;
    small.has_detour = true;
    small.a_closes_on_day = 40.26;
    auto& record = small.record;
    record.communities.find("two")->drop_zone = DropZone::low;
    record.depots.find("north")->stock.add("food", {});
    record.depots.find("north")->cross_loading = Chance<Duration>{Law{LawKind::uniform, {0, 20 * 86'400.0}}};
    record.fleets.find("north")->crews = Count{7};
    record.movement.reroute = true;
    record.permission.answer_model = AnswerModel::common_shock;
    record.permission.linked = {{{"one", "two"}}};
    record.allocation.rule = AllocationRule::proportional;
    auto& drops = test::operation(small, "drops");
    drops.flyable = Probability(0.6);
    drops.denied = Probability(0.2);
    drops.load = Mass::grams(3'333'333);
    drops.pallets = {7};
    drops.usable = {Law{LawKind::beta, {2, 1}}};
    drops.damaged = Probability(0.3);
    drops.out_of_zone = Probability(0.3);
    test::operation(small, "lift").flyable = Probability(0.5);
    return small;
}

std::vector<Term> flights(AirConsent consent) {
    auto drops = test::air_drop({"one", "two"}, consent);
    std::get<AirDeliveryTerm>(drops.body).sorties_per_day = Count{3};
    auto terms = test::agreement_of({"needs_based: {undo_links: true}"}).terms;
    terms.push_back(drops);
    terms.push_back(test::air_bridge("north"));
    terms.push_back(test::open_road("a"));
    return terms;
}

TEST(AirConservation, IsExactAfterEveryEvent) {
    auto small = everything_by_air();
    small.add_uncertain("communities/one/population", {LawKind::pert, {4'000, 10'000, 13'000}});
    for (const double day : {0.0, 17.3, 35.6}) {
        const auto model = test::model_of(small, {test::agreement_from(day, "asked", flights(AirConsent::asked)),
                                                  test::agreement_from(day, "unasked", flights(AirConsent::none))});
        const auto enclave_of = parameters_of(model.scenario(), model.scenario().record()).enclave_of;
        Runner runner(model);
        for (std::uint32_t r = 0; r < 300; ++r) {
            for (const std::size_t v : {0U, 1U}) {
                for (const Arm arm : {Arm::as_signed, Arm::as_kept}) {
                    const auto log = runner.run({7, r}, v, arm);
                    const auto fault = test::MassLedger(model.effective_s(), runner.scope(), enclave_of).fault_in(log);
                    ASSERT_EQ(fault, "") << "replicate " << r << ", agreement " << v << ", " << name_of(arm);
                }
            }
        }
    }
}

TEST(AirConservation, IsTriedByEverythingThatFlies) {
    const auto model = test::model_of(everything_by_air(), {test::agreement_from(0, "a", flights(AirConsent::asked)),
                                                            test::agreement_from(0, "b", flights(AirConsent::none))});
    Runner runner(model);
    std::array<int, event_kinds> kinds{};
    std::array<int, reasons> ended{};
    std::array<Mass, 3> lost{};
    for (std::uint32_t r = 0; r < 200; ++r) {
        for (const std::size_t v : {0U, 1U}) {
            for (const auto& event : runner.run({7, r}, v, Arm::as_kept)) {
                ++kinds.at(static_cast<std::size_t>(event.kind));
                if (event.kind == EventKind::ended) ++ended.at(static_cast<std::size_t>(event.reason));
                if (event.kind == EventKind::lost) lost.at(event.number) += event.mass;
            }
        }
    }
    for (const auto kind : {EventKind::flown, EventKind::lost, EventKind::depot_filled, EventKind::rerouted}) {
        EXPECT_GT(kinds.at(static_cast<std::size_t>(kind)), 0) << name_of(kind);
    }
    for (const auto reason : {Reason::weather, Reason::no_aircraft, Reason::no_drop_zone, Reason::refused,
                              Reason::cross_loading, Reason::no_stock}) {
        EXPECT_GT(ended.at(static_cast<std::size_t>(reason)), 0) << name_of(reason);
    }
    for (const Mass mass : lost) EXPECT_GT(mass, Mass{});
}

TEST(AirConservation, LeavesAReplicateTheSameWhateverRanBefore) {
    const auto model = test::model_of(everything_by_air(), {test::agreement_from(5, "a", flights(AirConsent::asked)),
                                                            test::agreement_from(5, "none", {})});
    Runner runner(model);
    for (std::uint32_t r = 0; r < 30; ++r) {
        (void)runner.run({3, r + 100}, 1, Arm::as_signed);
        const auto again = runner.run({3, r}, 0, Arm::as_kept);
        EXPECT_EQ(test::Log(again.begin(), again.end()), test::log_of(model, {3, r}, 0, Arm::as_kept));
    }
}

}  // namespace
}  // namespace aidway
