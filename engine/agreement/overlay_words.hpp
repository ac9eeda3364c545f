// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "scenario/scenario_record.hpp"

namespace aidway {

/// What an overlay does, in a sentence: "Pontoon bridge: nobody passes the road 'm5'."
[[nodiscard]] std::string overlay_sentence(const ScenarioRecord& record, const OverlayRecord& overlay);

}  // namespace aidway
