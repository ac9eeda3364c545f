// SPDX-License-Identifier: Apache-2.0
#include "core/id.hpp"

#include <gtest/gtest.h>

#include <concepts>
#include <type_traits>

namespace aidway {
namespace {

TEST(Id, FitsOnlyTheTableItWasMadeFor) {
    static_assert(!std::is_convertible_v<NodeId, ArcId>);
    static_assert(!std::is_constructible_v<NodeId, ArcId>);
    static_assert(!std::is_convertible_v<NodeId, std::uint32_t>);
    static_assert(!std::equality_comparable_with<NodeId, ArcId>);
    static_assert(std::equality_comparable<NodeId>);
}

TEST(Id, OrdersAndIndexesByItsNumber) {
    EXPECT_LT(GateId{2}, GateId{10});
    EXPECT_EQ(GateId{7}.index(), 7U);
    EXPECT_EQ(GateId{}, GateId{0});
}

}  // namespace
}  // namespace aidway
