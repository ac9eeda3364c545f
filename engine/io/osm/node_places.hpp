// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "network/grid_point.hpp"

namespace aidway {

/// Where the nodes of a file lie, by their number. Takes 16 bytes a node.
class NodePlaces {
public:
    static constexpr std::uint32_t missing = std::numeric_limits<std::uint32_t>::max();

    void add(std::int64_t id, GridPoint place) {
        sorted_ = sorted_ && (ids_.empty() || ids_.back() < id);
        ids_.push_back(id);
        places_.push_back(place);
    }
    [[nodiscard]] std::size_t size() const noexcept { return ids_.size(); }
    /// To be called once, after the last node; of nodes with one number the last one added counts.
    void finish();
    /// Position of a node in the file's order of numbers, or `missing`.
    [[nodiscard]] std::uint32_t find(std::int64_t id) const;
    [[nodiscard]] GridPoint place(std::uint32_t position) const { return places_[position]; }

private:
    std::vector<std::int64_t> ids_;
    std::vector<GridPoint> places_;
    bool sorted_ = true;
    unsigned shift_ = 0;
    std::vector<std::uint32_t> begin_;  // where ids with the same upper bits begin: few, so that few are looked at
};

}  // namespace aidway
