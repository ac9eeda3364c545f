// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/lon_lat.hpp"
#include "network/line_feature.hpp"
#include "network/road_pieces.hpp"

namespace aidway {

/// What stands for "no arc" where one is asked for.
inline constexpr ArcId no_arc{0xffff'ffff};

/// Roads as parallel arrays: nodes in ascending order of (longitude, latitude), the arcs out of each node side by
/// side. Every road is two arcs, one each way, and a one-way road is one. Positions are whole multiples of 1e-7 degree
/// (about 1 cm). The order of nodes and arcs follows from positions and names alone, so the same roads given in another
/// order, or two-way ones drawn the other way round, make the same network. Immutable; share it freely between threads.
/// Copies share their arrays, and spans live as long as the last of them.
class RoadNetwork {
public:
    RoadNetwork();
    /// From pieces that meet at their ends only; a node stands wherever a piece ends. A piece may begin and end at
    /// one node. Throws std::invalid_argument for a piece with fewer than two distinct points, with a point off the
    /// globe or with a stated length below 1 mm: `build_network` is what reads unchecked lines.
    explicit RoadNetwork(const std::vector<LineFeature>& pieces);
    explicit RoadNetwork(RoadPieces pieces);

    [[nodiscard]] std::size_t node_count() const noexcept { return point_.size(); }
    [[nodiscard]] std::size_t arc_count() const noexcept { return head_.size(); }

    /// Arcs out of node n: numbers first_out()[n] until first_out()[n + 1]. One entry more than there are nodes.
    [[nodiscard]] std::span<const std::uint32_t> first_out() const noexcept { return first_out_; }
    /// Node an arc leads to.
    [[nodiscard]] std::span<const NodeId> head() const noexcept { return head_; }
    /// Node an arc leaves; ascending.
    [[nodiscard]] std::span<const NodeId> tail() const noexcept { return tail_; }
    /// Length in metres rounded to millimetres: as stated, or great-circle along the drawn points.
    [[nodiscard]] std::span<const double> length_m() const noexcept { return length_m_; }
    /// The arc of the same road the other way; `no_arc` on a one-way road.
    [[nodiscard]] std::span<const ArcId> reverse() const noexcept { return reverse_; }
    /// `fid` of the feature an arc was drawn as. Not part of the digest.
    [[nodiscard]] std::span<const std::int64_t> feature() const noexcept { return feature_; }
    /// Hash of end points, length (and whether it is stated), road, gate and kind: names the arc apart from any
    /// numbering. Only copies of one road share a key.
    [[nodiscard]] std::span<const std::uint64_t> stable_key() const noexcept { return stable_key_; }
    [[nodiscard]] std::span<const GridPoint> point() const noexcept { return point_; }
    [[nodiscard]] LonLat position(NodeId node) const { return lon_lat(point_[node.index()]); }

    /// Index into `words().labels`, per arc.
    [[nodiscard]] std::span<const std::uint32_t> label() const noexcept { return label_; }
    /// Every table is in ascending order, and begins with the empty name or kind.
    [[nodiscard]] const RoadWords& words() const noexcept { return *words_; }
    [[nodiscard]] const RoadLabel& label_of(ArcId arc) const { return words_->labels[label_[arc.index()]]; }
    [[nodiscard]] const std::string& road_of(ArcId arc) const { return words_->roads[label_of(arc).road]; }
    [[nodiscard]] const std::string& gate_of(ArcId arc) const { return words_->gates[label_of(arc).gate]; }
    [[nodiscard]] const RoadKind& kind_of(ArcId arc) const { return words_->kinds[label_of(arc).kind]; }

    /// Points along an arc in the direction of travel, both ends included. For export: it copies.
    [[nodiscard]] std::vector<LonLat> shape(ArcId arc) const;

    /// 128-bit digest of all that the network says, features and further names excepted: equal digests mean equal
    /// travel.
    [[nodiscard]] const std::array<std::uint8_t, 16>& digest() const noexcept { return digest_; }

private:
    struct Arrays;
    void share(std::shared_ptr<Arrays> arrays);
    void compute_digest();

    std::shared_ptr<const void> owner_;  // of what the spans below show
    std::shared_ptr<const RoadWords> words_;
    std::span<const GridPoint> point_;
    std::span<const std::uint32_t> first_out_;
    std::span<const NodeId> head_;
    std::span<const NodeId> tail_;
    std::span<const double> length_m_;
    std::span<const ArcId> reverse_;
    std::span<const std::int64_t> feature_;
    std::span<const std::uint64_t> stable_key_;
    std::span<const std::uint32_t> label_;
    std::span<const GridPoint> shape_point_;      // of the lower arc of each pair, side by side
    std::span<const std::uint64_t> shape_begin_;  // per arc, where its points begin (the pair shares them)
    std::span<const std::uint32_t> shape_size_;
    std::array<std::uint8_t, 16> digest_{};
};

}  // namespace aidway
