// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/draw.hpp"
#include "core/law.hpp"
#include "scenario/scenario_record.hpp"

namespace aidway {

/// Incidents of one kind by one party.
struct IncidentSourceParameters {
    EntityKey key;  ///< of its name
    std::uint32_t party = 0;
    std::uint32_t kind = 0;  ///< bit of ViolenceKind
    double rate = 0;         ///< a day
    double severe = 0;
    double while_kept = 1.0;
};

struct ViolenceParameters {
    std::vector<IncidentSourceParameters> sources;
    std::vector<std::uint16_t> place_order;  ///< places, ascending by key
    std::vector<double> weights_to;          ///< in that order: weights so far, this one included
    double near_m = 0;
    double on_route_m = 0;
    std::int64_t remembered_s = 0;
    double shuts_gate = 0;
    Law shut_for;
};

[[nodiscard]] ViolenceParameters violence_parameters(const ScenarioRecord& record, const ViolenceRecord& violence);

}  // namespace aidway
