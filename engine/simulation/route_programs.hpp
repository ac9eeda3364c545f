// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "routing/route_program.hpp"
#include "scenario/scenario.hpp"

namespace aidway {

/// One route program per vehicle of the scenario; terminals are the depots, the communities, the places outside.
using VehiclePrograms = std::vector<std::shared_ptr<const RouteProgram>>;

/// With the roads slowed by the overlays whose bits are set in `slowed`. Where two slow one road, both factors count.
[[nodiscard]] VehiclePrograms route_programs(const Scenario& scenario, std::uint64_t slowed = 0);

/// Programs for every set of overlays that slow roads at some time.
class RoutePrograms {
public:
    /// Makes those of a set, once.
    void add(const Scenario& scenario, std::uint64_t slowed);
    /// Throws std::out_of_range for a set that was not added.
    [[nodiscard]] const VehiclePrograms& under(std::uint64_t slowed) const { return by_set_.at(slowed); }

private:
    std::map<std::uint64_t, VehiclePrograms> by_set_;
};

}  // namespace aidway
