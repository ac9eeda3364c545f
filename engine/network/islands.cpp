// SPDX-License-Identifier: Apache-2.0
#include "network/islands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace aidway {
namespace {

/// The least node of each node's island.
std::vector<std::uint32_t> least_nodes(const RoadNetwork& network) {
    std::vector<std::uint32_t> above(network.node_count());
    std::iota(above.begin(), above.end(), 0U);
    const auto find = [&above](std::uint32_t node) {
        while (above[node] != node) node = above[node] = above[above[node]];
        return node;
    };
    for (std::size_t arc = 0; arc < network.arc_count(); ++arc) {
        const std::uint32_t a = find(network.tail()[arc].value);
        const std::uint32_t b = find(network.head()[arc].value);
        above[std::max(a, b)] = std::min(a, b);
    }
    for (std::uint32_t node = 0; node < above.size(); ++node) above[node] = find(node);
    return above;
}

}  // namespace

std::vector<std::uint32_t> islands(const RoadNetwork& network) {
    const std::vector<std::uint32_t> least = least_nodes(network);
    std::vector<std::uint32_t> size(least.size(), 0);
    for (const std::uint32_t node : least) ++size[node];
    std::vector<std::uint32_t> order;
    for (std::uint32_t node = 0; node < least.size(); ++node) {
        if (least[node] == node) order.push_back(node);
    }
    std::stable_sort(order.begin(), order.end(), [&size](auto a, auto b) { return size[a] > size[b]; });
    std::vector<std::uint32_t> number(least.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) number[order[i]] = i;
    std::vector<std::uint32_t> all;
    all.reserve(least.size());
    for (const std::uint32_t node : least) all.push_back(number[node]);
    return all;
}

std::vector<Repair> lone_islands(const RoadNetwork& network) {
    struct Island {
        std::size_t nodes = 0;
        double length_m = 0;
        NodeId least{0};
    };
    const std::vector<std::uint32_t> number = islands(network);
    std::vector<Island> all(number.empty() ? 0 : *std::max_element(number.begin(), number.end()) + 1);
    for (std::uint32_t node = 0; node < number.size(); ++node) {
        Island& island = all[number[node]];
        if (island.nodes++ == 0) island.least = NodeId{node};
    }
    for (std::uint32_t arc = 0; arc < network.arc_count(); ++arc) {
        if (network.reverse()[arc] < ArcId{arc}) continue;  // a road once
        all[number[network.tail()[arc].index()]].length_m += network.length_m()[arc];
    }
    std::vector<Repair> told;
    for (std::size_t i = 1; i < all.size(); ++i) {
        const Island& island = all[i];
        told.push_back({network.position(island.least), "island",
                        fmt::format("{} node{} and {:.1f} km of road hang together apart from the rest", island.nodes,
                                    island.nodes == 1 ? "" : "s", island.length_m / 1000),
                        Distance::metres(island.length_m)});
    }
    std::sort(told.begin(), told.end(), [](const Repair& a, const Repair& b) {
        return std::pair(a.at.lon_deg, a.at.lat_deg) < std::pair(b.at.lon_deg, b.at.lat_deg);
    });
    return told;
}

}  // namespace aidway
