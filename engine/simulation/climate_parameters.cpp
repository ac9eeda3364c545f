// SPDX-License-Identifier: Apache-2.0
#include "simulation/climate_parameters.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "core/real_math.hpp"

namespace aidway {
namespace {

double chance_of(double hazard) { return 1.0 - real_exp(-hazard); }

ClimateStateParameters state_of(const ClimateStateRecord& state) {
    return {{state.answers.full.value(), state.answers.part.value(), state.answers.silent.value()},
            state.letter_daily_chance.value(),
            state.security_withheld.value(),
            state.violence};
}

}  // namespace

DailyMoves daily_moves(const ClimateRecord& climate, double lift) {
    const double down = climate.restricted_to_closed.per_day();
    const double up = climate.restricted_to_open.per_day() * lift;
    const double leaves = chance_of(down + up);
    DailyMoves moves;
    moves.closed_to_restricted = chance_of(climate.closed_to_restricted.per_day() * lift);
    if (down > 0) moves.restricted_to_closed = leaves * down / (down + up);
    if (up > 0) moves.restricted_to_open = leaves * up / (down + up);
    moves.open_to_restricted = chance_of(climate.open_to_restricted.per_day());
    return moves;
}

ClimateState next_state(const DailyMoves& moves, ClimateState state, double u) {
    switch (state) {
        case ClimateState::closed:
            return u < 1.0 - moves.closed_to_restricted ? ClimateState::closed : ClimateState::restricted;
        case ClimateState::restricted:
            if (u < moves.restricted_to_closed) return ClimateState::closed;
            return u < 1.0 - moves.restricted_to_open ? ClimateState::restricted : ClimateState::open;
        case ClimateState::open: break;
    }
    return u < moves.open_to_restricted ? ClimateState::restricted : ClimateState::open;
}

std::vector<std::string> regions_of(const ScenarioRecord& record) {
    std::set<std::string> regions;
    for (const auto& [name, community] : record.communities) regions.insert(community.region);
    return {regions.begin(), regions.end()};
}

ClimateParameters climate_parameters(const ScenarioRecord& record, const ClimateRecord& climate) {
    ClimateParameters p;
    p.states = {state_of(climate.closed), state_of(climate.restricted), state_of(climate.open)};
    p.starts_closed = climate.starts_closed.value();
    p.starts_restricted = climate.starts_restricted.value();
    p.usual = daily_moves(climate, 1.0);
    p.lifted = daily_moves(climate, climate.cessation_lifts);
    const auto regions = regions_of(record);
    p.regions = regions.size();
    for (const auto& [name, community] : record.communities) {
        const auto found = std::lower_bound(regions.begin(), regions.end(), community.region);
        p.region_of.push_back(static_cast<std::uint16_t>(found - regions.begin()));
    }
    for (const auto& [name, party] : record.parties) {
        for (const auto& region : regions) p.keys.push_back(entity_key({"climate", name.text, region}));
    }
    p.order.resize(p.keys.size());
    std::iota(p.order.begin(), p.order.end(), std::uint32_t{0});
    std::sort(p.order.begin(), p.order.end(), [&](auto a, auto b) { return p.keys[a] < p.keys[b]; });
    return p;
}

}  // namespace aidway
