// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/draw.hpp"
#include "core/law.hpp"
#include "scenario/scenario_record.hpp"

namespace aidway {

/// Aircraft that an agreement can send, as plain numbers.
struct AirOperationParameters {
    EntityKey key;             ///< of its name
    EntityKey weather;         ///< of its region
    std::int64_t sorties = 0;  ///< a day, all aircraft together
    Mass load;                 ///< of one sortie
    std::uint32_t goods = 0;   ///< bits of the classes that it carries
    std::int64_t first_s = 0;  ///< of the day, when the first sortie arrives
    std::int64_t span_s = 0;   ///< over which the sorties of a day are spread
    double flyable = 1;
    double denied = 0;
    bool low = false;  ///< drops from low altitude
    std::int64_t pallets = 1;
    Law usable;
    double damaged = 0;      ///< share of what is not usable
    double out_of_zone = 0;  ///< likewise; the rest is never found
};

[[nodiscard]] std::vector<AirOperationParameters> air_parameters(const ScenarioRecord& record);

}  // namespace aidway
