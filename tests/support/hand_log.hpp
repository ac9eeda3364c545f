// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

#include "simulation/event.hpp"
#include "simulation/outcome.hpp"
#include "simulation/runner.hpp"

// Logs written by hand: two communities of 1,000 and 500 people who need 500 g a day; outcomes count from day 10 until
// day 26, two weeks and two days.
namespace aidway::test {

inline constexpr std::int64_t day = 86'400;
inline constexpr std::uint16_t food = 0, medicine = 1;

[[nodiscard]] OutcomeScope hand_scope();
[[nodiscard]] Event at(std::int64_t at_s, EventKind kind, std::uint16_t community, Mass mass = {},
                       std::uint16_t goods = food);
[[nodiscard]] Event people(std::int64_t at_s, EventKind kind, std::uint16_t community, std::int64_t count);
/// What flowed evenly, `grams_a_day`, in the `seconds` before `until_s`.
[[nodiscard]] Event flow(EventKind kind, std::int64_t until_s, std::int64_t seconds, std::uint16_t community,
                         std::int64_t grams_a_day);
[[nodiscard]] Event ate(std::int64_t until_s, std::int64_t seconds, std::uint16_t community, std::int64_t grams_a_day);
[[nodiscard]] Event with(Event event, Reason reason);

/// What an outcome says of a log, evaluated twice by one object: the second round must not remember the first. The
/// first shows it every event, the second those alone that it says it sees, as readers of logs do.
template <class O>
std::vector<double> values(const std::vector<Event>& log, std::size_t cells = 2,
                           const OutcomeScope& scope = hand_scope()) {
    O outcome;
    std::vector<double> result(cells);
    for (const bool all : {true, false}) {
        const auto before = result;
        outcome.begin(scope);
        for (const auto& event : log) {
            if (counts(event, scope.from_s) && (all || contains(O::sees, event.kind))) outcome.see(event, scope);
        }
        if constexpr (requires { outcome.end(scope); }) outcome.end(scope);
        outcome.finish(scope, result);
        if (!all) {
            EXPECT_EQ(result, before) << O::info.name;
        }
    }
    return result;
}

using Values = std::vector<double>;

}  // namespace aidway::test
