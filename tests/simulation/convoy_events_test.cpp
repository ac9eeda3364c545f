// SPDX-License-Identifier: Apache-2.0
// Conservation over ten million events of convoys.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/mass_ledger.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

/// Chances everywhere, and a great many convoys of few trucks to two large towns.
test::SmallScenario busy() {
    test::SmallScenario small;
    small.add_second_community();
    small.make_chancy();
    auto& record = small.record;
    record.permission.procedure = Procedure::notification_only;
    for (const std::string name : {"one", "two"}) record.communities.find(name)->population = {200'000};
    for (const std::string name : {"a", "b"}) {
        record.gates.find(name)->lanes = {4};
        record.gates.find(name)->inspection = std::chrono::minutes{4};
    }
    for (const std::string name : {"north", "south"}) {
        auto& fleet = *record.fleets.find(name);
        fleet.trucks = {120};
        fleet.convoy_trucks = {2};
        fleet.convoys_per_week = {1'000};
    }
    return small;
}

bool is_of_a_convoy(const Event& event) { return event.fleet != Event::no_index; }

// Under sanitizers, which check the library too, or without optimisation it takes ten times as long and more.
#if defined(__OPTIMIZE__) && !defined(_GLIBCXX_ASSERTIONS)
constexpr std::int64_t wanted = 10'000'000;
#else
constexpr std::int64_t wanted = 300'000;
#endif

TEST(ConvoyEvents, ConserveEveryTickOverTenMillionOfThem) {
    const auto model =
        test::model_of(busy(), {test::agreement_from(17.3, "both", {test::open_road("a"), test::open_road("b")})});
    const auto enclave_of = parameters_of(model.scenario(), model.scenario().record()).enclave_of;
    Runner runner(model);
    std::int64_t seen = 0;
    for (std::uint32_t r = 0; seen < wanted; ++r) {
        ASSERT_LT(r, 100'000U) << "so few events a replicate try nothing";
        for (const Arm arm : {Arm::as_signed, Arm::as_kept}) {
            const auto log = runner.run({421, r}, 0, arm);
            ASSERT_EQ(test::MassLedger(model.effective_s(), runner.scope(), enclave_of).fault_in(log), "") << r;
            seen += std::count_if(log.begin(), log.end(), is_of_a_convoy);
        }
    }
}

}  // namespace
}  // namespace aidway
