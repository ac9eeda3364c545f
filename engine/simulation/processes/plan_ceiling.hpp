// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// What of a plan could go by road before its cycle ends, if all fleets and depots served this plan alone: by the
/// trucks, crews and convoys of the week of its mornings, and by what depots have by the last of them. No request asks
/// for more (model, section 3). Gates, hours and permission are not looked at; what is flown to a depot has no bound
/// that is known when a plan is made, and none is set.
[[nodiscard]] Load most_that_can_go(const Context& context, const Request& plan);

/// What a request still asks for: what is left of its plan, as far as it could go.
[[nodiscard]] Load asked_by(const Context& context, const Request& plan);

}  // namespace aidway
