// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <utility>

#include "network/grid_point.hpp"
#include "network/long_vector.hpp"

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
    /// The same, soon where the node follows the one at `before`, as it often does on a way.
    [[nodiscard]] std::uint32_t find(std::int64_t id, std::uint32_t before) const {
        const std::size_t next = std::size_t{before} + 1;
        return next < ids_.size() && ids_[next] == id ? static_cast<std::uint32_t>(next) : find(id);
    }
    [[nodiscard]] GridPoint place(std::uint32_t position) const { return places_[position]; }
    /// All places by position; nothing can be found afterwards.
    [[nodiscard]] LongVector<GridPoint> take() && { return std::move(places_); }

private:
    LongVector<std::int64_t> ids_;
    LongVector<GridPoint> places_;
    bool sorted_ = true;
    unsigned shift_ = 0;
    LongVector<std::uint32_t> begin_;  // where ids with the same upper bits begin: few, so that few are looked at
};

}  // namespace aidway
