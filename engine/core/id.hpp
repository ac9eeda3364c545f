// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace aidway {

/// An index that only fits the table it was made for: a NodeId is no ArcId.
template <class Tag>
struct Id {
    std::uint32_t value = 0;
    auto operator<=>(const Id&) const = default;
    /// The position in the parallel arrays of the owning table.
    [[nodiscard]] constexpr std::size_t index() const noexcept { return value; }
};

using NodeId = Id<struct NodeTag>;
using ArcId = Id<struct ArcTag>;
using GateId = Id<struct GateTag>;
using CommunityId = Id<struct CommunityTag>;
using DepotId = Id<struct DepotTag>;
using PartyId = Id<struct PartyTag>;
using GoodsId = Id<struct GoodsTag>;
using ObligationId = Id<struct ObligationTag>;

}  // namespace aidway
