// SPDX-License-Identifier: Apache-2.0
#include "routing/arc_graph.hpp"

#include <algorithm>
#include <stdexcept>

#include "routing/search.hpp"

namespace aidway {

ArcGraph::ArcGraph(std::uint32_t nodes, std::span<const std::uint32_t> tail, std::span<const std::uint32_t> head,
                   std::span<const std::uint32_t> weight) {
    if (tail.size() != head.size() || tail.size() != weight.size()) {
        throw std::invalid_argument("every arc has a tail, a head and a weight");
    }
    if (tail.size() >= no_way || nodes == no_way) throw std::invalid_argument("too many arcs or nodes");
    for (std::size_t i = 0; i < tail.size(); ++i) {
        if (tail[i] >= nodes || head[i] >= nodes) throw std::invalid_argument("an arc leads to no node");
        if (weight[i] == 0 || weight[i] == no_way) throw std::invalid_argument("a weight lies in [1, 2^32 - 2]");
    }
    first_out_.assign(std::size_t{nodes} + 1, 0);
    for (const std::uint32_t node : tail) ++first_out_[std::size_t{node} + 1];
    for (std::size_t node = 0; node < nodes; ++node) first_out_[node + 1] += first_out_[node];
    std::vector<std::uint32_t> next(first_out_.begin(), first_out_.end() - 1);
    arcs_.resize(tail.size());
    for (std::size_t i = 0; i < tail.size(); ++i) arcs_[next[tail[i]]++] = {head[i], weight[i]};
}

std::vector<std::uint32_t> ArcGraph::distances(NodeId from) const {
    if (from.value >= node_count()) throw std::invalid_argument("there is no such node");
    std::vector<std::uint32_t> label(node_count(), no_way);
    SearchScratch<std::uint32_t> scratch;  // for its heap
    label[from.index()] = 0;
    scratch.push(0, from.value);
    while (!scratch.heap.empty()) {
        const auto [here, node] = scratch.pop();
        if (here != label[node]) continue;
        for (std::uint32_t a = first_out_[node]; a < first_out_[node + 1]; ++a) {
            const Arc arc = arcs_[a];
            const std::uint32_t there = here + std::min(arc.weight, no_way - 1 - here);
            if (there >= label[arc.head]) continue;
            label[arc.head] = there;
            scratch.push(there, arc.head);
        }
    }
    return label;
}

}  // namespace aidway
