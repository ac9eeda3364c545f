// SPDX-License-Identifier: Apache-2.0
#include "simulation/parameters.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/real_math.hpp"
#include "simulation/linked_groups.hpp"

namespace aidway {
namespace {

double daily_chance(Hazard hazard) { return 1.0 - real_exp(-hazard.per_day()); }

/// As stated, or as places under so tight a siege have it.
double informal_of(const EnclaveRecord& enclave, const FoodRecord& food) {
    if (enclave.informal) return enclave.informal->value();
    if (!enclave.siege_tier || !food.informal_by_tier) return 0;
    const auto& by_tier = *food.informal_by_tier;
    const std::array shares{by_tier.tier_1, by_tier.tier_2, by_tier.tier_3};
    return shares.at(static_cast<std::size_t>(enclave.siege_tier->value - 1)).value();
}

/// Indices, ascending by key.
std::vector<std::uint16_t> ordered(const std::vector<EntityKey>& keys) {
    std::vector<std::uint16_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::uint16_t{0});
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return keys[a] < keys[b]; });
    return order;
}

TradeParameters trade_of(const std::optional<TradeRecord>& trade, const std::optional<PriceRecord>& price) {
    if (!trade) return {};
    return {true,
            trade->refill_to / Duration{1},
            std::max<std::int64_t>(1, trade->refill_over / Duration{1}),
            trade->climb.value() / 7.0,
            trade->decay.value(),
            price ? price->elasticity : 0.0};
}

std::vector<GoodsParameters> goods_of(const ScenarioRecord& record) {
    std::vector<GoodsParameters> all;
    for (const auto& [name, goods] : record.goods) {
        all.push_back({goods.density.kilograms_per_cubic_metre(), goods.per_person_day, goods.removed.chance.value(),
                       goods.removed.share.law, goods.struck_out.value()});
    }
    return all;
}

std::vector<std::array<DepotStock, most_goods>> depots_of(const ScenarioRecord& record) {
    std::vector<std::array<DepotStock, most_goods>> all;
    for (const auto& [name, depot] : record.depots) {
        auto& stocks = all.emplace_back();
        for (const auto& [goods, stock] : depot.stock) {
            stocks.at(*record.goods.index_of(goods.text)) = {true, stock.at_start, stock.per_week,
                                                             stock.first_after / Duration{1}};
        }
    }
    return all;
}

std::vector<CrossLoading> cross_loading_of(const ScenarioRecord& record) {
    std::vector<CrossLoading> all;
    for (const auto& [name, depot] : record.depots) {
        auto& loading = all.emplace_back();
        loading.key = entity_key({"depot", name.text});
        if (depot.cross_loading) loading.time = depot.cross_loading->law;
    }
    return all;
}

std::vector<FleetParameters> fleets_of(const ScenarioRecord& record) {
    std::vector<FleetParameters> all;
    for (const auto& [name, fleet] : record.fleets) {
        all.push_back(
            {entity_key({"fleet", name.text}), static_cast<std::uint16_t>(*record.depots.index_of(fleet.depot.text)),
             static_cast<std::uint16_t>(*record.vehicles.index_of(fleet.vehicle.text)), fleet.trucks.value,
             fleet.payload.kilograms(), fleet.space.cubic_metres(), fleet.convoy_trucks.value,
             fleet.convoys_per_week.value, fleet.announced_per_truck.value, fleet.crews.value_or(fleet.trucks).value});
    }
    return all;
}

std::vector<std::pair<std::uint16_t, std::uint16_t>> joins_of(const CommunityRecord& community,
                                                              const ScenarioRecord& record) {
    std::vector<std::pair<std::uint16_t, std::uint16_t>> all;
    for (const auto& [party, enclave] : community.enclave_when_held_by) {
        all.emplace_back(static_cast<std::uint16_t>(*record.parties.index_of(party.text)),
                         static_cast<std::uint16_t>(*record.enclaves.index_of(enclave.text)));
    }
    return all;
}

/// Days of the period have 86,400 s, whatever the clocks do.
std::int64_t seconds_since_start(const LocalTime& time, const PeriodRecord& period) {
    return (std::int64_t{time.day} - period.from.day) * 86'400 + time.second;
}

std::vector<BakeriesFrom> bakeries_of(const EnclaveRecord& enclave, const ScenarioRecord& record) {
    std::vector<BakeriesFrom> all;
    if (!record.bread) return all;
    for (const auto& bakeries : enclave.bakeries) {
        all.push_back(
            {seconds_since_start(bakeries.from, record.period), record.bread->capacity * bakeries.count.value});
    }
    return all;
}

BreadParameters bread_of(const ScenarioRecord& record) {
    if (!record.bread) return {};
    const auto& bread = *record.bread;
    BreadParameters p{bread.share.value(), {}, bread.diesel_per_tonne.kilograms() / 1'000.0};
    if (bread.diesel) p.diesel = *record.goods.index_of(bread.diesel->text);
    return p;
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
    p.informal = informal_of(enclave, record.food);
    p.local = enclave.local.value();
    p.trade_at_start = enclave.trade_at_start.value();
    if (record.departures) p.willing = enclave.willing.value_or(record.departures->willing).value();
    p.has_outside = !enclave.outside.empty();
    if (enclave.leave_to) p.leave_to = static_cast<std::uint16_t>(*record.communities.index_of(enclave.leave_to->text));
    p.opening_medicine_s = enclave.opening_medicine / Duration{1};
    const Mass opening = p.need * enclave.opening_stock;
    p.opening_store = Mass::nearest_gram(opening.kilograms() * enclave.opening_in_store.value());
    p.opening_home = opening - p.opening_store;
    p.bakeries = bakeries_of(enclave, record);
    p.opening_diesel = enclave.opening_diesel;
    return p;
}

std::vector<EvacuationParameters> evacuations_of(const ScenarioRecord& record) {
    std::vector<EvacuationParameters> all;
    for (const auto& [name, moved] : record.evacuations) {
        EvacuationParameters p;
        p.key = entity_key({"evacuation", name.text});
        p.from = static_cast<std::uint16_t>(*record.communities.index_of(moved.community.text));
        const auto to = moved.to ? record.communities.index_of(moved.to->text) : std::nullopt;
        if (to) p.to = static_cast<std::uint16_t>(*to);
        p.at_s = seconds_since_start(moved.at, record.period);
        p.people = moved.people.value_or(Count{}).value;
        p.share = moved.share.value_or(Probability{}).value();
        all.push_back(p);
    }
    return all;
}

MedicineParameters medicine_of(const ScenarioRecord& record) {
    if (!record.medicine) return {};
    const auto& kit = *record.medicine;
    const double days = static_cast<double>(kit.kit_lasts / Duration{1}) / 86'400.0;
    return {true, *record.goods.index_of(kit.goods.text),
            kit.kit.kilograms() * 1'000.0 / (static_cast<double>(kit.kit_people.value) * days)};
}

}  // namespace

Parameters parameters_of(const Scenario& scenario, const ScenarioRecord& record) {
    Parameters p;
    p.period_s = (scenario.calendar().until - scenario.calendar().from) / Duration{1};
    p.goods = goods_of(record);
    p.food = *record.goods.index_of(record.food.goods.text);
    p.need_per_person = record.food.need;
    double most = 1;  // laws are drawn one by one, and may cross: who has less in hand does not eat more
    for (const auto& step : record.food.coping) {
        most = std::min(most, step.eaten.value());
        p.coping.push_back({step.cover_at_least / Duration{1}, most});
    }
    p.diverted = record.food.diverted.value();
    p.diverted_monitored = std::min(p.diverted, record.food.diverted_monitored.value_or(record.food.diverted).value());
    for (const auto& [name, party] : record.parties) p.parties.push_back(entity_key({"party", name.text}));
    p.party_order = ordered(p.parties);
    for (const auto& [name, community] : record.communities) {
        p.communities.push_back({entity_key({"community", name.text}), community.population.value, community.bays.value,
                                 community.offload / Duration{1}, community.aid, community.drop_zone,
                                 joins_of(community, record)});
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
    p.depots = depots_of(record);
    p.cross_loading = cross_loading_of(record);
    p.air = air_parameters(record);
    p.allocation = record.allocation.rule;
    for (const auto& gate : scenario.gates()) {
        const auto& g = record.gates.at(gate.name);
        p.gates.push_back({gate.key, g.lanes.value, g.inspection / Duration{1}});
    }
    p.movement = record.movement.hours;
    if (p.movement.all_day()) p.movement = {0, 86'400};
    p.crew_s = record.movement.crew / Duration{1};
    p.wait_limit_s = record.movement.wait_limit / Duration{1};
    p.reroute = record.movement.reroute;
    const auto& permission = record.permission;
    p.cycle_s = permission.cycle / Duration{1};
    p.submitted_before_s = permission.submitted_before / Duration{1};
    p.answers = {permission.answers.full.value(), permission.answers.part.value(), permission.answers.silent.value()};
    p.answers_by_climate = permission.answer_model == AnswerModel::climate && record.climate.has_value();
    if (permission.answer_model == AnswerModel::common_shock) p.common_answer = entity_key({"common answer"});
    p.group_of = linked_groups(record);
    p.lag = permission.lag.law;
    p.part_people = permission.part_people.law;
    p.letter_daily = permission.letter.daily_chance.value();
    p.letter_due_s = permission.letter.due / Duration{1};
    p.security_withheld = permission.security_withheld.value();
    p.renewal_test = record.renewal.test;
    p.front_resumes = record.fronts.resumes;
    if (record.climate) p.climate = climate_parameters(record, *record.climate);
    if (record.violence) p.violence = violence_parameters(record, *record.violence);
    for (const auto& [name, monitor] : record.monitors) {
        p.monitors.push_back({entity_key({"monitor", name.text}), sight_of(record, monitor)});
    }
    if (record.deterrence) p.deterrence = deterrence_parameters(*record.deterrence);
    p.break_hazard = record.compliance.breaking.per_day();
    p.onset = daily_chance(record.compliance.onset);
    p.breaking = daily_chance(record.compliance.breaking);
    p.repair = daily_chance(record.compliance.repair);
    p.turn_back_kept = record.turn_back.kept.value();
    p.turn_back_not_kept = record.turn_back.not_kept.value();
    p.trade = trade_of(record.trade, record.price);
    if (record.departures) p.leaving_daily = daily_chance(record.departures->rate);
    p.evacuations = evacuations_of(record);
    p.medicine = medicine_of(record);
    p.bread = bread_of(record);
    return p;
}

}  // namespace aidway
