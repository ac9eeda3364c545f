// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "access/gate.hpp"
#include "routing/passage_graph.hpp"
#include "routing/saturating.hpp"

namespace aidway {

/// Delays per gate as a search reads them: `no_way_ms` where a gate is closed. `delay_ms` keeps its memory. Throws
/// std::invalid_argument unless there is one state per gate, and for negative delays.
void load_delays(const PassageGraph& graph, std::span<const GateState> states, std::vector<std::uint32_t>& delay_ms);

/// When a passage may be begun by who stands before it at `now`: after the delay of a gate that is entered here;
/// `no_way_ms` where the gate is closed.
[[nodiscard]] inline std::uint32_t begun_ms(std::uint32_t now, const PassageGraph::Passage& passage,
                                            const std::uint32_t* delay_ms) noexcept {
    if (passage.gate == PassageGraph::no_gate) return now;
    const std::uint32_t delay = delay_ms[passage.gate];
    if (delay == no_way_ms) return no_way_ms;
    return passage.enters ? saturated_sum(now, delay) : now;
}

/// When its other end is reached; `no_way_ms` where the gate is closed.
[[nodiscard]] inline std::uint32_t passed_ms(std::uint32_t now, const PassageGraph::Passage& passage,
                                             const std::uint32_t* delay_ms) noexcept {
    const std::uint32_t begun = begun_ms(now, passage, delay_ms);
    return begun == no_way_ms ? no_way_ms : saturated_sum(begun, passage.time_ms);
}

}  // namespace aidway
