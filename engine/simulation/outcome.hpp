// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/quantity.hpp"

namespace aidway {

/// What an outcome has one value for, beside replicate, agreement and arm.
enum class OutcomeShape : std::uint8_t { community, community_week, community_reason };
[[nodiscard]] std::string_view name_of(OutcomeShape shape);

/// Which direction is better for the people concerned.
enum class Better : std::uint8_t { higher, lower, none };
[[nodiscard]] std::string_view name_of(Better better);

/// An outcome as tables, files and the reference page name it.
struct OutcomeInfo {
    std::string_view name;
    std::string_view label;
    std::string_view unit;
    std::string_view doc;
    OutcomeShape shape = OutcomeShape::community;
    Better better = Better::none;
    std::string_view safe;  ///< when two agreements may be compared by it alone
    double low = 0;         ///< range of the histogram, for community_week
    double high = 1;
};

/// What an outcome must know of the replicate beside its events.
struct OutcomeScope {
    std::int64_t from_s = 0;   ///< the agreement's date, or the start of the period if that is later
    std::int64_t until_s = 0;  ///< end of the period
    MassRate need_per_person;
    std::uint16_t food = 0;
    std::vector<std::int64_t> population;  ///< per community

    [[nodiscard]] std::size_t communities() const { return population.size(); }
    [[nodiscard]] std::int64_t weeks() const { return (until_s - from_s + week_s - 1) / week_s; }
    [[nodiscard]] MassRate need(std::size_t community) const { return need_per_person * population[community]; }
    static constexpr std::int64_t week_s = std::int64_t{7} * 86'400;
};

}  // namespace aidway
