// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/watching.hpp"

#include <algorithm>
#include <bit>

namespace aidway {
namespace {

std::size_t standing_of(const Context& context) { return context.parameters.monitors.size(); }

/// Calls `use` with each rule that is about this monitor, while its term holds.
template <class Use>
void for_rules(const Context& context, std::size_t monitor, const Use& use) {
    const auto now = context.now();
    for (std::size_t i = 0; i < context.rules.monitors.size(); ++i) {
        const auto& rule = context.rules.monitors[i];
        const bool same = rule.standing ? *rule.standing == monitor : standing_of(context) + i == monitor;
        if (same && now >= rule.from && now < rule.until) use(rule);
    }
}

double factor(const std::vector<double>& factors, std::size_t i) { return factors.empty() ? 1.0 : factors[i]; }

/// Whether the place is one that the monitor watches; acts at no place are seen by those who watch everywhere.
bool is_watched(const Context& context, std::size_t monitor, std::uint16_t place) {
    if (monitor < standing_of(context)) return true;
    const auto& rule = context.rules.monitors[monitor - standing_of(context)];
    if (!rule.sees_acts || rule.everywhere) return rule.sees_acts;
    if (place == Event::no_index) return false;
    const auto& nearness = context.routes.nearness();
    const auto& gates = nearness.gates_m[place];
    const auto& communities = nearness.communities_m[place];
    return std::any_of(rule.gates.begin(), rule.gates.end(),
                       [&](GateId gate) { return gates[gate.index()] <= rule.within_m; }) ||
           std::any_of(rule.communities.begin(), rule.communities.end(),
                       [&](CommunityId community) { return communities[community.index()] <= rule.within_m; });
}

double place_factor(const Context& context, std::size_t monitor, std::uint16_t place) {
    if (!is_watched(context, monitor, place)) return 0;
    return place == Event::no_index ? 1.0 : factor(sight_of(context, monitor).by_place, place);
}

/// Mean over the places of a theatre by their weight.
double usual_place_factor(const Context& context, std::size_t monitor, std::size_t theatre) {
    const auto& places = context.parameters.violence->theatres[theatre];
    if (places.weights_to.empty() || !(places.weights_to.back() > 0)) {
        return place_factor(context, monitor, Event::no_index);
    }
    double sum = 0, before = 0;
    for (std::size_t i = 0; i < places.place_order.size(); ++i) {
        sum += (places.weights_to[i] - before) * place_factor(context, monitor, places.place_order[i]);
        before = places.weights_to[i];
    }
    return sum / places.weights_to.back();
}

/// The party's source that comes next by key, so that sums do not depend on the order of the file; null after the last.
const IncidentSourceParameters* source_after(const Context& context, const IncidentSourceParameters* last,
                                             std::uint32_t party) {
    const IncidentSourceParameters* next = nullptr;
    for (const auto& source : context.parameters.violence->sources) {
        if (source.party != party || (last && source.key <= last->key)) continue;
        if (!next || source.key < next->key) next = &source;
    }
    return next;
}

/// Mean over the party's violence by its rate, of the factors for kind and place. Of a party that does none only its
/// breaks can be seen: what the monitor makes of kinds says nothing about them.
double usual_factor(const Context& context, std::size_t monitor, std::uint32_t party) {
    const auto& sight = sight_of(context, monitor);
    double sum = 0, rates = 0;
    for (auto* source = source_after(context, nullptr, party); source; source = source_after(context, source, party)) {
        rates += source->rate;
        sum += source->rate * factor(sight.by_kind, static_cast<std::size_t>(std::countr_zero(source->kind))) *
               usual_place_factor(context, monitor, source->theatre);
    }
    return rates > 0 ? sum / rates : usual_place_factor(context, monitor, 0);
}

}  // namespace

std::size_t monitors_of(const Context& context) { return standing_of(context) + context.rules.monitors.size(); }

const MonitorSight& sight_of(const Context& context, std::size_t monitor) {
    const auto standing = standing_of(context);
    return monitor < standing ? context.parameters.monitors[monitor].sight
                              : context.rules.monitors[monitor - standing].sight;
}

EntityKey key_of(const Context& context, std::size_t monitor) {
    const auto standing = standing_of(context);
    return monitor < standing ? context.parameters.monitors[monitor].key
                              : context.rules.monitors[monitor - standing].key;
}

bool is_at_work(const Context& context, std::size_t monitor) {
    if (monitor < standing_of(context)) return true;
    bool works = false;
    for_rules(context, monitor, [&](const MonitorRule& rule) { works = works || (!rule.standing && rule.sees_acts); });
    return works;
}

bool is_admitted(const Context& context, std::size_t monitor, std::uint32_t party) {
    bool admitted = true;
    for_rules(context, monitor, [&](const MonitorRule& rule) {
        for (const auto o : rule.admitted_by) {
            if (context.rules.obligations[o.index()].party.value != party || context.world.kept[o.index()] != 0)
                continue;
            admitted = admitted && rule.standing && context.world.ever_kept[o.index()] == 0;
        }
    });
    return admitted;
}

double chance_to_see(const Context& context, std::size_t monitor, const Act& act) {
    if (!is_at_work(context, monitor) || !is_admitted(context, monitor, act.party)) return 0;
    const auto& sight = sight_of(context, monitor);
    return sight.coverage * factor(sight.by_party, act.party) *
           factor(sight.by_kind, static_cast<std::size_t>(std::countr_zero(act.kind))) *
           place_factor(context, monitor, act.place);
}

double usual_chance_to_see(const Context& context, std::size_t monitor, std::uint32_t party) {
    if (!context.parameters.violence || !is_at_work(context, monitor)) return 0;
    if (!is_admitted(context, monitor, party)) return 0;
    const auto& sight = sight_of(context, monitor);
    return sight.coverage * factor(sight.by_party, party) * usual_factor(context, monitor, party);
}

bool counts_for(const Context& context, const ConsequenceRule& consequence, std::size_t monitor) {
    const auto now = context.now();
    if (now < consequence.from || now >= consequence.until) return false;
    if (consequence.by) return *consequence.by == key_of(context, monitor) && is_at_work(context, monitor);
    bool counts = false;
    for_rules(context, monitor, [&](const MonitorRule&) { counts = true; });
    return counts && is_at_work(context, monitor);
}

}  // namespace aidway
