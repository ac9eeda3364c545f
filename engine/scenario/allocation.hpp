// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/fields/describe.hpp"

namespace aidway {

/// Who is served first each morning, where trucks, convoys or stock do not suffice for all (model, section 3).
enum class AllocationRule : std::uint8_t {
    in_turn,       ///< always the same order, by a hash of names
    by_need,       ///< whoever has stock for the fewest days
    proportional,  ///< whoever was sent least for its people
    equal,         ///< whoever was sent least
    as_permitted,  ///< whoever was sent least for the people granted to it
};
const Type& describe(Tag<AllocationRule>);

/// How aid is shared out among communities.
struct AllocationRecord {
    AllocationRule rule = AllocationRule::in_turn;
    bool operator==(const AllocationRecord&) const = default;
};
const Type& describe(Tag<AllocationRecord>);

}  // namespace aidway
