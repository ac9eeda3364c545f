// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "routing/passage_graph.hpp"

namespace aidway {

/// Travel times among places by way of gates, with all that never changes worked out beforehand: how long from each
/// place and from beyond each entrance of a gate to every other entrance and place, on the roads that lie in no gate
/// and on those of the gate that was entered. What is left for one state of the gates is a search over entrances,
/// whatever the size of the network. Exact: the times of the plain search, to the millisecond, saturation included.
///
/// Costs one search of the network per entrance and place, once, and 4 bytes for each pair of them. Immutable.
class GateOverlay {
public:
    /// Working memory of one caller, kept from call to call.
    struct Scratch {
        struct Entry {
            std::uint64_t time_ms;
            std::uint32_t entrance;
        };
        std::vector<std::uint64_t> before_ms;  ///< per entrance: when one stands before it
        std::vector<std::uint32_t> open;       ///< entrances of gates that are open
        std::vector<Entry> heap;
        std::vector<std::uint64_t> there_ms;  ///< per place
    };

    /// `places` are distinct nodes of the graph, which is not kept.
    GateOverlay(const PassageGraph& graph, std::span<const NodeId> places);

    /// Ways into gates that somebody can come to: the size of the search.
    [[nodiscard]] std::size_t entrances() const noexcept { return gate_.size(); }

    /// Times from the place numbered `from` to all places; `no_way_ms` where there is no way. `delay_ms` holds a delay
    /// per gate, `no_way_ms` where it is closed.
    void times_from(std::size_t from, std::span<const std::uint32_t> delay_ms, std::span<std::uint32_t> times_ms,
                    Scratch& scratch) const;

private:
    [[nodiscard]] const std::uint32_t* row(std::size_t number) const noexcept {
        return time_ms_.data() + number * (gate_.size() + places_);
    }

    std::size_t places_;
    std::vector<std::uint32_t> gate_;     // per entrance
    std::vector<std::uint32_t> time_ms_;  // per place, then per entrance: times to all entrances, then to all places
};

}  // namespace aidway
