// SPDX-License-Identifier: Apache-2.0
#include "scenario/allocation.hpp"

#include "core/fields/leaf.hpp"

namespace aidway {

const Type& describe(Tag<AllocationRule>) {
    static const auto type = enum_type<AllocationRule>("allocation_rule", "a rule of allocation",
                                                       {"in_turn", "by_need", "proportional", "equal", "as_permitted"});
    return type;
}

const Type& describe(Tag<AllocationRecord>) {
    static const auto type = record<AllocationRecord>(
        "allocation", "How aid is shared out among communities.",
        {optional("rule", &AllocationRecord::rule,
                  "who is served first each morning. in_turn: always the same order; by_need: whoever has stock for "
                  "the fewest days; proportional: whoever was sent least in this cycle for its people; equal: whoever "
                  "was sent least; as_permitted: whoever was sent least for the people granted to it")});
    return type;
}

}  // namespace aidway
