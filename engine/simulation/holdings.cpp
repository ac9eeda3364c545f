// SPDX-License-Identifier: Apache-2.0
#include "simulation/holdings.hpp"

#include <algorithm>
#include <iterator>

namespace aidway {

Holdings::Holdings(const Scenario& scenario) {
    if (!scenario.control()) return;
    const auto& control = *scenario.control();
    const auto from = scenario.calendar().from;
    auto times = control.changes(from, scenario.calendar().until);
    times.insert(times.begin(), from);
    for (const auto& [name, community] : scenario.record().communities) {
        auto& held = by_community_.emplace_back();
        for (const auto at : times) {
            const auto party = control.holder_at(community.at, at);
            const auto holder = party ? static_cast<std::uint16_t>(party->index()) : nobody;
            if (!held.empty() && held.back().holder == holder) continue;
            held.push_back({(at - from) / Duration{1}, holder});
            if (held.size() > 1) changes_s_.push_back(held.back().at_s);
        }
    }
    std::sort(changes_s_.begin(), changes_s_.end());
    changes_s_.erase(std::unique(changes_s_.begin(), changes_s_.end()), changes_s_.end());
}

std::uint16_t Holdings::holder(std::size_t community, std::int64_t history_s) const {
    if (by_community_.empty()) return nobody;
    const auto& held = by_community_[community];
    const auto after = std::upper_bound(held.begin(), held.end(), history_s,
                                        [](std::int64_t at_s, const Since& since) { return at_s < since.at_s; });
    return after == held.begin() ? held.front().holder : std::prev(after)->holder;
}

}  // namespace aidway
