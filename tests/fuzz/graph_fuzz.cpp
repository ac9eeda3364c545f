// SPDX-License-Identifier: Apache-2.0
// Any text as a graph of DIMACS or PACE and as places of its nodes: faults, or what was asked for.
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string_view>

#include "io/graph_file.hpp"
#include "routing/arc_graph.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace aidway;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    std::vector<Diagnostic> faults;
    const auto graph = read_arc_list("roads.gr", text, faults);
    if (graph.has_value() != faults.empty()) throw std::logic_error("neither a graph nor a fault, or both");
    if (graph && graph->nodes > 0 && graph->nodes < 10'000) {
        const ArcGraph searched(graph->nodes, graph->tail, graph->head, graph->weight);
        if (searched.distances({0})[0] != 0) throw std::logic_error("a node is away from itself");
    }
    faults.clear();
    if (read_node_places("roads.co", text, faults).has_value() != faults.empty()) {
        throw std::logic_error("neither places nor a fault, or both");
    }
    return 0;
}
