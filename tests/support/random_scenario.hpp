// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <random>

#include "support/small_scenario.hpp"

namespace aidway::test {

/// Numbers by chance for making scenarios: the same on every machine.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : bits_(seed) {}
    [[nodiscard]] double between(double low, double high) {
        return low + (high - low) * static_cast<double>(bits_() >> 11U) * 0x1p-53;
    }
    [[nodiscard]] std::int64_t whole(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(bits_() % static_cast<std::uint64_t>(high - low + 1));
    }
    [[nodiscard]] bool heads() { return (bits_() & 1U) != 0; }

private:
    std::mt19937_64 bits_;
};

/// The small scenario with numbers by chance: people, stocks, inflow, answers, fleets, gates, rules of allocation; one
/// community or two, one fleet or two. No violence, trade, departures or diverted food.
[[nodiscard]] SmallScenario random_scenario(Dice& dice, bool two_communities);

/// An agreement within its first month that opens one road or both, or asks for notification only, by chance.
[[nodiscard]] DatedAgreement random_agreement(Dice& dice);

}  // namespace aidway::test
