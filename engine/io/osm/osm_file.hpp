// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "io/osm/tag_meanings.hpp"
#include "network/repair.hpp"
#include "network/road_pieces.hpp"

namespace aidway {

/// The roads of an OpenStreetMap file and what was met on the way.
struct OsmRoads {
    RoadPieces pieces;                            ///< contracted: they meet at their ends only
    std::vector<Repair> repairs;                  ///< ordered by place
    std::vector<GateCandidate> gates;             ///< nodes on roads, ordered by place
    std::map<std::string, std::int64_t> unread;   ///< limits that could not be read, and on how many ways
    std::int64_t nodes = 0, ways = 0, roads = 0;  ///< objects in the file, and ways of it that are roads
    std::int64_t outside = 0;                     ///< roads of which the file has no node at all: left out
};

struct OsmOptions {
    bool ferries = false;  ///< whether classes given on request alone are roads too
    int threads = 2;       ///< that decode beside the caller's
};

/// Reads PBF or XML, also gzipped, in one pass; holds 16 bytes for each node of the file while it reads. A node in
/// three stretches of road or more stays a node, and one that may be a gate; others become points of the drawing.
/// A place on the globe that a way names but the file lacks parts the way there and is a repair of kind "cut"; of ways
/// with one number the first counts. Turn restrictions are not read (docs/decisions says why). The result does not
/// depend on the number of threads, nor on the order of objects in the file.
/// Nothing, with a fault, for a file that cannot be read to its end, that holds more than one of its size can, or that
/// has no roads.
[[nodiscard]] std::optional<OsmRoads> read_osm_file(const std::filesystem::path& path, const TagMeanings& meanings,
                                                    const OsmOptions& options, const std::string& shown_path,
                                                    std::vector<Diagnostic>& faults);

/// Whether the name of a file says that it holds OpenStreetMap data.
[[nodiscard]] bool is_osm_file(const std::filesystem::path& path);

}  // namespace aidway
