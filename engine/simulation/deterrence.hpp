// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "scenario/monitor_sight.hpp"

namespace aidway {

// The formulas of deterrence (model, section 4), apart from any replicate.

struct DeterrenceParameters {
    double severity = 0;
    double undeterred = 1;
    double response = 0;
    double applied_before = 1;
    double failed_before = 3;
    double failed_before_public = 1;
    double memory_s = 1;
    double backfire = 1;
};

[[nodiscard]] DeterrenceParameters deterrence_parameters(const DeterrenceRecord& record);

/// How far a threat is believed: (a + applied) / (a + b + triggered).
[[nodiscard]] double credibility(double applied_before, double failed_before, std::int64_t applied,
                                 std::int64_t triggered);

/// The chance that a party is blamed for what it did, less the mean chance that it is blamed for what each of the
/// others did; at least 0.
[[nodiscard]] double told_apart(const std::vector<double>& blame, std::size_t parties, std::size_t party);

/// What is left of violence and breaks under one threat: u + (1 - u) exp(-response deterrence). Exactly 1 where either
/// is 0.
[[nodiscard]] double left_by(double undeterred, double response, double deterrence);

/// exp(-time / memory).
[[nodiscard]] double remembered(double time_s, double memory_s);

}  // namespace aidway
