// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/air.hpp"

#include <algorithm>

#include "simulation/processes/air_permission.hpp"
#include "simulation/processes/sortie.hpp"

namespace aidway {
namespace {

enum What : std::uint8_t { ask, day, sortie };

std::int64_t since_start(const Context& context, Instant at) {
    return std::max<std::int64_t>((at - context.start) / Duration{1}, 0);
}

/// The last delivery of an operation that holds now; null when there is none.
const AirDelivery* delivery_now(const Context& context, std::size_t operation) {
    const AirDelivery* found = nullptr;
    for (const auto& delivery : context.rules.air) {
        const bool holds =
            context.now_s >= context.effective_s && context.now() >= delivery.from && context.now() < delivery.until;
        if (holds && delivery.operation == operation) found = &delivery;
    }
    return found;
}

void schedule(Context& context, std::int64_t at_s, What what, std::uint32_t a, std::uint32_t b = 0) {
    const auto phase = what == ask ? Phase::plan : Phase::deliveries;
    const auto operation = what == ask ? context.rules.air[a].operation : a;
    context.schedule({at_s, phase, Air::stream, what, context.parameters.air[operation].key, a, b, 0});
}

void fly(Context& context, std::size_t operation, std::int64_t number) {
    const auto* delivery = delivery_now(context, operation);
    if (delivery == nullptr) return;
    const auto& p = context.parameters.air[operation];
    const Sortie one{*delivery, number, delivery->sorties_per_day.value_or(p.sorties)};
    if (number >= one.of) return;
    delivery->method == AirMethod::drop ? fly_drop(context, one) : fly_bridge(context, one);
}

/// Lays out the sorties of today, evenly over the operation's hours, and looks again tomorrow.
void lay_out_day(Context& context, std::uint32_t operation) {
    const auto& p = context.parameters.air[operation];
    schedule(context, (context.day() + 1) * 86'400 + p.first_s, day, operation);
    const auto* delivery = delivery_now(context, operation);
    if (delivery == nullptr) return;
    const std::int64_t sorties = delivery->sorties_per_day.value_or(p.sorties);
    for (std::int64_t k = 0; k < sorties; ++k) {
        schedule(context, context.now_s + p.span_s * k / sorties, sortie, operation, static_cast<std::uint32_t>(k));
    }
}

}  // namespace

void Air::agree(Context& context) {
    const auto& rules = context.rules.air;
    for (std::uint32_t d = 0; d < rules.size(); ++d) {
        const std::int64_t from_s = std::max(since_start(context, rules[d].from), context.effective_s);
        if (rules[d].asks) schedule(context, std::max<std::int64_t>(from_s, 0), ask, d);
    }
    for (std::uint32_t o = 0; o < context.parameters.air.size(); ++o) {
        const auto is_of = [&](const AirDelivery& delivery) { return delivery.operation == o; };
        const auto first = std::find_if(rules.begin(), rules.end(), is_of);
        if (first == rules.end()) continue;
        std::int64_t from_s = since_start(context, first->from);
        for (const auto& delivery : rules) {
            if (is_of(delivery)) from_s = std::min(from_s, since_start(context, delivery.from));
        }
        schedule(context, from_s / 86'400 * 86'400 + context.parameters.air[o].first_s, day, o);
    }
}

void Air::on(const Due& due, Context& context) {
    switch (static_cast<What>(due.what)) {
        case ask: return ask_for_flights(context, context.rules.air[due.a]);
        case day: return lay_out_day(context, due.a);
        case sortie: return fly(context, due.a, due.b);
    }
}

}  // namespace aidway
