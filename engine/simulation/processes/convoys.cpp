// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/convoys.hpp"

#include "simulation/processes/convoy_steps.hpp"
#include "simulation/processes/depot_stock.hpp"
#include "simulation/processes/morning.hpp"
#include "simulation/processes/permission.hpp"

namespace aidway {
namespace {

/// What comes back may go again, if its plan still stands; else it ends with the reason it came back for.
void come_home(Context& context, std::uint32_t index) {
    Convoy& convoy = context.world.convoys[index];
    context.world.fleets[convoy.fleet].trucks += convoy.trucks;
    context.world.fleets[convoy.fleet].crews += convoy.trucks;
    Request& request = context.world.requests[convoy.community][convoy.cycle & 1U];
    const bool stands = request.live && request.cycle == convoy.cycle && request.attempt == convoy.attempt;
    Request past;
    past.cycle = convoy.cycle;
    past.attempt = convoy.attempt;
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
        const Mass mass = convoy.load[g];
        if (mass <= Mass{}) continue;
        take_from_depot(context, context.parameters.fleets[convoy.fleet].depot, g, Mass{} - mass);
        auto event = about(EventKind::returned, convoy);
        event.goods = static_cast<std::uint16_t>(g);
        event.mass = mass;
        event.reason = convoy.reason;
        context.emit(event);
        if (stands) {
            request.remaining[g] += mass;
            request.can_go[g] += mass;
            request.sent -= mass;
            if (convoy.limited) request.granted[g] += mass;
            request.last_reason = convoy.reason;
        } else {
            end_mass(context, convoy.community, past, g, mass, convoy.reason);
        }
        convoy.load[g] = {};
    }
    convoy.trucks = 0;
}

}  // namespace

Due convoy_due(std::int64_t at_s, Phase phase, ConvoyStep step, const Context& context, std::uint32_t convoy) {
    const auto& of = context.world.convoys[convoy];
    return {at_s, phase, Convoys::stream, static_cast<std::uint8_t>(step), of.key, convoy, of.version, 0};
}

Event about(EventKind kind, const Convoy& convoy) {
    return {.kind = kind,
            .community = convoy.community,
            .cycle = convoy.cycle,
            .attempt = convoy.attempt,
            .fleet = convoy.fleet,
            .number = convoy.number};
}

Mass carried_by(Mass mass, std::int64_t trucks, std::int64_t of) {
    if (trucks == of) return mass;
    // Quotient and remainder apart, so that the product cannot overflow.
    const std::int64_t each = mass.ticks() / of;
    const std::int64_t rest = mass.ticks() % of;
    return Mass::ticks(each * trucks + rest * trucks / of);
}

void turn_back(Context& context, std::uint32_t index, std::int64_t trucks, Reason reason) {
    if (trucks == 0) return;
    Convoy back = context.world.convoys[index];
    back.trucks = trucks;
    back.reason = reason;
    back.stage = ConvoyStage::going_home;
    Convoy& on = context.world.convoys[index];
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
        back.load[g] = carried_by(on.load[g], trucks, on.trucks);
        on.load[g] -= back.load[g];
    }
    on.trucks -= trucks;
    if (on.trucks == 0) ++on.version;
    auto event = about(EventKind::trucks_returned, back);
    event.count = trucks;
    event.reason = reason;
    context.emit(event);
    context.world.convoys.push_back(back);
    const std::int64_t last_s = context.now_s + back.spread_s;
    const auto index_back = static_cast<std::uint32_t>(context.world.convoys.size() - 1);
    context.agenda.add(convoy_due(last_s + back.driven_s, Phase::arrivals, ConvoyStep::home, context, index_back));
}

void turn_all_back(Context& context, std::uint32_t index, Reason reason) {
    const Convoy whole = context.world.convoys[index];
    turn_back(context, index, whole.trucks, reason);
    if (reason != Reason::linked) recall_linked(context, whole);
}

void drive_on(Context& context, std::uint32_t index, std::int64_t from_s) {
    Convoy& convoy = context.world.convoys[index];
    const bool gate_ahead = convoy.step < convoy.route->steps.size();
    const auto drive_s = (gate_ahead ? convoy.route->steps[convoy.step].before : convoy.route->after) / Duration{1};
    convoy.driven_s += drive_s;
    convoy.leaves_s = from_s;
    convoy.comes_s = from_s + drive_s;
    context.agenda.add(convoy_due(from_s + drive_s, Phase::arrivals,
                                  gate_ahead ? ConvoyStep::at_gate : ConvoyStep::at_destination, context, index));
}

void Convoys::start(Context& context) {
    context.schedule({context.parameters.movement.from_s,
                      Phase::go_no_go,
                      stream,
                      static_cast<std::uint8_t>(ConvoyStep::morning),
                      {},
                      0,
                      0,
                      0});
}

void Convoys::on(const Due& due, Context& context) {
    const auto step = static_cast<ConvoyStep>(due.what);
    // An incident turned it back, or broke its offloading off.
    if (step != ConvoyStep::morning && due.b != context.world.convoys[due.a].version) return;
    switch (step) {
        case ConvoyStep::morning: {
            decide_morning(context);
            Due next = due;
            next.at_s += 86'400;
            return context.schedule(next);
        }
        case ConvoyStep::at_gate: return arrive_at_gate(context, due.a);
        case ConvoyStep::at_destination: return arrive_at_destination(context, due.a);
        case ConvoyStep::offloaded: return deliver(context, due.a);
        case ConvoyStep::home: return come_home(context, due.a);
    }
}

void Convoys::finish(Context& context) {
    Request past;
    for (auto& convoy : context.world.convoys) {
        past.cycle = convoy.cycle;
        past.attempt = convoy.attempt;
        for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
            end_mass(context, convoy.community, past, g, convoy.load[g], Reason::on_the_road);
        }
    }
}

}  // namespace aidway
