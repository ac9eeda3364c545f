// SPDX-License-Identifier: Apache-2.0
#include "simulation/route_cache.hpp"

#include <algorithm>
#include <utility>

namespace aidway {

RouteCache::RouteCache(std::vector<std::shared_ptr<const RouteProgram>> programs, std::size_t depots)
    : programs_(std::move(programs)), depots_(depots) {}

void RouteCache::use(const Parameters& parameters) {
    std::vector<Duration> delays;
    for (const auto& fleet : parameters.fleets) {
        for (const auto& gate : parameters.gates) {
            delays.emplace_back(fleet.convoy_trucks * gate.inspection_s / gate.lanes);
        }
    }
    fleets_ = parameters.fleets;
    communities_ = parameters.communities.size();
    if (delays == delays_) return;
    delays_ = std::move(delays);
    known_.clear();
    last_ = nullptr;
}

std::span<const Route> RouteCache::routes(const std::vector<std::uint8_t>& open) {
    if (last_ && *last_open_ == open) return *last_;
    auto found = known_.find(open);
    if (found == known_.end()) found = known_.emplace(open, find(open)).first;
    last_open_ = &found->first;
    last_ = &found->second;
    return *last_;
}

std::vector<Route> RouteCache::find(const std::vector<std::uint8_t>& open) {
    std::vector<Route> routes;
    std::vector<GateState> states(open.size());
    for (std::size_t f = 0; f < fleets_.size(); ++f) {
        const auto& program = *programs_[fleets_[f].vehicle];
        for (std::size_t g = 0; g < open.size(); ++g) states[g] = {open[g] != 0, delays_[f * open.size() + g]};
        for (std::size_t c = 0; c < communities_; ++c) {
            routes.push_back(
                program.route({fleets_[f].depot}, {static_cast<std::uint32_t>(depots_ + c)}, states, scratch_));
        }
    }
    return routes;
}

}  // namespace aidway
