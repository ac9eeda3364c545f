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
#include "network/road_columns.hpp"
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

    /// Takes columns as they are, which live as long as `owner`; only the digest is computed. They must be such as a
    /// constructor makes: `load_network` is what reads unchecked ones.
    [[nodiscard]] static RoadNetwork over(const RoadColumns& columns, std::shared_ptr<const void> owner,
                                          std::shared_ptr<const RoadWords> words);

    [[nodiscard]] std::size_t node_count() const noexcept { return columns_.point.size(); }
    [[nodiscard]] std::size_t arc_count() const noexcept { return columns_.head.size(); }

    /// Arcs out of node n: numbers first_out()[n] until first_out()[n + 1]. One entry more than there are nodes.
    [[nodiscard]] std::span<const std::uint32_t> first_out() const noexcept { return columns_.first_out; }
    /// Node an arc leads to.
    [[nodiscard]] std::span<const NodeId> head() const noexcept { return columns_.head; }
    /// Node an arc leaves; ascending.
    [[nodiscard]] std::span<const NodeId> tail() const noexcept { return columns_.tail; }
    /// Length in metres rounded to millimetres: as stated, or great-circle along the drawn points.
    [[nodiscard]] ArcLengths length_m() const noexcept { return {columns_.length_mm, columns_.long_length}; }
    /// The arc of the same road the other way; `no_arc` on a one-way road.
    [[nodiscard]] std::span<const ArcId> reverse() const noexcept { return columns_.reverse; }
    /// `fid` of the feature an arc was drawn as. Not part of the digest.
    [[nodiscard]] std::int64_t feature_of(ArcId arc) const { return columns_.feature[road_number(arc)]; }
    /// Hash of end points, length (and whether it is stated), road, gate and kind: names the arc apart from any
    /// numbering. Only copies of one road share a key.
    [[nodiscard]] std::span<const std::uint64_t> stable_key() const noexcept { return columns_.stable_key; }
    [[nodiscard]] std::span<const GridPoint> point() const noexcept { return columns_.point; }
    [[nodiscard]] LonLat position(NodeId node) const { return lon_lat(columns_.point[node.index()]); }

    /// Index into `words().labels`, per arc.
    [[nodiscard]] std::span<const std::uint32_t> label() const noexcept { return columns_.label; }
    /// Every table is in ascending order, and begins with the empty name or kind.
    [[nodiscard]] const RoadWords& words() const noexcept { return *words_; }
    [[nodiscard]] const RoadLabel& label_of(ArcId arc) const { return words_->labels[label()[arc.index()]]; }
    [[nodiscard]] const std::string& road_of(ArcId arc) const { return words_->roads[label_of(arc).road]; }
    [[nodiscard]] const std::string& gate_of(ArcId arc) const { return words_->gates[label_of(arc).gate]; }
    [[nodiscard]] const RoadKind& kind_of(ArcId arc) const { return words_->kinds[label_of(arc).kind]; }

    /// Points along an arc in the direction of travel, both ends included. For export: it copies.
    [[nodiscard]] std::vector<LonLat> shape(ArcId arc) const;

    /// 128-bit digest of all that the network says, features and further names excepted: equal digests mean equal
    /// travel.
    [[nodiscard]] const std::array<std::uint8_t, 16>& digest() const noexcept { return digest_; }

    /// All columns, for those who write them down.
    [[nodiscard]] const RoadColumns& columns() const noexcept { return columns_; }

private:
    RoadNetwork(const RoadColumns& columns, std::shared_ptr<const void> owner, std::shared_ptr<const RoadWords> words);
    void compute_digest();
    /// Number of the pair that an arc is in, among pairs and one-way arcs in the order of their lower arcs.
    [[nodiscard]] std::size_t road_number(ArcId arc) const;

    std::shared_ptr<const void> owner_;  // of what the columns show
    std::shared_ptr<const RoadWords> words_;
    RoadColumns columns_;
    std::array<std::uint8_t, 16> digest_{};
};

}  // namespace aidway
