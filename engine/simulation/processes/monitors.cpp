// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/monitors.hpp"

#include <algorithm>
#include <tuple>

#include "core/samplers.hpp"
#include "simulation/processes/consequences.hpp"
#include "simulation/processes/obligations.hpp"

namespace aidway {
namespace {

enum What : std::uint8_t { day, report, false_report };

/// Slot of the number of a day's false reports; their own slots count from 0.
constexpr std::uint32_t how_many = 0xffff'ffff;
// What `c` of a report holds, below the number of the act.
constexpr std::uint32_t is_first = 1, is_first_right = 2, flags = 4;

EntityKey together(EntityKey key, EntityKey with) {
    return refine(key, static_cast<std::uint32_t>(with.low56), static_cast<std::uint32_t>(with.low56 >> 32U));
}

/// Whom a monitor blames: one u cut by the row, the right party first, so that better eyes keep what was right.
std::uint16_t blamed_for(const Context& context, const MonitorSight& sight, std::uint32_t actor, double u) {
    const auto& order = context.parameters.party_order;
    const auto row = sight.blame.begin() + static_cast<std::ptrdiff_t>(actor * order.size());
    double edge = *(row + static_cast<std::ptrdiff_t>(actor));
    if (u < edge) return static_cast<std::uint16_t>(actor);
    for (const auto party : order) {
        if (party == actor) continue;
        edge += *(row + party);
        if (u < edge) return party;
    }
    return LedgerLine::nobody;
}

void look(Context& context, const Act& act) {
    auto& sightings = context.world.sightings;
    sightings.clear();
    for (std::size_t m = 0; m < monitors_of(context); ++m) {
        const double chance = chance_to_see(context, m, act);
        if (!(chance > 0)) continue;
        const auto key = together(act.key, key_of(context, m));
        const auto draw = context.draw(Monitors::stream, key, act.number);
        if (!draw.chance(0, chance)) continue;
        const auto& sight = sight_of(context, m);
        const auto delay_s =
            std::max<std::int64_t>(0, static_cast<std::int64_t>(quantile(sight.delay, draw.uniform(2))));
        sightings.push_back({context.now_s + delay_s, key, static_cast<std::uint16_t>(m),
                             blamed_for(context, sight, act.party, draw.uniform(1))});
    }
    std::sort(sightings.begin(), sightings.end(),
              [](const auto& x, const auto& y) { return std::tuple(x.at_s, x.key) < std::tuple(y.at_s, y.key); });
}

void write_down(Context& context, const Due& due) {
    const auto monitor = static_cast<std::uint16_t>(due.a);
    const auto blamed = static_cast<std::uint16_t>(due.b & 0xffffU);
    context.world.ledgers.write(monitor, {context.now_s, blamed});
    context.emit({.count = due.what == report ? due.c % flags : 0,
                  .kind = EventKind::reported,
                  .attempt = static_cast<std::uint16_t>(due.b >> 16U),
                  .number = blamed,
                  .place = monitor});
    count_report(context, monitor, blamed);
}

/// Lays out what a monitor will say today of a party that did nothing.
void invent(Context& context, std::size_t monitor, std::uint16_t party) {
    const double rate = sight_of(context, monitor).false_reports;
    if (!(rate > 0)) return;
    const auto of_both = together(key_of(context, monitor), context.parameters.parties[party]);
    const auto key = refine(of_both, static_cast<std::uint32_t>(context.day()));
    const auto count = poisson(rate, context.draw(Monitors::stream, key, how_many).uniform(0));
    for (std::uint32_t number = 0; number < count; ++number) {
        const auto second =
            static_cast<std::int64_t>(context.draw(Monitors::stream, key, number).uniform(0) * 86'400.0);
        context.schedule({context.now_s + second, Phase::reports, Monitors::stream, false_report, key,
                          static_cast<std::uint32_t>(monitor), std::uint32_t{Event::no_index} << 16U | party, number});
    }
}

bool anybody_invents(const Context& context) {
    for (std::size_t m = 0; m < monitors_of(context); ++m) {
        if (sight_of(context, m).false_reports > 0) return true;
    }
    return false;
}

}  // namespace

void watch(Context& context, const Act& act) {
    if (monitors_of(context) == 0) return;
    look(context, act);
    bool first = true, right = false;
    for (const auto& seen : context.world.sightings) {
        const bool first_right = seen.blamed == act.party && !right;
        right = right || first_right;
        const std::uint32_t told = (first ? is_first : 0) + (first_right ? is_first_right : 0);
        first = false;
        context.schedule({seen.at_s, Phase::reports, Monitors::stream, report, seen.key, seen.monitor,
                          act.party << 16U | seen.blamed, act.number * flags + told});
    }
}

void Monitors::agree(Context& context) {
    context.world.ledgers.reset(context.parameters.parties.size(), monitors_of(context),
                                context.rules.consequences.size());
    if (context.arm == Arm::as_signed || context.rules.obligations.empty() || !anybody_invents(context)) return;
    const std::int64_t first_day = std::max<std::int64_t>(context.effective_s, 0) / 86'400;
    context.schedule({first_day * 86'400, Phase::reports, stream, day, {}, 0, 0, 0});
}

void Monitors::on(const Due& due, Context& context) {
    switch (static_cast<What>(due.what)) {
        case day:
            for (std::size_t m = 0; m < monitors_of(context); ++m) {
                for (const auto party : context.parameters.party_order) invent(context, m, party);
            }
            return context.schedule({context.now_s + 86'400, Phase::reports, stream, day, {}, 0, 0, 0});
        case report: return write_down(context, due);
        case false_report:
            if (is_at_work(context, due.a) && is_bound(context, due.b & 0xffffU)) write_down(context, due);
            return;
    }
}

}  // namespace aidway
