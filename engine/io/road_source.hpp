// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "io/line_layer.hpp"
#include "io/named_files.hpp"
#include "io/road_tables.hpp"
#include "network/build.hpp"
#include "network/crossings.hpp"
#include "network/repair.hpp"
#include "network/road_network.hpp"

namespace aidway {

/// Where roads come from and how they are read.
struct RoadSource {
    ShownPath roads;  ///< an OpenStreetMap file, a layer of lines, a table of links, or a network that was saved
    LineColumns columns = {};                     ///< of a layer or a table
    std::optional<ShownPath> places = {};         ///< table of places: then `roads` is a table of links
    LinkColumns links = {};                       ///< columns of both tables; `columns` stand for those of links
    Distance join_within = Distance::metres(10);  ///< of a layer
    bool mend = false;                            ///< as in BuildOptions
    Crossings crossings = Crossings::leave;       ///< of a layer, where lines cross without a common vertex
    std::optional<ShownPath> meanings = {};       ///< of tags; required for an OpenStreetMap file
    bool ferries = false;                         ///< of an OpenStreetMap file
};

/// A network with what was met when it was made.
struct SourcedRoads {
    RoadNetwork network;
    std::vector<Repair> repairs;  ///< what was mended or left out, then what was only noticed; islands are not here
    std::vector<GateCandidate> gates;                  ///< of an OpenStreetMap file
    std::vector<std::string> notes;                    ///< what has no place on the map
    std::map<std::string, std::int64_t> objects = {};  ///< of an OpenStreetMap file: its nodes, ways, and roads
};

/// The network of lines that were read, with what was mended; nothing where there are faults and no roads.
[[nodiscard]] std::optional<SourcedRoads> roads_of_lines(const std::vector<LineFeature>& lines,
                                                         const BuildOptions& options, const std::string& shown,
                                                         std::vector<Diagnostic>& faults);

/// Nothing, with every fault, where the sources are wrong; IoError where a file cannot be read at all.
[[nodiscard]] std::optional<SourcedRoads> read_roads(const RoadSource& source, std::vector<Diagnostic>& faults);

}  // namespace aidway
