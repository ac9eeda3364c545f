// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "network/columns_fault.hpp"
#include "network/islands.hpp"
#include "network/nearest.hpp"
#include "network/road_network.hpp"

namespace aidway::fuzz {

/// Whatever was read must be a network in every respect; else the fuzzer has found something.
inline void exercise(const RoadNetwork& network) {
    if (!columns_fault(network.columns(), network.words()).empty()) throw std::logic_error("this is no network");
    for (std::uint32_t arc = 0; arc < network.arc_count(); ++arc) {
        if (network.shape({arc}).size() < 2) throw std::logic_error("an arc without a drawing");
        (void)network.feature_of({arc});
    }
    (void)lone_islands(network);
    if (network.node_count() > 0 && NearestNode(network).nearest(network.position({0})).node != NodeId{0}) {
        throw std::logic_error("a node is not the nearest to itself");
    }
}

/// A file with these bytes.
inline void write(const std::filesystem::path& path, const std::uint8_t* bytes, std::size_t size) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(bytes), static_cast<std::streamsize>(size));
}

}  // namespace aidway::fuzz
