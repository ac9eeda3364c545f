// SPDX-License-Identifier: Apache-2.0
#include "simulation/context.hpp"

#include <algorithm>

namespace aidway {

std::string_view name_of(Arm arm) { return arm == Arm::as_signed ? "as_signed" : "as_kept"; }

GateService Context::service(GateId gate) const {
    const auto& usual = parameters.gates[gate.index()];
    const auto& terms = check(gate);
    const std::int64_t each_s = terms.inspection ? *terms.inspection / Duration{1} : usual.inspection_s;
    const std::int64_t lanes = terms.lanes.value_or(usual.lanes);
    return {each_s, std::clamp(lanes, std::int64_t{1}, static_cast<std::int64_t>(most_lanes))};
}

void close_shut(const Context& context, std::vector<std::uint8_t>& open) {
    const auto& world = context.world;
    if (context.now_s >= world.all_unshut_s) return;
    for (std::size_t g = 0; g < open.size(); ++g) {
        open[g] = context.now_s < world.shut_until_s[g] ? std::uint8_t{0} : open[g];
    }
}

}  // namespace aidway
