// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "simulation/event.hpp"
#include "simulation/outcome.hpp"

namespace aidway {

/// Base of outcomes that add up one whole number per party: acts, reports, or seconds.
class PartySums {
public:
    void begin(const OutcomeScope& scope);
    /// The sums as they are. An outcome in another unit has a `finish` of its own.
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

protected:
    void add(std::size_t party, std::int64_t amount) { sums_[party] += amount; }
    [[nodiscard]] std::int64_t sum(std::size_t party) const { return sums_[party]; }

private:
    std::vector<std::int64_t> sums_;
};

}  // namespace aidway
