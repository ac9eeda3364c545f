// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "simulation/event.hpp"
#include "simulation/world.hpp"

namespace aidway {

/// Trucks that arrive one after another, evenly spread from the first to the last.
struct ArrivingTrucks {
    std::int64_t first_s = 0;
    std::int64_t spread_s = 0;
    std::int64_t trucks = 0;
};

/// What a station takes and until when.
struct Service {
    std::int64_t lanes = 1;   ///< served at a time; at most the lanes of a Station
    std::int64_t each_s = 0;  ///< per truck
    std::int64_t opens_s = 0;
    std::int64_t latest_end_s = 0;  ///< a truck whose service would end later is not served
    std::int64_t wait_limit_s = 0;  ///< a truck that would wait longer, from its arrival, is not served
};

/// The trucks that were served: always the first ones, as all wait in one line.
struct Served {
    std::int64_t trucks = 0;
    std::int64_t first_done_s = 0;
    std::int64_t last_done_s = 0;
    Reason why_not_all = Reason::none;  ///< waited_too_long or no_time, when some were not
};

/// First in, first out over the station's lanes. A convoy keeps together: whoever arrives while it is being served
/// queues behind it.
[[nodiscard]] Served serve(const ArrivingTrucks& arrivals, const Service& service, Station& station);

}  // namespace aidway
