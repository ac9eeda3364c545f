// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/draw.hpp"
#include "scenario/scenario_record.hpp"

namespace aidway {

/// Ordered, the worst first.
enum class ClimateState : std::uint8_t { closed, restricted, open };
inline constexpr std::size_t climate_states = 3;

/// Chances of an answer, by the order full, part, silent; the rest is refused.
struct AnswerChances {
    double full = 0, part = 0, silent = 0;
};

/// What a decider does in one state.
struct ClimateStateParameters {
    AnswerChances answers;
    double letter_daily = 0;
    double security_withheld = 0;
    double violence = 1.0;  ///< factor on the rates of incidents
};

/// Chances of the moves of one day; what is left is the chance to stay.
struct DailyMoves {
    double closed_to_restricted = 0;
    double restricted_to_closed = 0, restricted_to_open = 0;
    double open_to_restricted = 0;
};

/// The chances of a day from hazards a day that hold throughout it, those upward times `lift`. One move a day at most:
/// 1 - exp(-h), and out of the middle state, where two hazards compete, 1 - exp(-(h + k)) in the proportion h to k.
[[nodiscard]] DailyMoves daily_moves(const ClimateRecord& climate, double lift);

/// The state a day after `state`. One u, cut in the order of the states: a greater u never leads to a worse one, and
/// neither does a greater lift.
[[nodiscard]] ClimateState next_state(const DailyMoves& moves, ClimateState state, double u);

/// One chain per party and region: chain party * regions + region.
struct ClimateParameters {
    std::array<ClimateStateParameters, climate_states> states;
    double starts_closed = 0, starts_restricted = 0;
    DailyMoves usual, lifted;  ///< lifted: while some cessation that holds there is kept by all its parties
    std::size_t regions = 0;
    std::vector<std::uint16_t> region_of;  ///< per community
    std::vector<EntityKey> keys;           ///< per chain
    std::vector<std::uint32_t> order;      ///< chains, ascending by key
};

/// Regions of the communities, in ascending order of name.
[[nodiscard]] std::vector<std::string> regions_of(const ScenarioRecord& record);

[[nodiscard]] ClimateParameters climate_parameters(const ScenarioRecord& record, const ClimateRecord& climate);

}  // namespace aidway
