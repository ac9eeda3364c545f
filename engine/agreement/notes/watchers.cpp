// SPDX-License-Identifier: Apache-2.0
#include "agreement/notes/watchers.hpp"

#include <algorithm>

#include "core/draw.hpp"
#include "network/metres_from.hpp"

namespace aidway {
namespace {

bool is_drawn(const Scenario& scenario, const std::string& monitor) {
    const std::string prefix = "monitors/" + monitor + "/";
    const auto& drawn = scenario.uncertain();
    return std::any_of(drawn.begin(), drawn.end(),
                       [&](const Uncertain& u) { return u.path.compare(0, prefix.size(), prefix) == 0; });
}

/// As the engine measures it: from the nearest line in one of the gates, or from a community as the crow flies.
bool is_near(const Scenario& scenario, const MonitorRule& rule, LonLat place) {
    const auto& network = *scenario.network();
    for (const auto gate : rule.gates) {
        for (const auto arc : scenario.gates()[gate.index()].arcs) {
            if (metres_from(place, network.shape(arc)) <= rule.within_m) return true;
        }
    }
    const auto& communities = scenario.record().communities;
    return std::any_of(rule.communities.begin(), rule.communities.end(), [&](CommunityId community) {
        return great_circle(place, communities[community.index()].at).metres() <= rule.within_m;
    });
}

double factor(const std::vector<double>& factors, std::size_t i) { return factors.empty() ? 1.0 : factors[i]; }

}  // namespace

Watcher::Watcher(const Scenario& scenario, const MonitorRule& rule)
    : sight_(rule.sight),
      sees_acts_(rule.sees_acts),
      everywhere_(rule.everywhere),
      from_(rule.from),
      until_(rule.until) {
    parties_ = scenario.record().parties.size();
    if (rule.standing) {
        const auto& monitors = scenario.record().monitors;
        sight_ = sight_of(scenario.record(), monitors[*rule.standing]);
        drawn_ = is_drawn(scenario, monitors.name(*rule.standing).text);
    }
    if (everywhere_ || !scenario.record().violence) return;
    for (const auto& [name, place] : scenario.record().violence->where) {
        in_reach_.push_back(is_near(scenario, rule, place.at));
    }
}

Watcher::Watcher(const Scenario& scenario, std::size_t standing)
    : sight_(sight_of(scenario.record(), scenario.record().monitors[standing])),
      drawn_(is_drawn(scenario, scenario.record().monitors.name(standing).text)),
      parties_(scenario.record().parties.size()),
      from_(scenario.calendar().from),
      until_(scenario.calendar().until) {}

bool Watcher::is_out_of_reach() const {
    return !everywhere_ && std::none_of(in_reach_.begin(), in_reach_.end(), [](bool here) { return here; });
}

bool Watcher::is_here(const std::optional<std::size_t>& place) const {
    return everywhere_ || (place && in_reach_[*place]);
}

bool Watcher::may_see(const BannedAct& act) const {
    if (!sees_acts_ || !is_here(act.place) || act.from >= until_ || act.until <= from_) return false;
    if (drawn_) return true;
    const double at = act.place ? factor(sight_.by_place, *act.place) : 1.0;
    return sight_.coverage * factor(sight_.by_party, act.party.index()) *
               factor(sight_.by_kind, static_cast<std::size_t>(act.kind)) * at >
           0;
}

bool Watcher::may_blame(PartyId actor, PartyId blamed) const {
    return drawn_ || sight_.blame[actor.index() * parties_ + blamed.index()] > 0;
}

std::vector<Watcher> watchers_for(const Scenario& scenario, const Rules& rules, const ConsequenceRule& consequence) {
    std::vector<Watcher> watchers;
    for (const auto& rule : rules.monitors) {
        if (consequence.by && *consequence.by != rule.key) continue;
        if (rule.from < rule.until) watchers.emplace_back(scenario, rule);
    }
    if (!consequence.by) return watchers;
    const auto& monitors = scenario.record().monitors;
    for (std::size_t m = 0; m < monitors.size(); ++m) {
        // One that the scenario has reports to whoever names it, without a term.
        if (*consequence.by == entity_key({"monitor", monitors.name(m).text})) watchers.emplace_back(scenario, m);
    }
    return watchers;
}

}  // namespace aidway
