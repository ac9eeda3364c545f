// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// One of the sorties of a day.
struct Sortie {
    const AirDelivery& delivery;
    std::int64_t number = 0;  ///< of the day, from 0
    std::int64_t of = 1;      ///< so many are to fly that day
};

/// Why a sortie stays on the ground, wherever it was to go; `none` when it flies: what the obliged do not let fly, what
/// is denied, what there are no aircraft for, what the weather forbids.
[[nodiscard]] Reason grounding_cause(const Context& context, const Sortie& sortie);

/// As much of what is there as one sortie of the operation carries, cut in proportion.
[[nodiscard]] Load sortie_load(const Context& context, std::size_t operation, const Load& there);

/// Drops at the community that is due, or notes why it does not.
void fly_drop(Context& context, const Sortie& sortie);

/// Lands at the depot of the bridge, or says why it does not.
void fly_bridge(Context& context, const Sortie& sortie);

/// What becomes of pallets dropped together.
struct Pallets {
    std::int64_t usable = 0, damaged = 0, out_of_zone = 0, never_found = 0;
};

/// They share one chance, drawn once; each pallet then falls by itself. The rest is shared out over what can go wrong.
[[nodiscard]] Pallets draw_pallets(const AirOperationParameters& operation, std::int64_t pallets, const Draw& draw);

}  // namespace aidway
