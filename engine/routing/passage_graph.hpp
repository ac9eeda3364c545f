// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "access/gate.hpp"
#include "network/road_network.hpp"

namespace aidway {

/// A network in which one knows whether a traveller is already inside a gate: what every search runs on.
/// A gate charges its delay when it is entered, once for a contiguous run of its arcs; so a node in the middle of a
/// gate is one state for who came through the gate and another for who came from elsewhere. All other nodes are one
/// state. Arcs that a vehicle cannot take (`no_driving_ms`) are not in it. Made once per network, times and gates;
/// immutable; share it freely between threads.
class PassageGraph {
public:
    static constexpr std::uint32_t no_gate = 0xffff'ffff;

    /// A step along an arc.
    struct Passage {
        std::uint32_t target;   ///< state it leads to
        std::uint32_t time_ms;  ///< driving time of the arc, at least 1
        std::uint32_t gate;     ///< gate of the arc or `no_gate`
        bool enters;            ///< whether the gate is entered here, so that its delay falls due
        ArcId arc;
    };

    /// Throws std::invalid_argument unless there is a time of at least 1 ms per arc, and every gate arc exists and
    /// belongs to one gate.
    PassageGraph(std::shared_ptr<const RoadNetwork> network, const std::vector<std::uint32_t>& arc_times_ms,
                 std::vector<Gate> gates);

    [[nodiscard]] std::uint32_t state_count() const noexcept { return static_cast<std::uint32_t>(node_.size()); }
    /// States of node n: first_state()[n] until first_state()[n + 1]; the first is "came from elsewhere".
    [[nodiscard]] const std::vector<std::uint32_t>& first_state() const noexcept { return first_state_; }
    [[nodiscard]] const std::vector<NodeId>& node() const noexcept { return node_; }
    /// Passages out of state s: first_out()[s] until first_out()[s + 1].
    [[nodiscard]] const std::vector<std::uint32_t>& first_out() const noexcept { return first_out_; }
    [[nodiscard]] const std::vector<Passage>& passages() const noexcept { return passages_; }
    /// State a passage leaves.
    [[nodiscard]] const std::vector<std::uint32_t>& source() const noexcept { return source_; }

    [[nodiscard]] const RoadNetwork& network() const noexcept { return *network_; }
    [[nodiscard]] const std::vector<Gate>& gates() const noexcept { return gates_; }
    /// Of two passages that reach one state at one time, whether the first is to be preferred: smaller stable key
    /// of the arc, then (one arc out of two states of a node) the earlier state.
    [[nodiscard]] bool prefers(std::uint32_t passage, std::uint32_t other) const noexcept;

private:
    std::shared_ptr<const RoadNetwork> network_;
    std::vector<Gate> gates_;
    std::vector<std::uint32_t> first_state_;
    std::vector<NodeId> node_;
    std::vector<std::uint32_t> first_out_;
    std::vector<Passage> passages_;
    std::vector<std::uint32_t> source_;
};

}  // namespace aidway
