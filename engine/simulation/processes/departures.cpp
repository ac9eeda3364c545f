// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/departures.hpp"

#include <algorithm>
#include <cmath>

#include "core/samplers.hpp"
#include "simulation/processes/people.hpp"
#include "simulation/reach.hpp"

namespace aidway {
namespace {

enum What : std::uint8_t { count, day };

/// How many of those who are willing leave today, by one draw.
std::int64_t leaving_of(Context& context, std::uint16_t community) {
    const auto& p = context.parameters;
    const auto day = static_cast<std::uint32_t>(context.day());
    const double u = context.draw(Leaving::stream, p.communities[community].key, day).uniform(0);
    const std::int64_t willing = context.world.willing[community];
    auto& known = context.world.known_leaving[day * p.communities.size() + community];
    if (known.willing != willing || known.chance != p.leaving_daily || known.u != u) {
        known = {willing, p.leaving_daily, u, binomial(willing, p.leaving_daily, u)};
    }
    return known.leave;
}

void leave_on(Context& context, std::uint16_t community) {
    std::int64_t& willing = context.world.willing[community];
    if (willing == 0) return;
    const std::int64_t leave = std::min(leaving_of(context, community), context.world.people[community]);
    if (leave == 0) return;
    willing -= leave;
    change_people(context, community, context.world.people[community] - leave);
    context.emit({.count = leave, .kind = EventKind::departed, .community = community});
    const auto to = context.parameters.enclaves[context.world.enclave_of[community]].leave_to;
    if (to != nowhere) settle_people(context, to, leave, false);
}

void count_residents(Context& context) {
    for (const auto community : context.parameters.community_order) {
        context.emit({.count = context.world.people[community], .kind = EventKind::residents, .community = community});
    }
}

}  // namespace

void Leaving::start(Context& context) {
    const auto& p = context.parameters;
    // Those who are entitled are counted at the agreement's date, before anything else of that moment.
    const std::int64_t first_s = std::max<std::int64_t>(context.effective_s, 0);
    context.schedule({first_s, Phase::control, stream, count, {}, 0, 0, 0});
    for (const auto& enclave : p.enclaves) {
        for (const auto member : enclave.members) {
            context.world.willing[member] =
                std::llround(static_cast<double>(p.communities[member].population) * enclave.willing);
        }
    }
    if (p.leaving_daily > 0) context.schedule({0, Phase::departures, stream, day, {}, 0, 0, 0});
}

void Leaving::on(const Due& due, Context& context) {
    if (due.what == count) return count_residents(context);
    look_at_gates(context, Traffic::civilians);
    const auto enclaves = static_cast<std::uint16_t>(context.parameters.enclaves.size());
    for (std::uint16_t e = 0; e < enclaves; ++e) {
        const auto& enclave = context.parameters.enclaves[e];
        if (!enclave.has_outside || !reach_of(context, e, Traffic::civilians).passes) continue;
        for (const auto member : context.world.members[e]) leave_on(context, member);
    }
    context.schedule({context.now_s + 86'400, Phase::departures, stream, day, {}, 0, 0, 0});
}

}  // namespace aidway
