// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "routing/traveller.hpp"

namespace aidway {

/// What a question on gates makes of one of them.
enum class GateRole : std::uint8_t {
    passed,  ///< like any road
    kept,    ///< what the question is about: a step of its own
    dropped  ///< nobody passes
};

/// A network made small for questions on gates: nodes that reach each other without a kept gate are one zone. Every
/// graph, so every kind of vehicle, has zones of its own, as it has roads of its own. Zones that lie on no way from an
/// origin to a place are left out. Delays do not matter here. Linear in the network; immutable.
class GateZones {
public:
    static constexpr std::uint32_t no_zone = 0xffff'ffff;
    static constexpr std::uint32_t no_gate = PassageGraph::no_gate;

    /// A way from one zone to another: by a gate, or along one-way roads.
    struct Step {
        std::uint32_t from;
        std::uint32_t to;
        std::uint32_t gate;   ///< or `no_gate`
        std::uint32_t layer;  ///< number of the vehicle whose roads it is on
        ArcId arc;            ///< one arc that makes it; of a step without a gate, any
    };

    /// Throws as `check_travellers`, and unless there is one role per gate.
    GateZones(std::span<const Traveller> travellers, std::span<const GateRole> roles);

    [[nodiscard]] std::size_t count() const noexcept { return count_; }
    /// By zone left, zone entered, gate, arc; a zone belongs to one graph.
    [[nodiscard]] const std::vector<Step>& steps() const noexcept { return steps_; }
    /// Steps out of and into a zone, as positions in `steps`.
    [[nodiscard]] const std::vector<std::vector<std::uint32_t>>& out() const noexcept { return out_; }
    [[nodiscard]] const std::vector<std::vector<std::uint32_t>>& in() const noexcept { return in_; }
    /// Zone of each traveller's origin; `no_zone` where it leads to no place.
    [[nodiscard]] const std::vector<std::uint32_t>& origins() const noexcept { return origins_; }
    /// Per place the zones it lies in, one per graph by which one may come there if every kept gate opens; else empty.
    [[nodiscard]] const std::vector<std::vector<std::uint32_t>>& places() const noexcept { return places_; }

private:
    std::vector<std::uint32_t> add_layer(const PassageGraph& graph, std::span<const GateRole> roles,
                                         std::uint32_t layer);
    void keep_what_leads_from_origins_to_places();

    std::size_t count_ = 0;
    std::vector<Step> steps_;
    std::vector<std::vector<std::uint32_t>> out_;
    std::vector<std::vector<std::uint32_t>> in_;
    std::vector<std::uint32_t> origins_;
    std::vector<std::vector<std::uint32_t>> places_;
};

}  // namespace aidway
