// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/draw.hpp"
#include "core/id.hpp"
#include "core/instant.hpp"

namespace aidway {

/// What may want to pass a gate. Aid is a convoy; goods are trade; civilians are people on their own account.
enum class Traffic : std::uint8_t { aid, goods, civilians };
inline constexpr int traffic_classes = 3;

/// A named set of arcs whose passage depends on somebody's leave or on chance. Both directions of a road belong to
/// the same gate, except that one from gate to gate belongs to the gate it leads to.
struct Gate {
    std::string name;         ///< stable name, e.g. "castello-west"
    EntityKey key;            ///< hash of the name
    std::vector<ArcId> arcs;  ///< ascending; no arc belongs to two gates
};

/// Daily opening in local seconds since midnight, half open; from == until means all day.
struct Hours {
    std::int32_t from_s = 0;
    std::int32_t until_s = 0;
    [[nodiscard]] constexpr bool all_day() const noexcept { return from_s == until_s; }
    [[nodiscard]] constexpr bool contain(std::int32_t second_of_day) const noexcept {
        return all_day() || (second_of_day >= from_s && second_of_day < until_s);
    }
    bool operator==(const Hours&) const = default;
};

/// The part of the day that lies in both; nothing where none does.
[[nodiscard]] constexpr std::optional<Hours> hours_in_both(const Hours& a, const Hours& b) noexcept {
    if (a.all_day()) return b;
    if (b.all_day()) return a;
    const Hours both{std::max(a.from_s, b.from_s), std::min(a.until_s, b.until_s)};
    return both.from_s < both.until_s ? std::optional(both) : std::nullopt;
}

/// State of one gate for one traveller at the moment a route is asked for.
struct GateState {
    bool open = true;
    Duration delay{0};  ///< expected delay when open: queue and inspection
    bool operator==(const GateState&) const = default;
};

}  // namespace aidway
