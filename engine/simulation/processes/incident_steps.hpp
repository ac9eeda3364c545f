// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/processes/incidents.hpp"

namespace aidway {

/// What may fall due of incidents; `Due::a` is the candidate's position among those foreseen or those opened, or that
/// of an act in a course that is known.
enum class IncidentStep : std::uint8_t { candidate, day, opened, known };

[[nodiscard]] inline Due incident_due(std::int64_t at_s, IncidentStep step, EntityKey key, std::uint32_t index) {
    return {at_s, Phase::incidents, Incidents::stream, static_cast<std::uint8_t>(step), key, index, 0, 0};
}

}  // namespace aidway
