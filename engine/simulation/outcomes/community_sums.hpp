// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "simulation/event.hpp"
#include "simulation/outcome.hpp"

namespace aidway {

/// Base of outcomes that add up one whole number per community: convoys, people, or mass in ticks.
class CommunitySums {
public:
    void begin(const OutcomeScope& scope);
    /// The sums as they are. An outcome in another unit has a `finish` of its own.
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

protected:
    void add(const Event& event, std::int64_t amount) { sums_[event.community] += amount; }
    [[nodiscard]] std::int64_t sum(std::size_t community) const { return sums_[community]; }
    [[nodiscard]] Mass mass(std::size_t community) const { return Mass::ticks(sums_[community]); }

private:
    std::vector<std::int64_t> sums_;
};

}  // namespace aidway
