// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "simulation/model.hpp"
#include "simulation/runner.hpp"
#include "support/small_scenario.hpp"

namespace aidway::test {

using Log = std::vector<Event>;

[[nodiscard]] Model model_of(const SmallScenario& scenario, const std::vector<DatedAgreement>& agreements,
                             ModelOptions options = {});
/// Under an agreement without terms from the first day.
[[nodiscard]] Log run_alone(const SmallScenario& scenario, ReplicateKey key = {2016, 0});
/// Under one agreement.
[[nodiscard]] Log run_under(const SmallScenario& scenario, const DatedAgreement& agreement, Arm arm,
                            ReplicateKey key = {2016, 0});
/// One replicate by a runner of its own.
[[nodiscard]] Log log_of(const Model& model, ReplicateKey key, std::size_t variant, Arm arm);

[[nodiscard]] Log where(std::span<const Event> log, const std::function<bool(const Event&)>& wanted);
[[nodiscard]] Log of_kind(std::span<const Event> log, EventKind kind);
[[nodiscard]] Mass mass_of(std::span<const Event> log, EventKind kind, Reason reason);
[[nodiscard]] Mass mass_of(std::span<const Event> log, EventKind kind);

}  // namespace aidway::test
