// SPDX-License-Identifier: Apache-2.0
#include "simulation/route_cache.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

#include "routing/near_end.hpp"

namespace aidway {

RouteCache::RouteCache(const RoutePrograms& programs, std::size_t depots, const Nearness& nearness)
    : programs_(programs), depots_(depots), nearness_(nearness) {}

void RouteCache::use(const Parameters& parameters) {
    const auto fleets_alike = [](const FleetParameters& a, const FleetParameters& b) {
        return a.convoy_trucks == b.convoy_trucks && a.vehicle == b.vehicle && a.depot == b.depot;
    };
    const auto gates_alike = [](const GateParameters& a, const GateParameters& b) {
        return a.inspection_s == b.inspection_s && a.lanes == b.lanes;
    };
    const auto& fleets = parameters.fleets;
    const auto& gates = parameters.gates;
    if (communities_ == parameters.communities.size() &&
        std::equal(fleets_.begin(), fleets_.end(), fleets.begin(), fleets.end(), fleets_alike) &&
        std::equal(gates_.begin(), gates_.end(), gates.begin(), gates.end(), gates_alike)) {
        return;
    }
    fleets_ = fleets;
    gates_ = gates;
    communities_ = parameters.communities.size();
    services_.assign(parameters.gates.size(), {});
    known_.clear();
    onward_.clear();
    last_ = nullptr;
}

std::uint8_t RouteCache::open_as(std::size_t gate, const GateService& service) {
    auto& known = services_[gate];
    const auto found = std::find(known.begin(), known.end(), service);
    const auto place = static_cast<std::size_t>(found - known.begin());
    if (place == std::numeric_limits<std::uint8_t>::max()) throw std::length_error("a gate is run in too many ways");
    if (found == known.end()) known.push_back(service);
    return static_cast<std::uint8_t>(place + 1);
}

std::span<const KnownRoute> RouteCache::routes(const std::vector<std::uint8_t>& open, std::uint64_t slowed) {
    if (last_ && last_slowed_ == slowed && *last_open_ == open) return *last_;
    Known& known = known_[slowed];
    auto found = known.find(open);
    if (found == known.end()) found = known.emplace(open, find(open, slowed)).first;
    last_slowed_ = slowed;
    last_open_ = &found->first;
    last_ = &found->second;
    return *last_;
}

const KnownRoute& RouteCache::onward(const Standing& trucks, const std::vector<std::uint8_t>& open,
                                     std::uint64_t slowed) {
    const auto& fleet = fleets_[trucks.fleet];
    const auto& program = *programs_.under(slowed)[fleet.vehicle];
    const NodeId here = near_end(program.graph(), *trucks.way, trucks.step);
    auto& known = onward_[{slowed, trucks.fleet, trucks.community, here}];
    const auto found = known.find(open);
    if (found != known.end()) return found->second;
    load_states(open, fleet);
    auto route = known_route(program, program.route(here, there(trucks.community), states_, scratch_));
    return known.emplace(open, std::move(route)).first->second;
}

TerminalId RouteCache::there(std::size_t community) const {
    return TerminalId{static_cast<std::uint32_t>(depots_ + community)};
}

KnownRoute RouteCache::known_route(const RouteProgram& program, Route route) {
    std::vector<GateId> gates;
    for (const auto& step : route.steps) gates.push_back(step.gate);
    const auto [found, is_new] = legs_m_.try_emplace({std::move(gates), route.arcs});
    if (is_new) found->second = metres_from_legs(nearness_.places, program.graph(), route);
    auto from_places_m = nearest_leg(found->second, nearness_.places.size());
    return {std::move(route), std::move(from_places_m), found->second};
}

void RouteCache::load_states(const std::vector<std::uint8_t>& open, const FleetParameters& fleet) {
    states_.resize(open.size());
    for (std::size_t g = 0; g < open.size(); ++g) {
        states_[g] = {open[g] != 0, Duration{0}};
        if (open[g] == 0) continue;
        const auto& service = services_[g][open[g] - 1U];
        states_[g].delay = Duration{fleet.convoy_trucks * service.each_s / service.lanes};
    }
}

std::vector<KnownRoute> RouteCache::find(const std::vector<std::uint8_t>& open, std::uint64_t slowed) {
    std::vector<KnownRoute> routes;
    for (const auto& fleet : fleets_) {
        const auto& program = *programs_.under(slowed)[fleet.vehicle];
        load_states(open, fleet);
        for (std::size_t c = 0; c < communities_; ++c) {
            routes.push_back(known_route(program, program.route(TerminalId{fleet.depot}, there(c), states_, scratch_)));
        }
    }
    return routes;
}

}  // namespace aidway
