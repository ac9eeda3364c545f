// SPDX-License-Identifier: Apache-2.0
#include "simulation/residents.hpp"

#include <algorithm>

namespace aidway {

void Residents::begin(const OutcomeScope& scope) {
    from_s_ = scope.from_s;
    people_.clear();
    for (const auto people : scope.population) people_.push_back({people, people, people, scope.from_s, 0, 0});
}

void Residents::change(const Event& event) {
    auto& p = people_[event.community];
    if (event.kind == EventKind::residents) {
        p.entitled = p.now = p.before = event.count;
    } else {
        const std::int64_t seconds = event.at_s - p.changed_s;
        if (seconds > 0) {
            p.present += p.now * seconds;
            p.absent += std::max<std::int64_t>(0, p.entitled - p.now) * seconds;
            p.before = p.now;
            p.changed_s = event.at_s;
        }
        p.now -= event.count;
    }
}

std::int64_t Residents::during(const Event& flow) const {
    const auto& p = people_[flow.community];
    return p.changed_s > flow.at_s - flow.count ? p.before : p.now;
}

std::int64_t Residents::person_seconds(std::size_t community, std::int64_t until_s) const {
    const auto& p = people_[community];
    return p.present + p.now * (until_s - p.changed_s);
}

std::int64_t Residents::absent_seconds(std::size_t community, std::int64_t until_s) const {
    const auto& p = people_[community];
    return p.absent + std::max<std::int64_t>(0, p.entitled - p.now) * (until_s - p.changed_s);
}

std::int64_t Residents::entitled_seconds(std::size_t community, std::int64_t until_s) const {
    return people_[community].entitled * (until_s - from_s_);
}

}  // namespace aidway
