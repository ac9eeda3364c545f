// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/lon_lat.hpp"
#include "network/line_feature.hpp"

namespace aidway {

/// What stands for "no arc" where one is asked for.
inline constexpr ArcId no_arc{0xffff'ffff};

/// Roads as parallel arrays: nodes in ascending order of (longitude, latitude), the arcs out of each node side by
/// side. Every road is two arcs, one each way, and a one-way road is one. Positions are whole multiples of 1e-7 degree
/// (about 1 cm). The order of nodes and arcs follows from positions and names alone, so the same roads given in another
/// order, or two-way ones drawn the other way round, make the same network. Immutable; share it freely between threads.
class RoadNetwork {
public:
    RoadNetwork() = default;
    /// From pieces that meet at their ends only; a node stands wherever a piece ends. A piece may begin and end at
    /// one node. Throws std::invalid_argument for a piece with fewer than two distinct points, with a point off the
    /// globe or with a stated length below 1 mm: `build_network` is what reads unchecked lines.
    explicit RoadNetwork(const std::vector<LineFeature>& pieces);

    [[nodiscard]] std::size_t node_count() const noexcept { return position_.size(); }
    [[nodiscard]] std::size_t arc_count() const noexcept { return head_.size(); }

    /// Arcs out of node n: numbers first_out()[n] until first_out()[n + 1]. One entry more than there are nodes.
    [[nodiscard]] const std::vector<std::uint32_t>& first_out() const noexcept { return first_out_; }
    /// Node an arc leads to.
    [[nodiscard]] const std::vector<NodeId>& head() const noexcept { return head_; }
    /// Node an arc leaves; ascending.
    [[nodiscard]] const std::vector<NodeId>& tail() const noexcept { return tail_; }
    /// Length in metres rounded to millimetres: as stated, or great-circle along the drawn points.
    [[nodiscard]] const std::vector<double>& length_m() const noexcept { return length_m_; }
    /// Whether the length is the layer's own word: then it is the road's, and no detour is to be added to the line.
    [[nodiscard]] const std::vector<bool>& length_is_stated() const noexcept { return length_is_stated_; }
    /// The arc of the same road the other way; `no_arc` on a one-way road.
    [[nodiscard]] const std::vector<ArcId>& reverse() const noexcept { return reverse_; }
    /// `fid` of the feature an arc was drawn as. Not part of the digest.
    [[nodiscard]] const std::vector<std::int64_t>& feature() const noexcept { return feature_; }
    /// Hash of end points, length (and whether it is stated), road, gate and class: names the arc apart from any
    /// numbering. Only copies of one road share a key.
    [[nodiscard]] const std::vector<std::uint64_t>& stable_key() const noexcept { return stable_key_; }
    [[nodiscard]] const std::vector<LonLat>& position() const noexcept { return position_; }

    /// Index into `road_names()`, per arc.
    [[nodiscard]] const std::vector<std::uint32_t>& road() const noexcept { return road_.index; }
    /// Index into `gate_names()`, per arc.
    [[nodiscard]] const std::vector<std::uint32_t>& gate() const noexcept { return gate_.index; }
    /// Index into `road_class_names()`, per arc.
    [[nodiscard]] const std::vector<std::uint32_t>& road_class() const noexcept { return road_class_.index; }
    /// Names in ascending order; the first is always "", the name of none.
    [[nodiscard]] const std::vector<std::string>& road_names() const noexcept { return road_.names; }
    [[nodiscard]] const std::vector<std::string>& gate_names() const noexcept { return gate_.names; }
    [[nodiscard]] const std::vector<std::string>& road_class_names() const noexcept { return road_class_.names; }

    /// Points along an arc in the direction of travel, both ends included. For export: it copies.
    [[nodiscard]] std::vector<LonLat> shape(ArcId arc) const;

    /// 128-bit digest of all that the network says, features excepted: equal digests mean equal travel.
    [[nodiscard]] const std::array<std::uint8_t, 16>& digest() const noexcept { return digest_; }

private:
    /// A text column: an index per arc into a list of names.
    struct NameColumn {
        std::vector<std::string> names{""};
        std::vector<std::uint32_t> index;
    };
    void compute_digest();

    std::vector<LonLat> position_;
    std::vector<std::uint32_t> first_out_{0};
    std::vector<NodeId> head_;
    std::vector<NodeId> tail_;
    std::vector<double> length_m_;
    std::vector<bool> length_is_stated_;
    std::vector<ArcId> reverse_;
    std::vector<std::int64_t> feature_;
    std::vector<std::uint64_t> stable_key_;
    NameColumn road_;
    NameColumn gate_;
    NameColumn road_class_;
    std::vector<LonLat> shape_points_;        // of the lower arc of each pair, side by side
    std::vector<std::uint32_t> shape_begin_;  // per arc, where its points begin (the pair shares them)
    std::vector<std::uint32_t> shape_end_;
    std::array<std::uint8_t, 16> digest_{};
};

}  // namespace aidway
