// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/people_reached.hpp"

#include <algorithm>

namespace aidway {

void PeopleReached::begin(const OutcomeScope& scope) {
    residents_.begin(scope);
    counts_.assign(scope.communities(), {});
    offloaded_ = {};
}

void PeopleReached::see(const Event& event, const OutcomeScope& scope) {
    residents_.see(event);
    // What a convoy delivered is logged right after its offloading.
    if (event.kind == EventKind::convoy_offloaded) offloaded_ = event;
    if (event.kind != EventKind::delivered || event.goods != scope.food) return;
    const bool same = event.at_s == offloaded_.at_s && event.community == offloaded_.community &&
                      event.fleet == offloaded_.fleet && event.cycle == offloaded_.cycle &&
                      event.attempt == offloaded_.attempt && event.number == offloaded_.number;
    const Mass week = scope.need_per_person * Duration{OutcomeScope::week_s};
    const std::int64_t fed = event.mass.ticks() / week.ticks();
    const std::int64_t people = same ? std::min(offloaded_.count, fed) : fed;
    auto& counts = counts_[event.community];
    counts.best = std::max(counts.best, people);
    counts.sum += people;
}

std::int64_t PeopleReached::least(std::size_t community) const {
    return std::min(residents_.entitled(community), counts_[community].best);
}

std::int64_t PeopleReached::most(std::size_t community) const {
    return std::min(residents_.entitled(community), counts_[community].sum);
}

void PeopleReachedLow::finish(const OutcomeScope&, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = static_cast<double>(least(c));
}

void PeopleReachedHigh::finish(const OutcomeScope&, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = static_cast<double>(most(c));
}

}  // namespace aidway
