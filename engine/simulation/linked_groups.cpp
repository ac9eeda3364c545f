// SPDX-License-Identifier: Apache-2.0
#include "simulation/linked_groups.hpp"

#include <algorithm>
#include <numeric>

namespace aidway {

std::vector<std::uint16_t> linked_groups(const ScenarioRecord& record) {
    std::vector<std::uint16_t> first(record.communities.size());  // the lowest place each is tied to
    std::iota(first.begin(), first.end(), std::uint16_t{0});
    for (const auto& linked : record.permission.linked) {
        for (std::size_t i = 1; i < linked.places.size(); ++i) {
            const auto a = first[*record.communities.index_of(linked.places[0].text)];
            const auto b = first[*record.communities.index_of(linked.places[i].text)];
            std::replace(first.begin(), first.end(), std::max(a, b), std::min(a, b));
        }
    }
    std::vector<std::uint16_t> groups(first.size(), no_group);
    std::uint16_t next = 0;
    for (std::size_t c = 0; c < first.size(); ++c) {
        if (std::count(first.begin(), first.end(), first[c]) < 2) continue;
        groups[c] = first[c] == c ? next++ : groups[first[c]];
    }
    return groups;
}

}  // namespace aidway
