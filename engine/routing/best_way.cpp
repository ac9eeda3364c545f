// SPDX-License-Identifier: Apache-2.0
#include "routing/best_way.hpp"

#include <algorithm>
#include <compare>
#include <limits>
#include <stdexcept>
#include <vector>

#include "routing/describe_way.hpp"
#include "routing/gate_delays.hpp"
#include "routing/search.hpp"

namespace aidway {
namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
// Longer than any journey and far from overflow.
constexpr std::int64_t longest = most / 4;

/// What a way costs so far. Both parts only grow along it, so the first decides and a search is exact.
struct Cost {
    std::int64_t first = 0;  ///< millimetres or gates; nothing where time alone counts
    std::int64_t time_ms = 0;
    auto operator<=>(const Cost&) const = default;
};

}  // namespace

template <>
inline constexpr Cost never_label<Cost> = {most, most};

Route best_way(const PassageGraph& graph, NodeId from, NodeId to, std::span<const GateState> states, Criterion by) {
    const std::size_t nodes = graph.network().node_count();
    if (from.index() >= nodes || to.index() >= nodes) throw std::invalid_argument("no such node");
    std::vector<std::uint32_t> delay_ms;
    load_delays(graph, states, delay_ms);
    const auto lengths = graph.network().length_m();
    const auto step = [&](const Cost& now, const PassageGraph::Passage& passage) {
        const std::uint32_t delay = passage.gate == PassageGraph::no_gate ? 0 : delay_ms[passage.gate];
        if (delay == no_way_ms) return never_label<Cost>;
        Cost then{now.first, std::min(now.time_ms + passage.time_ms + (passage.enters ? delay : 0), longest)};
        if (by == Criterion::shortest) then.first += lengths.mm(passage.arc.index());
        if (by == Criterion::fewest_gates && passage.enters) ++then.first;
        return then;
    };
    SearchScratch<Cost> scratch;
    search(graph, from, Cost{}, Cost{most, longest}, scratch, step,
           [to](NodeId node, const Cost&) { return node == to; });
    const std::uint32_t state = best_state(graph, to, scratch);
    const Cost& cost = scratch.label[state];
    if (cost == never_label<Cost>) return {};
    const auto total_ms = static_cast<std::uint32_t>(std::min<std::int64_t>(cost.time_ms, longest_ms));
    return describe_way(graph, passages_to(graph, state, scratch), total_ms);
}

}  // namespace aidway
