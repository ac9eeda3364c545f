// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/shared_flow.hpp"

namespace aidway {

void emit_shared(Context& context, std::uint16_t enclave, const Event& like) {
    const auto& members = context.world.members[enclave];
    std::int64_t all = 0;
    for (const auto member : members) all += context.world.people[member];
    Mass left = like.mass;
    for (const auto member : members) {
        const std::int64_t people = context.world.people[member];
        Event event = like;
        event.community = member;
        event.mass = people == all || all <= 0
                         ? left
                         : Mass::ticks(left.ticks() / all * people + left.ticks() % all * people / all);
        left -= event.mass;
        all -= people;
        context.emit(event);
    }
}

}  // namespace aidway
