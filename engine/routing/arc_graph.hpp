// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/id.hpp"

namespace aidway {

/// A bare graph of arcs with weights, for research and benchmarks: it has no places, roads or gates. Immutable; share
/// it freely between threads.
class ArcGraph {
public:
    /// Stands for the distance of a node that cannot be reached.
    static constexpr std::uint32_t no_way = 0xffff'ffff;

    /// Throws std::invalid_argument unless the columns are equally long, nodes lie below `nodes` and weights in
    /// [1, 2^32 - 2].
    ArcGraph(std::uint32_t nodes, std::span<const std::uint32_t> tail, std::span<const std::uint32_t> head,
             std::span<const std::uint32_t> weight);

    [[nodiscard]] std::uint32_t node_count() const noexcept {
        return static_cast<std::uint32_t>(first_out_.size()) - 1;
    }
    [[nodiscard]] std::size_t arc_count() const noexcept { return arcs_.size(); }
    /// Sums of weights along the lightest ways to every node, `no_way` where there is none; exact below 2^32 - 2, where
    /// they stand still. Dijkstra's search with a 4-ary heap.
    [[nodiscard]] std::vector<std::uint32_t> distances(NodeId from) const;

private:
    struct Arc {
        std::uint32_t head;
        std::uint32_t weight;
    };
    std::vector<std::uint32_t> first_out_;
    std::vector<Arc> arcs_;
};

}  // namespace aidway
