// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/compliance.hpp"

#include <algorithm>

namespace aidway {
namespace {

enum What : std::uint8_t { begin, day, change };

void set_kept(Context& context, std::uint32_t obligation, bool kept) {
    context.world.kept[obligation] = kept ? 1 : 0;
    if (kept) context.world.ever_kept[obligation] = 1;
    context.emit({.kind = kept ? EventKind::obligation_kept : EventKind::obligation_broken,
                  .place = static_cast<std::uint16_t>(obligation)});
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

}  // namespace

void Compliance::start(Context& context) {
    if (context.rules.obligations.empty()) return;
    context.schedule({std::max<std::int64_t>(context.effective_s, 0), Phase::compliance, stream, begin, {}, 0, 0, 0});
}

void Compliance::on(const Due& due, Context& context) {
    const auto obligations = static_cast<std::uint32_t>(context.rules.obligations.size());
    if (due.what == change) return set_kept(context, due.a, due.b != 0);
    if (due.what == begin && context.arm == Arm::as_signed) {
        for (std::uint32_t o = 0; o < obligations; ++o) set_kept(context, o, true);
        return;
    }
    if (due.what == day) {
        for (std::uint32_t o = 0; o < obligations; ++o) draw_day(context, o);
    }
    context.schedule({(context.day() + 1) * 86'400, Phase::compliance, stream, day, {}, 0, 0, 0});
}

}  // namespace aidway
