// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "support/run_model.hpp"

namespace aidway::test {

/// The small scenario with its roads shut to aid, room at every place for drops from any height, and two operations.
///
/// `drops`: two sorties a day, at 8:00 and 12:00, of 10 t on 20 pallets, all of which can be used; nothing keeps them
/// on the ground. `lift`: one a day at 10:00, of 10 t of food. A test changes what it is about.
[[nodiscard]] SmallScenario airy();

[[nodiscard]] AirOperationRecord& operation(SmallScenario& small, const std::string& name);

/// Drops at these places; obliges nobody unless they are asked for.
[[nodiscard]] Term air_drop(const std::vector<std::string>& to, AirConsent consent = AirConsent::none);
/// The operation `lift` fills this depot.
[[nodiscard]] Term air_bridge(const std::string& depot);

/// Food of this kind of event that went by air, or else by road.
[[nodiscard]] Mass food_by_air(const Log& log, EventKind kind);
[[nodiscard]] Mass food_by_road(const Log& log, EventKind kind);
/// Food that ended for a reason.
[[nodiscard]] Mass food_ended(const Log& log, Reason reason);

}  // namespace aidway::test
