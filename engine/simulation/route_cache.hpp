// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include "routing/route_program.hpp"
#include "simulation/parameters.hpp"

namespace aidway {

/// The best ways from every fleet to every community, for each set of open gates that has come up. One per thread.
/// Gates are few and their states recur, so nearly every morning is a look-up. Exact: the same set of open gates and
/// the same delays always give the same routes. Routes stay where they are until `use` is called with other delays.
class RouteCache {
public:
    /// `programs` holds one program per vehicle; terminals are the depots, then the communities.
    RouteCache(std::vector<std::shared_ptr<const RouteProgram>> programs, std::size_t depots);

    /// Expected delays at gates under these parameters: inspection of a full convoy over the gate's lanes.
    void use(const Parameters& parameters);

    /// Routes of fleet f to community c at index f * communities + c. `open` has one entry per gate.
    [[nodiscard]] std::span<const Route> routes(const std::vector<std::uint8_t>& open);

private:
    std::vector<Route> find(const std::vector<std::uint8_t>& open);

    std::vector<std::shared_ptr<const RouteProgram>> programs_;
    std::size_t depots_;
    RouteProgram::Scratch scratch_;
    std::size_t communities_ = 0;
    std::vector<FleetParameters> fleets_;
    std::vector<Duration> delays_;  ///< per fleet and gate
    std::map<std::vector<std::uint8_t>, std::vector<Route>> known_;
    const std::vector<std::uint8_t>* last_open_ = nullptr;
    const std::vector<Route>* last_ = nullptr;
};

}  // namespace aidway
