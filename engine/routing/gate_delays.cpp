// SPDX-License-Identifier: Apache-2.0
#include "routing/gate_delays.hpp"

#include <stdexcept>

namespace aidway {

void load_delays(const PassageGraph& graph, std::span<const GateState> states, std::vector<std::uint32_t>& delay_ms) {
    if (states.size() != graph.gates().size()) throw std::invalid_argument("expected one state per gate");
    delay_ms.resize(states.size());
    for (std::size_t gate = 0; gate < states.size(); ++gate) {
        if (states[gate].delay < Duration{0}) throw std::invalid_argument("a gate's delay is at least 0");
        delay_ms[gate] = states[gate].open ? saturated_ms(states[gate].delay) : no_way_ms;
    }
}

}  // namespace aidway
