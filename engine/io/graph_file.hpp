// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/lon_lat.hpp"

namespace aidway {

/// A graph as research exchanges it: arcs between numbered nodes, with no place on Earth. Node k of a file is number
/// k - 1 here.
struct ArcList {
    std::uint32_t nodes = 0;
    std::vector<std::uint32_t> tail, head;  ///< per arc, in the order of the file
    std::vector<std::uint32_t> weight;      ///< per arc, from 1; 1 where the format has none
    bool weighted = false;                  ///< whether the format has weights
};

/// Reads a graph of the 9th DIMACS challenge ("p sp NODES ARCS", then "a TAIL HEAD WEIGHT" for each arc) or of the
/// PACE 2016 challenge ("p tw NODES EDGES", then "NODE NODE" for each edge, which is an arc each way); lines that begin
/// with c are comments. Faults, each with its line: what is no such line, nodes out of range, weights below 1 or above
/// 2^32 - 2, a count that the lines do not keep. Of many faults the first hundred are told. Memory grows with the lines
/// there are, not with what the first one promises.
[[nodiscard]] std::optional<ArcList> read_arc_list(const std::string& shown_path, std::string_view text,
                                                   std::vector<Diagnostic>& faults);

/// Reads the places of the nodes of a DIMACS graph ("p aux sp co NODES", then "v NODE X Y" in millionths of a degree,
/// once for each node).
[[nodiscard]] std::optional<std::vector<LonLat>> read_node_places(const std::string& shown_path, std::string_view text,
                                                                  std::vector<Diagnostic>& faults);

}  // namespace aidway
