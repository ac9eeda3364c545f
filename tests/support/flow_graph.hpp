// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace aidway::test {

/// Maximum flows by Boost.Graph, as an oracle.
class FlowGraph {
public:
    explicit FlowGraph(std::size_t nodes);
    ~FlowGraph();
    FlowGraph(const FlowGraph&) = delete;
    FlowGraph& operator=(const FlowGraph&) = delete;

    void connect(std::size_t from, std::size_t to, std::int64_t capacity);
    [[nodiscard]] std::int64_t max_flow(std::size_t from, std::size_t to);

private:
    struct Graph;
    std::unique_ptr<Graph> graph_;
};

}  // namespace aidway::test
