// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "scenario/scenario_record.hpp"

namespace aidway {

inline constexpr std::uint16_t no_group = 0xffff;

/// Group of each community that `permission/linked` ties to others; `no_group` where it is tied to none. Groups that
/// share a place are one; they are numbered in the order of their first community.
[[nodiscard]] std::vector<std::uint16_t> linked_groups(const ScenarioRecord& record);

}  // namespace aidway
