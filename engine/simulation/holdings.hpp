// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "scenario/scenario.hpp"
#include "simulation/event.hpp"

namespace aidway {

/// Who holds the place of each community, by the areas of control; nobody where no area says, on contested and on
/// unknown ground. Times are those of history, in seconds since the start of the period.
class Holdings {
public:
    static constexpr std::uint16_t nobody = Event::no_index;

    Holdings() = default;
    explicit Holdings(const Scenario& scenario);

    /// The party, or `nobody`; before the first second as then.
    [[nodiscard]] std::uint16_t holder(std::size_t community, std::int64_t history_s) const;
    /// When any of the places changes hands, ascending; after the start of the period.
    [[nodiscard]] const std::vector<std::int64_t>& changes_s() const { return changes_s_; }

private:
    struct Since {
        std::int64_t at_s = 0;
        std::uint16_t holder = nobody;
    };
    std::vector<std::vector<Since>> by_community_;  ///< ascending; none where nothing is known of control
    std::vector<std::int64_t> changes_s_;
};

}  // namespace aidway
