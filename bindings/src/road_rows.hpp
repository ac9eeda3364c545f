// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "network/road_pieces.hpp"
#include "register.hpp"

namespace aidway::python {

/// A dict per label: road, gate, road_class, surface, condition, features, barred, max_weight_t, max_height_m,
/// max_speed_km_h (None where there is no limit), length_is_stated, other_names.
pybind11::list label_rows(const RoadWords& words);

}  // namespace aidway::python
