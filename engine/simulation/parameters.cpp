// SPDX-License-Identifier: Apache-2.0
#include "simulation/parameters.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/real_math.hpp"

namespace aidway {
namespace {

double daily_chance(Hazard hazard) { return 1.0 - real_exp(-hazard.per_day()); }

MassRate share_of(MassRate rate, Probability share) {
    return MassRate::grams_per_day(std::llround(static_cast<double>(rate.grams_per_day()) * share.value()));
}

std::vector<GoodsParameters> goods_of(const ScenarioRecord& record) {
    std::vector<GoodsParameters> all;
    for (const auto& [name, goods] : record.goods) {
        all.push_back({goods.density.kilograms_per_cubic_metre(), goods.per_person_day, goods.removed.chance.value(),
                       goods.removed.share.law, goods.struck_out.value()});
    }
    return all;
}

std::vector<FleetParameters> fleets_of(const ScenarioRecord& record) {
    std::vector<FleetParameters> all;
    for (const auto& [name, fleet] : record.fleets) {
        all.push_back({entity_key({"fleet", name.text}),
                       static_cast<std::uint16_t>(*record.depots.index_of(fleet.depot.text)),
                       static_cast<std::uint16_t>(*record.vehicles.index_of(fleet.vehicle.text)), fleet.trucks.value,
                       fleet.payload.kilograms(), fleet.space.cubic_metres(), fleet.convoy_trucks.value,
                       fleet.convoys_per_week.value, fleet.announced_per_truck.value});
    }
    return all;
}

EnclaveParameters enclave_of(const std::string& name, const EnclaveRecord& enclave, const ScenarioRecord& record,
                             const std::vector<CommunityParameters>& communities) {
    EnclaveParameters p;
    p.key = entity_key({"enclave", name});
    for (const auto& member : enclave.members) {
        p.members.push_back(static_cast<std::uint16_t>(*record.communities.index_of(member.text)));
        p.need = p.need + record.food.need * communities[p.members.back()].population;
    }
    std::sort(p.members.begin(), p.members.end(),
              [&](auto a, auto b) { return communities[a].key < communities[b].key; });
    p.informal = share_of(p.need, enclave.informal);
    p.local = share_of(p.need, enclave.local);
    const Mass opening = p.need * enclave.opening_stock;
    p.opening_store = Mass::nearest_gram(opening.kilograms() * enclave.opening_in_store.value());
    p.opening_home = opening - p.opening_store;
    return p;
}

}  // namespace

Parameters parameters_of(const Scenario& scenario, const ScenarioRecord& record) {
    Parameters p;
    p.period_s = (scenario.calendar().until - scenario.calendar().from) / Duration{1};
    p.goods = goods_of(record);
    p.food = *record.goods.index_of(record.food.goods.text);
    p.need_per_person = record.food.need;
    for (const auto& step : record.food.coping)
        p.coping.push_back({step.cover_at_least / Duration{1}, step.eaten.value()});
    p.diverted = record.food.diverted.value();
    for (const auto& [name, party] : record.parties) p.parties.push_back(entity_key({"party", name.text}));
    for (const auto& [name, community] : record.communities) {
        p.communities.push_back({entity_key({"community", name.text}), community.population.value, community.bays.value,
                                 community.offload / Duration{1}});
    }
    p.community_order.resize(p.communities.size());
    std::iota(p.community_order.begin(), p.community_order.end(), std::uint16_t{0});
    std::sort(p.community_order.begin(), p.community_order.end(),
              [&](auto a, auto b) { return p.communities[a].key < p.communities[b].key; });
    p.enclave_of.resize(p.communities.size());
    for (const auto& [name, enclave] : record.enclaves) {
        p.enclaves.push_back(enclave_of(name.text, enclave, record, p.communities));
        for (const auto member : p.enclaves.back().members) {
            p.enclave_of[member] = static_cast<std::uint16_t>(p.enclaves.size() - 1);
        }
    }
    p.fleets = fleets_of(record);
    for (const auto& gate : scenario.gates()) {
        const auto& g = record.gates.at(gate.name);
        p.gates.push_back({gate.key, g.lanes.value, g.inspection / Duration{1}});
    }
    p.movement = record.movement.hours;
    if (p.movement.all_day()) p.movement = {0, 86'400};
    p.crew_s = record.movement.crew / Duration{1};
    p.wait_limit_s = record.movement.wait_limit / Duration{1};
    const auto& permission = record.permission;
    p.cycle_s = permission.cycle / Duration{1};
    p.submitted_before_s = permission.submitted_before / Duration{1};
    p.answer_full = permission.answers.full.value();
    p.answer_part = permission.answers.part.value();
    p.answer_silent = permission.answers.silent.value();
    p.lag = permission.lag.law;
    p.part_people = permission.part_people.law;
    p.letter_daily = permission.letter.daily_chance.value();
    p.security_withheld = permission.security_withheld.value();
    p.onset = daily_chance(record.compliance.onset);
    p.breaking = daily_chance(record.compliance.breaking);
    p.repair = daily_chance(record.compliance.repair);
    p.turn_back_kept = record.turn_back.kept.value();
    p.turn_back_not_kept = record.turn_back.not_kept.value();
    return p;
}

}  // namespace aidway
