// SPDX-License-Identifier: Apache-2.0
#include "network/arc_key.hpp"

#include "core/digest.hpp"

namespace aidway {
namespace {

std::uint64_t first_bytes(const Digest& digest) {
    std::uint64_t key = 0;
    const auto bytes = digest.bytes();
    for (std::size_t i = 0; i < 8; ++i) key |= std::uint64_t{bytes[i]} << (8 * i);
    return key;
}

/// Only what is said goes in, so that a kind which is but a class reads as that class alone.
void add_kind(const RoadKind& kind, Digest& digest) {
    digest.add(kind.road_class);
    const auto add = [&digest](const char* what, const auto& value) { digest.add(what).add(value); };
    if (!kind.surface.empty()) add("surface", kind.surface);
    if (!kind.condition.empty()) add("condition", kind.condition);
    for (const std::string& feature : kind.features) add("feature", feature);
    for (const std::string& traffic : kind.barred) add("barred", traffic);
    if (kind.max_weight) add("max_weight", kind.max_weight->ticks());
    if (kind.max_height) add("max_height", kind.max_height->metres());
    if (kind.max_speed) add("max_speed", kind.max_speed->metres_per_second());
}

}  // namespace

std::uint64_t stable_key_of(GridPoint from, GridPoint to, std::int64_t length_mm, const RoadWords& words,
                            const RoadLabel& label) {
    Digest digest;
    for (const std::int32_t number : {from.lon, from.lat, to.lon, to.lat}) digest.add(std::int64_t{number});
    digest.add(length_mm).add(words.roads[label.road]).add(words.gates[label.gate]);
    add_kind(words.kinds[label.kind], digest);
    if (label.length_is_stated) digest.add("stated");
    return first_bytes(digest);
}

}  // namespace aidway
