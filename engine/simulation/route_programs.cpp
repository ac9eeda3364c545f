// SPDX-License-Identifier: Apache-2.0
#include "simulation/route_programs.hpp"

#include <algorithm>
#include <cmath>

#include "network/arc_times.hpp"
#include "simulation/terminals.hpp"

namespace aidway {
namespace {

void slow_down(std::vector<std::uint32_t>& times_ms, const std::vector<ArcId>& arcs, double factor) {
    for (const ArcId arc : arcs) {
        auto& time_ms = times_ms[arc.index()];
        if (time_ms == no_driving_ms) continue;
        const double slower_ms = std::min(static_cast<double>(time_ms) / factor, double{no_driving_ms} - 1);
        time_ms = static_cast<std::uint32_t>(std::llround(slower_ms));
    }
}

}  // namespace

VehiclePrograms route_programs(const Scenario& scenario, std::uint64_t slowed) {
    VehiclePrograms programs;
    for (const auto& [name, vehicle] : scenario.record().vehicles) {
        auto times_ms = arc_times_ms(*scenario.network(), profile_of(name.text, vehicle));
        for (std::size_t i = 0; i < scenario.overlays().size(); ++i) {
            const auto* slow = std::get_if<SlowOverlay>(&scenario.record().overlays[i].body);
            if (slow && (slowed >> i & 1U) != 0) slow_down(times_ms, scenario.overlays()[i].arcs, slow->factor.value());
        }
        programs.push_back(std::make_shared<const RouteProgram>(scenario.network(), times_ms, scenario.gates(),
                                                                terminals_of(scenario, times_ms)));
    }
    return programs;
}

void RoutePrograms::add(const Scenario& scenario, std::uint64_t slowed) {
    if (!by_set_.contains(slowed)) by_set_.emplace(slowed, route_programs(scenario, slowed));
}

}  // namespace aidway
