// SPDX-License-Identifier: Apache-2.0
#include "network/network_bytes.hpp"

#include "network/words_bytes.hpp"

namespace aidway {

BytesPerArc bytes_per_arc(const RoadNetwork& network) {
    if (network.arc_count() == 0) return {};
    std::size_t all = 0;
    const RoadColumns& columns = network.columns();
    RoadColumns::each(columns, columns.sizes(),
                      [&all](const auto& column, std::uint64_t) { all += column.size_bytes(); });
    const std::size_t drawings = columns.shape_begin.size_bytes() + columns.shape_point.size_bytes();
    const auto per_arc = [&network](std::size_t bytes) {
        return static_cast<double>(bytes) / static_cast<double>(network.arc_count());
    };
    return {per_arc(all - drawings), per_arc(drawings), per_arc(bytes_of(network.words()).size())};
}

}  // namespace aidway
