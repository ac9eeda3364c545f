// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "routing/route_program.hpp"
#include "scenario/scenario_record.hpp"

namespace aidway {

/// The fastest way into every enclave from its places outside, for each set of open gates that has come up: what
/// traders and people on their own account need to know. Driving alone counts, no queue. One per thread. Exact: the
/// same set of open gates always gives the same ways; nothing is allocated for a set that has come up before.
class ReachCache {
public:
    /// One program per vehicle; terminals are the depots, the communities, the places outside. What is fastest is
    /// fastest for all vehicles: the first by name is asked.
    ReachCache(const std::vector<std::shared_ptr<const RouteProgram>>& programs, const ScenarioRecord& record);

    /// The way into an enclave: the fastest from one of its places outside to one of its communities; ties go by their
    /// names. Not reachable where the enclave has no place outside. `open` has one entry per gate. The reference
    /// stays good as long as the cache.
    [[nodiscard]] const Route& way(std::size_t enclave, const std::vector<std::uint8_t>& open);

private:
    struct Ends {
        std::vector<TerminalId> outside, inside;  ///< ascending by name
    };
    [[nodiscard]] std::vector<Route> find(const std::vector<std::uint8_t>& open);

    std::shared_ptr<const RouteProgram> program_;
    std::vector<Ends> enclaves_;
    RouteProgram::Scratch scratch_;
    using Known = std::map<std::vector<std::uint8_t>, std::vector<Route>>;
    Known known_;
    /// What was asked for last is mostly asked for again, by traders and by people in turn.
    std::array<const Known::value_type*, 2> latest_{};
};

}  // namespace aidway
