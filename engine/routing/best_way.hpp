// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "access/gate.hpp"
#include "routing/passage_graph.hpp"
#include "routing/route.hpp"

namespace aidway {

/// What makes a way the best.
enum class Criterion : std::uint8_t {
    fastest,      ///< least time: driving and delays at gates
    shortest,     ///< least length as the network has it, without the profile's detour
    fewest_gates  ///< fewest gates entered; one left and entered again counts twice, as in Route::steps
};

/// The best way by a criterion with the gates as they stand; of those alike in it the fastest, and of equally fast ones
/// that of the arcs' stable keys, so that no numbering shows. One plain search over exact whole numbers; by time it
/// finds what RouteProgram::route does. Allocates; for questions, not for the inner loop. Throws std::invalid_argument
/// for ends that are no nodes and for what `load_delays` refuses.
[[nodiscard]] Route best_way(const PassageGraph& graph, NodeId from, NodeId to, std::span<const GateState> states,
                             Criterion by);

}  // namespace aidway
