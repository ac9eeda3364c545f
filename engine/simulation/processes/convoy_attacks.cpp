// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/convoy_attacks.hpp"

#include <algorithm>

#include "core/samplers.hpp"
#include "simulation/processes/convoy_steps.hpp"
#include "simulation/processes/morning.hpp"
#include "simulation/processes/queueing.hpp"

namespace aidway {
namespace {

bool is_out(const Convoy& convoy) { return convoy.stage != ConvoyStage::going_home && convoy.trucks > 0; }

/// The trucks whose offloading has begun by now, and when the last of them is done.
Served begun(const Context& context, std::uint32_t index) {
    const auto& all = context.world.offloading;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Offloading& o) { return o.convoy == index; });
    const auto& p = context.parameters;
    const auto& place = p.communities[context.world.convoys[index].community];
    Station bays = found->bays;
    // Whoever began by now is done when a truck that begins now would be.
    return serve({found->arrived_s, found->spread_s, found->trucks},
                 {place.bays, place.offload_s, found->arrived_s, context.now_s + place.offload_s, p.wait_limit_s},
                 bays);
}

/// Trucks that have begun finish; the rest turns back, when the last of them has come.
void break_off(Context& context, std::uint32_t index) {
    const Served served = begun(context, index);
    Convoy& convoy = context.world.convoys[index];
    if (served.trucks >= convoy.trucks && convoy.trucks > 0) return;
    convoy.spread_s = std::max<std::int64_t>(0, convoy.comes_s + convoy.spread_s - context.now_s);
    ++convoy.version;
    if (served.trucks == 0 || convoy.trucks == 0) {
        end_offloading(context, index);
        return turn_all_back(context, index, Reason::incident);
    }
    turn_back(context, index, convoy.trucks - served.trucks, Reason::incident);
    const std::int64_t done_s = std::max(served.last_done_s, context.now_s);
    context.agenda.add(convoy_due(done_s, Phase::deliveries, ConvoyStep::offloaded, context, index));
}

/// The trucks turn where they are: what was still ahead of this leg is not driven.
void turn_on_the_way(Context& context, std::uint32_t index) {
    Convoy& convoy = context.world.convoys[index];
    ++convoy.version;
    convoy.driven_s -= convoy.comes_s - std::max(context.now_s, convoy.leaves_s);
    turn_all_back(context, index, Reason::incident);
}

/// So many trucks are lost with their share of the load.
void lose(Context& context, std::uint32_t index, std::int64_t trucks, std::uint16_t place) {
    Convoy& convoy = context.world.convoys[index];
    auto event = about(EventKind::trucks_hit, convoy);
    event.count = trucks;
    event.place = place;
    context.emit(event);
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
        const Mass gone = carried_by(convoy.load[g], trucks, convoy.trucks);
        if (gone <= Mass{}) continue;
        convoy.load[g] -= gone;
        event = about(EventKind::lost, convoy);
        event.goods = static_cast<std::uint16_t>(g);
        event.mass = gone;
        event.reason = Reason::attacked;
        context.emit(event);
    }
    convoy.trucks -= trucks;
}

void suspend_all(Context& context) {
    const std::int64_t seconds = context.parameters.violence->convoys->suspend_s;
    auto& until_s = context.world.suspended_until_s;
    if (seconds == 0 || context.now_s + seconds <= until_s) return;
    until_s = context.now_s + seconds;
    context.emit({.count = seconds, .kind = EventKind::convoys_suspended});
}

void stop(Context& context, std::uint32_t index) {
    if (context.world.convoys[index].stage == ConvoyStage::offloading)
        break_off(context, index);
    else
        turn_on_the_way(context, index);
}

/// Whether the convoy was hit, by a draw of its own.
bool hit(Context& context, std::uint32_t index, const Attack& attack) {
    const auto& attacks = *context.parameters.violence->convoys;
    const auto& convoy = context.world.convoys[index];
    const auto both = refine(attack.key, static_cast<std::uint32_t>(convoy.key.low56),
                             static_cast<std::uint32_t>(convoy.key.low56 >> 32U));
    const auto draw = context.draw(ConvoyAttacks::stream, both, attack.number);
    if (!draw.chance(0, attacks.hit)) return false;
    const double share = quantile(attacks.trucks, draw.uniform(1));
    lose(context, index, binomial(convoy.trucks, share, draw.uniform(2)), attack.place);
    return true;
}

bool near_destination(const Context& context, const Convoy& convoy, const Attack& attack) {
    return attack.severe && context.routes.nearness().communities_m[attack.place][convoy.community] <=
                                context.parameters.violence->near_m;
}

}  // namespace

bool in_reach(const Context& context, const Convoy& convoy, std::uint16_t place) {
    const double within_m = context.parameters.violence->convoys->within_m;
    const auto& nearness = context.routes.nearness();
    if (convoy.stage == ConvoyStage::offloading) return nearness.communities_m[place][convoy.community] <= within_m;
    const bool at_gate = convoy.step > 0 && context.now_s <= convoy.leaves_s + convoy.spread_s;
    if (at_gate && nearness.gates_m[place][convoy.route->steps[convoy.step - 1].gate.index()] <= within_m) return true;
    const bool drives = context.now_s >= convoy.leaves_s;
    return drives && convoy.legs_m != nullptr &&
           (*convoy.legs_m)[convoy.step * context.world.incidents.size() + place] <= within_m;
}

void strike_convoys(Context& context, const Attack& attack) {
    auto& world = context.world;
    while (world.first_out < world.convoys.size() && !is_out(world.convoys[world.first_out])) ++world.first_out;
    const auto now_out = static_cast<std::uint32_t>(world.convoys.size());
    for (auto index = static_cast<std::uint32_t>(world.first_out); index < now_out; ++index) {
        const auto& convoy = world.convoys[index];
        if (!is_out(convoy)) continue;
        const bool reached = in_reach(context, convoy, attack.place);
        if (reached && hit(context, index, attack)) {
            stop(context, index);
            suspend_all(context);
        } else if (convoy.stage == ConvoyStage::offloading && (reached || near_destination(context, convoy, attack))) {
            break_off(context, index);
        }
    }
}

void note_offloading(Context& context, std::uint32_t index, std::int64_t trucks, const Station& bays) {
    if (!context.parameters.violence || !context.parameters.violence->convoys) return;
    const auto& convoy = context.world.convoys[index];
    context.world.offloading.push_back({index, context.now_s, convoy.spread_s, trucks, bays});
}

void end_offloading(Context& context, std::uint32_t index) {
    std::erase_if(context.world.offloading, [&](const Offloading& o) { return o.convoy == index; });
}

}  // namespace aidway
