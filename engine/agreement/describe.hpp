// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "agreement/agreement.hpp"

namespace aidway {

/// The scenario in plain language, a few lines: place, time, people, depots, who decides, roads.
[[nodiscard]] std::string describe_scenario(const Scenario& scenario);

/// The agreement in plain language: its date, then each term with whom it obliges, what breaks it and where it is taken
/// from; and what no term covers.
[[nodiscard]] std::string describe_agreement(const Scenario& scenario, const DatedAgreement& dated);

}  // namespace aidway
