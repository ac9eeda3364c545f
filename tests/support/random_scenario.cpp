// SPDX-License-Identifier: Apache-2.0
#include "support/random_scenario.hpp"

namespace aidway::test {
namespace {

void set_places(SmallScenario& small, Dice& dice) {
    auto& record = small.record;
    for (std::size_t c = 0; c < record.communities.size(); ++c)
        record.communities[c].population = {dice.whole(1'000, 20'000)};
    for (std::size_t e = 0; e < record.enclaves.size(); ++e) {
        auto& enclave = record.enclaves[e];
        enclave.opening_stock = Duration{seconds_of_days(dice.between(0, 70))};
        enclave.opening_in_store = Probability(dice.between(0, 1));
        enclave.informal = Probability(dice.between(0, 0.5));
        enclave.local = Probability(dice.between(0, 0.2));
    }
    for (std::size_t g = 0; g < record.gates.size(); ++g) {
        record.gates[g].lanes = {dice.whole(1, 3)};
        record.gates[g].inspection = std::chrono::minutes{dice.whole(0, 15)};
    }
}

void set_fleets(SmallScenario& small, Dice& dice) {
    if (dice.heads()) small.without_south_fleet();
    for (std::size_t f = 0; f < small.record.fleets.size(); ++f) {
        auto& fleet = small.record.fleets[f];
        fleet.trucks = {dice.whole(1, 30)};
        fleet.convoy_trucks = {dice.whole(1, 15)};
        fleet.convoys_per_week = {dice.whole(1, 10)};
    }
}

void set_chances(SmallScenario& small, Dice& dice) {
    auto& record = small.record;
    auto& permission = record.permission;
    const double full = dice.between(0, 0.5), part = dice.between(0, 0.3), silent = dice.between(0, 0.2);
    permission.answers = {Probability(full), Probability(part), Probability(silent)};
    permission.lag = {Law{LawKind::lognormal, {dice.between(1, 6) * 86'400, 0.6}}};
    permission.letter.daily_chance = Probability(dice.between(0.05, 1));
    permission.security_withheld = Probability(dice.between(0, 0.5));
    permission.silence_means = dice.heads() ? Silence::refusal : Silence::consent;
    record.compliance = {Hazard(dice.between(0, 1)), Hazard(dice.between(0, 0.3)), Hazard(dice.between(0, 1))};
    record.turn_back = {Probability(dice.between(0, 0.2)), Probability(dice.between(0, 0.6))};
    record.goods.find("food")->removed.chance = Probability(dice.between(0, 0.5));
}

}  // namespace

SmallScenario random_scenario(Dice& dice, bool two_communities) {
    SmallScenario small;
    if (two_communities) small.add_second_community();
    set_places(small, dice);
    set_fleets(small, dice);
    set_chances(small, dice);
    small.record.allocation.rule = dice.heads() ? AllocationRule::in_turn : AllocationRule::by_need;
    return small;
}

DatedAgreement random_agreement(Dice& dice) {
    std::vector<Term> terms;
    if (dice.heads()) terms.push_back(open_road("a"));
    if (dice.heads()) terms.push_back(open_road("b"));
    if (dice.heads()) terms.push_back(permission_by(Procedure::notification_only));
    return agreement_from(static_cast<double>(dice.whole(0, 30)), "random", terms);
}

}  // namespace aidway::test
