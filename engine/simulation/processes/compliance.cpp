// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/compliance.hpp"

#include <algorithm>

#include "simulation/processes/front.hpp"

namespace aidway {
namespace {

enum What : std::uint8_t { begin, day, change, end };

std::uint32_t obligations_of(const Context& context) {
    return static_cast<std::uint32_t>(context.rules.obligations.size());
}

std::int64_t begins_s(const Context& context, std::uint32_t obligation) {
    const auto& o = context.rules.obligations[obligation];
    return std::max({(o.from - context.start) / Duration{1}, context.effective_s, std::int64_t{0}});
}

std::int64_t ends_s(const Context& context, std::uint32_t obligation) {
    return (context.rules.obligations[obligation].until - context.start) / Duration{1};
}

bool holds(const Context& context, std::uint32_t obligation) {
    return context.now_s >= begins_s(context, obligation) && context.now_s < ends_s(context, obligation) &&
           context.world.lapsed[obligation] == 0;
}

/// One draw settles the day: whether the state changes and when.
void draw_day(Context& context, std::uint32_t obligation) {
    const auto& p = context.parameters;
    const auto key = context.rules.obligations[obligation].key;
    const auto draw = context.draw(Compliance::stream, key, static_cast<std::uint32_t>(context.day()));
    const bool kept = context.world.kept[obligation] != 0;
    const double chance = kept ? p.breaking : context.world.ever_kept[obligation] != 0 ? p.repair : p.onset;
    if (!draw.chance(0, chance)) return;
    const auto second = static_cast<std::int64_t>(draw.uniform(1) * 86'400.0);
    context.schedule({context.day() * 86'400 + second, Phase::compliance, Compliance::stream, change, key, obligation,
                      kept ? 0U : 1U, 0});
}

/// With its term an obligation ends unbroken: nothing is logged.
void end_all(Context& context) {
    for (std::uint32_t o = 0; o < obligations_of(context); ++o) {
        if (ends_s(context, o) <= context.now_s) context.world.kept[o] = 0;
    }
    review_front(context);
}

}  // namespace

void set_kept(Context& context, std::uint32_t obligation, bool kept) {
    context.world.kept[obligation] = kept ? 1 : 0;
    if (kept)
        context.world.ever_kept[obligation] = 1;
    else
        context.world.broken_lately[obligation] = 1;
    context.emit({.kind = kept ? EventKind::obligation_kept : EventKind::obligation_broken,
                  .place = static_cast<std::uint16_t>(obligation)});
    review_front(context);
}

void Compliance::start(Context& context) {
    const auto schedule = [&](std::int64_t at_s, What what) {
        context.schedule({at_s, Phase::compliance, stream, what, {}, 0, 0, 0});
    };
    std::int64_t first_s = context.parameters.period_s;
    for (std::uint32_t o = 0; o < obligations_of(context); ++o) {
        if (context.arm == Arm::as_signed) schedule(begins_s(context, o), begin);
        first_s = std::min(first_s, begins_s(context, o));
        schedule(std::max(ends_s(context, o), begins_s(context, o)), end);
    }
    if (context.arm == Arm::as_kept) schedule((first_s / 86'400 + 1) * 86'400, day);
}

void Compliance::on(const Due& due, Context& context) {
    switch (static_cast<What>(due.what)) {
        case begin:
            for (std::uint32_t o = 0; o < obligations_of(context); ++o) {
                if (holds(context, o) && context.world.kept[o] == 0) set_kept(context, o, true);
            }
            return;
        case day:
            for (std::uint32_t o = 0; o < obligations_of(context); ++o) {
                if (holds(context, o) && begins_s(context, o) < context.now_s) draw_day(context, o);
            }
            return context.schedule({context.now_s + 86'400, Phase::compliance, stream, day, {}, 0, 0, 0});
        case change:
            if (holds(context, due.a)) set_kept(context, due.a, due.b != 0);
            return;
        case end: return end_all(context);
    }
}

}  // namespace aidway
