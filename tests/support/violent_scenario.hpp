// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <tuple>

#include "support/run_model.hpp"

namespace aidway::test {

/// Incidents of `party` at `rate` a day; one in five is severe, half are left while a cessation is kept.
[[nodiscard]] IncidentSourceRecord incidents_by(const std::string& party, ViolenceKind kind, double rate);

/// A small scenario in which the source "guns", of gov, shells a place far from everything.
[[nodiscard]] SmallScenario shelled(double rate);

/// A mean time to answer of a quarter of a day.
[[nodiscard]] AnsweringRecord& add_answers(SmallScenario& small);

/// Of incidents: when, by which source, where, severe or not.
using Incidents = std::multiset<std::tuple<std::int64_t, int, int, std::int64_t>>;
[[nodiscard]] Incidents incidents_of(std::span<const Event> log);

}  // namespace aidway::test
