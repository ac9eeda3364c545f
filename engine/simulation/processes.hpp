// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <tuple>

#include "simulation/parameter_points.hpp"
#include "simulation/processes/air.hpp"
#include "simulation/processes/bread.hpp"
#include "simulation/processes/climate.hpp"
#include "simulation/processes/compliance.hpp"
#include "simulation/processes/consequences.hpp"
#include "simulation/processes/convoy_attacks.hpp"
#include "simulation/processes/convoys.hpp"
#include "simulation/processes/departures.hpp"
#include "simulation/processes/evacuations.hpp"
#include "simulation/processes/food.hpp"
#include "simulation/processes/incidents.hpp"
#include "simulation/processes/market.hpp"
#include "simulation/processes/medicine.hpp"
#include "simulation/processes/monitors.hpp"
#include "simulation/processes/permission.hpp"
#include "simulation/processes/renewals.hpp"
#include "simulation/processes/takeovers.hpp"

namespace aidway {

/// All processes. What happens anyhow begins with `start`, at the first midnight; what an agreement adds begins with
/// `agree`, at the midnight of its day, and falls due from then on. Each process has one of them at least. A new one is
/// one file pair under processes/, a test, and one line here. Their streams are unique and never reused, so adding a
/// process moves no other draw. ConvoyAttacks and ParameterPoints (255) are none, but draw.
using Processes = std::tuple<Permission, Convoys, Compliance, Food, MarketTrade, Leaving, Climate, Incidents, Renewals,
                             Air, MedicineUse, Evacuations, Bakeries, Monitors, Consequences, Takeovers>;

template <class... P>
consteval bool streams_differ(std::tuple<P...>*) {
    const std::array values{P::stream.value..., ConvoyAttacks::stream.value, ParameterPoints::stream.value};
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (std::size_t j = i + 1; j < values.size(); ++j) {
            if (values[i] == values[j]) return false;
        }
    }
    return true;
}
static_assert(streams_differ(static_cast<Processes*>(nullptr)));

}  // namespace aidway
