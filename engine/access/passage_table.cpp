// SPDX-License-Identifier: Apache-2.0
#include "access/passage_table.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace aidway {
namespace {

template <class Rule>
bool holds(const Rule& rule, Instant at, std::span<const std::uint8_t> kept) {
    if (at < rule.from || at >= rule.until) return false;
    return std::all_of(rule.while_kept.begin(), rule.while_kept.end(),
                       [&](ObligationId o) { return kept[o.index()] != 0; });
}

/// Whether it lets fewer through than what holds already: then it adds nothing.
bool narrows(const Leave& other, const Leave& best) {
    const auto tighter = [](const auto& limit, const auto& than) { return limit && (!than || *limit < *than); };
    return tighter(other.trucks_per_day, best.trucks_per_day) || tighter(other.goods_per_day, best.goods_per_day) ||
           other.fees > best.fees;
}

/// Whether it is to be taken in place of one that is as free.
bool is_better(const Leave& other, const Leave& best) {
    if (narrows(other, best)) return false;
    return other.by_term != best.by_term ? other.by_term : other.fees < best.fees;
}

template <class T>
void tighten(std::optional<T>& limit, const std::optional<T>& other) {
    if (other && (!limit || *other < *limit)) limit = other;
}

/// What is left of a leave under a restriction.
Leave narrowed(Leave leave, const Restriction& by) {
    const auto hours = hours_in_both(leave.hours, by.hours);
    if (by.closed || !hours) return {};
    leave.hours = *hours;
    tighten(leave.trucks_per_day, by.trucks_per_day);
    tighten(leave.goods_per_day, by.goods_per_day);
    return leave;
}

}  // namespace

void PassageTable::grant(GateId gate, Traffic traffic, Passage passage) {
    grants_.at(gate.index()).at(static_cast<std::size_t>(traffic)).push_back(std::move(passage));
}

void PassageTable::hold(GateId gate, Holding holding) { holdings_.at(gate.index()).push_back(std::move(holding)); }

std::span<const Passage> PassageTable::grants(GateId gate, Traffic traffic) const {
    return grants_[gate.index()][static_cast<std::size_t>(traffic)];
}

std::span<const Holding> PassageTable::holdings(GateId gate) const { return holdings_[gate.index()]; }

std::span<const PartyId> PassageTable::holders(GateId gate, Instant at) const {
    for (const auto& holding : holdings(gate)) {
        if (at >= holding.from && at < holding.until) return holding.parties;
    }
    return {};
}

void PassageTable::check(GateId gate, GateCheck check) { checks_.at(gate.index()).push_back(std::move(check)); }

void PassageTable::cap(GateId gate, std::optional<std::int64_t> trucks, std::optional<MassRate> goods) {
    auto& grants = grants_.at(gate.index());
    for (auto& aid : grants[static_cast<std::size_t>(Traffic::aid)]) {
        if (!aid.trucks_per_day) aid.trucks_per_day = trucks;
    }
    for (auto& trade : grants[static_cast<std::size_t>(Traffic::goods)]) {
        if (!trade.goods_per_day) trade.goods_per_day = goods;
    }
}

void PassageTable::restrict(GateId gate, Restriction restriction) {
    restrictions_.at(gate.index()).push_back(std::move(restriction));
}

std::span<const Restriction> PassageTable::restrictions(GateId gate) const { return restrictions_[gate.index()]; }

template <class Act>
void PassageTable::for_rules(GateId gate, const Act& act) const {
    const auto act_on_all = [&](const auto& rules) { std::for_each(rules.begin(), rules.end(), act); };
    for (const auto& of_traffic : grants_[gate.index()]) act_on_all(of_traffic);
    act_on_all(checks_[gate.index()]);
    act_on_all(restrictions_[gate.index()]);
}

std::vector<Instant> PassageTable::turns(Instant from, Instant until) const {
    std::set<Instant> all;
    const auto add = [&](const auto& spell) {
        for (const Instant at : {spell.from, spell.until}) {
            if (at >= from && at < until) all.insert(at);
        }
    };
    for (std::uint32_t g = 0; g < gates(); ++g) {
        for_rules({g}, add);
        std::for_each(holdings_[g].begin(), holdings_[g].end(), add);
    }
    return {all.begin(), all.end()};
}

std::vector<ObligationId> PassageTable::promises(GateId gate) const {
    std::set<ObligationId> all;
    for_rules(gate, [&](const auto& rule) { all.insert(rule.while_kept.begin(), rule.while_kept.end()); });
    return {all.begin(), all.end()};
}

std::vector<std::uint32_t> PassageTable::shut_by(GateId gate, Instant at, std::span<const std::uint8_t> kept) const {
    std::vector<std::uint32_t> overlays;
    for (const auto& restriction : restrictions(gate)) {
        if (restriction.closed && holds(restriction, at, kept)) overlays.push_back(restriction.overlay);
    }
    return overlays;
}

Leave PassageTable::leave(GateId gate, Traffic traffic, Instant at, Instant history,
                          std::span<const std::uint8_t> kept) const {
    Leave best = granted(gate, traffic, at, history, kept);
    for (const auto& restriction : restrictions(gate)) {
        if (best.access == Access::closed) break;
        if (holds(restriction, at, kept)) best = narrowed(best, restriction);
    }
    return best;
}

Leave PassageTable::granted(GateId gate, Traffic traffic, Instant at, Instant history,
                            std::span<const std::uint8_t> kept) const {
    Leave best;
    for (const auto& passage : grants(gate, traffic)) {
        if (passage.access == Access::closed) continue;
        const bool by_term = passage.origin != baseline_origin;
        if (!holds(passage, by_term ? at : history, kept)) continue;
        const Leave other{passage.access,         by_term,
                          passage.hours,          passage.origin,
                          passage.trucks_per_day, passage.goods_per_day,
                          fees_of(gate, passage)};
        const bool freer = other.access > best.access;
        if (freer || (other.access == best.access && is_better(other, best))) best = other;
    }
    return best;
}

CheckInForce PassageTable::check(GateId gate, Instant at, std::span<const std::uint8_t> kept) const {
    CheckInForce all;
    for (const auto& check : checks_[gate.index()]) {
        if (!holds(check, at, kept)) continue;
        if (check.inspection) all.inspection = check.inspection;
        if (check.lanes) all.lanes = check.lanes;
        if (check.turn_back) all.turn_back = check.turn_back;
        all.untouchable |= check.untouchable;
    }
    return all;
}

}  // namespace aidway
