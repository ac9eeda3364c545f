// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "core/instant.hpp"

namespace aidway {

/// The simulated time in UTC. Days are 86,400 s from the first local midnight; the end is exclusive. Local hours are
/// hours of the model's day: a change of clocks within the period moves no gate.
struct Calendar {
    Instant from;
    Instant until;
    std::string timezone;
    [[nodiscard]] std::int64_t days() const { return (until - from) / one_day; }
    [[nodiscard]] std::int32_t second_of_day(Instant at) const {
        return static_cast<std::int32_t>((at - from) % one_day / Duration{1});
    }
    bool operator==(const Calendar&) const = default;
};

}  // namespace aidway
