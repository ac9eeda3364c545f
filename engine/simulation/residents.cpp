// SPDX-License-Identifier: Apache-2.0
#include "simulation/residents.hpp"

#include <algorithm>

namespace aidway {

void Residents::begin(const OutcomeScope& scope) {
    from_s_ = scope.from_s;
    people_.clear();
    for (const auto people : scope.population) {
        people_.push_back({people, {people, people}, {people, people}, scope.from_s, 0, {}, {}});
    }
}

void Residents::change(const Event& event) {
    auto& p = people_[event.community];
    if (event.kind == EventKind::residents) {
        p.entitled = event.count;
        p.now = p.before = {event.count, event.count};
        return;
    }
    const std::int64_t seconds = event.at_s - p.changed_s;
    if (seconds > 0) {
        p.present += p.now.all * seconds;
        for (std::size_t how = 0; how < p.gone.size(); ++how) p.absent[how] += p.gone[how] * seconds;
        p.before = p.now;
        p.changed_s = event.at_s;
    }
    if (event.kind == EventKind::settled) {
        p.now.all += event.count;
        return;
    }
    const bool forced = event.kind == EventKind::evacuated;
    const bool all_entitled = p.now.entitled == p.now.all;
    std::int64_t entitled = event.count;
    if (forced && !all_entitled) entitled = event.count * p.now.entitled / p.now.all;
    entitled = std::min(entitled, p.now.entitled);
    p.now.all -= event.count;
    p.now.entitled -= entitled;
    p.gone[static_cast<std::size_t>(forced ? Gone::by_force : Gone::own_will)] += entitled;
}

const Residents::There& Residents::there_during(const Event& flow) const {
    const auto& p = people_[flow.community];
    return p.changed_s > flow.at_s - flow.count ? p.before : p.now;
}

Mass Residents::to_entitled(const Event& flow) const {
    const auto& there = there_during(flow);
    if (there.entitled == there.all) return flow.mass;
    const std::int64_t ticks = flow.mass.ticks();
    return Mass::ticks(ticks / there.all * there.entitled + ticks % there.all * there.entitled / there.all);
}

std::int64_t Residents::person_seconds(std::size_t community, std::int64_t until_s) const {
    const auto& p = people_[community];
    return p.present + p.now.all * (until_s - p.changed_s);
}

std::int64_t Residents::absent_seconds(std::size_t community, std::int64_t until_s) const {
    return absent_seconds(community, until_s, Gone::own_will) + absent_seconds(community, until_s, Gone::by_force);
}

std::int64_t Residents::absent_seconds(std::size_t community, std::int64_t until_s, Gone how) const {
    const auto& p = people_[community];
    const auto i = static_cast<std::size_t>(how);
    return p.absent[i] + p.gone[i] * (until_s - p.changed_s);
}

std::int64_t Residents::entitled_seconds(std::size_t community, std::int64_t until_s) const {
    return people_[community].entitled * (until_s - from_s_);
}

}  // namespace aidway
