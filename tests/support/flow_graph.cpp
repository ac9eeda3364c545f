// SPDX-License-Identifier: Apache-2.0
#include "support/flow_graph.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>

namespace aidway::test {
namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using Edges = boost::property<boost::edge_capacity_t, std::int64_t,
                              boost::property<boost::edge_residual_capacity_t, std::int64_t,
                                              boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>;

}  // namespace

struct FlowGraph::Graph {
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Edges> edges;
};

FlowGraph::FlowGraph(std::size_t nodes) : graph_(new Graph{decltype(Graph::edges)(nodes)}) {}

FlowGraph::~FlowGraph() = default;

void FlowGraph::connect(std::size_t from, std::size_t to, std::int64_t capacity) {
    auto& graph = graph_->edges;
    const auto there = boost::add_edge(from, to, graph).first, back = boost::add_edge(to, from, graph).first;
    boost::put(boost::edge_capacity, graph, there, capacity);
    boost::put(boost::edge_capacity, graph, back, 0);
    boost::put(boost::edge_reverse, graph, there, back);
    boost::put(boost::edge_reverse, graph, back, there);
}

std::int64_t FlowGraph::max_flow(std::size_t from, std::size_t to) {
    return boost::push_relabel_max_flow(graph_->edges, from, to);
}

}  // namespace aidway::test
