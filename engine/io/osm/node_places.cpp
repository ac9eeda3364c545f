// SPDX-License-Identifier: Apache-2.0
#include "io/osm/node_places.hpp"

#include <algorithm>
#include <numeric>

namespace aidway {

void NodePlaces::finish() {
    if (!sorted_) {
        LongVector<std::uint32_t> order(ids_.size());
        std::iota(order.begin(), order.end(), 0U);
        std::stable_sort(order.begin(), order.end(), [this](auto a, auto b) { return ids_[a] < ids_[b]; });
        LongVector<std::int64_t> ids;
        LongVector<GridPoint> places;
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i + 1 < order.size() && ids_[order[i + 1]] == ids_[order[i]]) continue;
            ids.push_back(ids_[order[i]]);
            places.push_back(places_[order[i]]);
        }
        ids_ = std::move(ids);
        places_ = std::move(places);
        sorted_ = true;
    }
    if (ids_.empty()) return;
    const auto range = static_cast<std::uint64_t>(ids_.back()) - static_cast<std::uint64_t>(ids_.front());
    while ((range >> shift_) > ids_.size()) ++shift_;
    begin_.assign((range >> shift_) + 2, 0);
    for (const std::int64_t id : ids_) {
        ++begin_[((static_cast<std::uint64_t>(id) - static_cast<std::uint64_t>(ids_.front())) >> shift_) + 1];
    }
    for (std::size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
}

std::uint32_t NodePlaces::find(std::int64_t id) const {
    if (ids_.empty() || id < ids_.front() || id > ids_.back()) return missing;
    const auto bucket = (static_cast<std::uint64_t>(id) - static_cast<std::uint64_t>(ids_.front())) >> shift_;
    const auto first = ids_.begin() + begin_[bucket];
    const auto last = ids_.begin() + begin_[bucket + 1];
    const auto found = std::lower_bound(first, last, id);
    if (found == last || *found != id) return missing;
    return static_cast<std::uint32_t>(found - ids_.begin());
}

}  // namespace aidway
