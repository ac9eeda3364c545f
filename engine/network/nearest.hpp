// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "core/quantity.hpp"
#include "network/road_network.hpp"

namespace aidway {

/// How far a place may lie from the nearest junction and still be on the network.
inline constexpr Distance farthest_junction = Distance::kilometres(5);

/// Finds the node nearest to a place. Built once per network in O(n log n), answers in O(log n); keeps no reference
/// to the network. Thread-safe once built.
class NearestNode {
public:
    struct Answer {
        NodeId node;
        Distance distance;  ///< great circle, rounded to millimetres
    };

    /// Throws std::invalid_argument for a network without nodes.
    explicit NearestNode(const RoadNetwork& network);
    NearestNode(NearestNode&&) noexcept;
    NearestNode& operator=(NearestNode&&) noexcept;
    ~NearestNode();

    /// Ties in distance go to the smallest longitude, then latitude. `place` must be valid.
    [[nodiscard]] Answer nearest(LonLat place) const;

private:
    struct Index;
    std::unique_ptr<Index> index_;
};

}  // namespace aidway
