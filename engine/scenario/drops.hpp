// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/air.hpp"

namespace aidway {

/// Whether something can be dropped at a place, from low altitude or from high.
[[nodiscard]] constexpr bool takes_drops(DropZone zone, bool from_low) {
    return zone == DropZone::high || (zone == DropZone::low && from_low);
}

}  // namespace aidway
