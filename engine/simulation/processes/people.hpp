// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// From now on so many people live in a community: what they need, and what is smuggled, grown and traded for them,
/// follow. Say so in an event of your own.
void change_people(Context& context, std::uint16_t community, std::int64_t people);

/// People who come to a community from elsewhere; `by_force` when they were moved. They leave nowhere again on their
/// own account, and are not among the entitled of the place.
void settle_people(Context& context, std::uint16_t community, std::int64_t people, bool by_force);

}  // namespace aidway
