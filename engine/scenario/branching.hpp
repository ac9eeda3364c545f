// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "core/fields/reading.hpp"
#include "scenario/scenario_record.hpp"

namespace aidway {

/// How many incidents of each party one incident of each party brings: the most that laws allow.
struct Branching {
    std::size_t parties = 0;
    std::vector<double> brings;  ///< [who answers * parties + whom]
    [[nodiscard]] double& at(std::size_t who, std::size_t whom) { return brings[who * parties + whom]; }
    [[nodiscard]] double at(std::size_t who, std::size_t whom) const { return brings[who * parties + whom]; }
};

/// From the table `violence/answers/by`, which must be there; entries of unknown parties are passed over. An entry that
/// is a law counts with the upper end of what it can be, which may be infinite.
[[nodiscard]] Branching branching_of(const ScenarioRecord& record, std::span<const Uncertain> uncertain);

/// Whether each incident brings, with all that answers it, no more than a bounded number of incidents: the spectral
/// radius is below 1.
[[nodiscard]] bool dies_out(const Branching& branching);

/// The spectral radius; infinite where an entry is.
[[nodiscard]] double spectral_radius(const Branching& branching);

/// Incidents a day of each party in the long run, where `unprovoked` would happen by themselves; it must die out.
[[nodiscard]] std::vector<double> long_run(const Branching& branching, std::vector<double> unprovoked);

}  // namespace aidway
