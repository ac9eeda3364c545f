// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

// What is asked for by air goes through the same permission as what goes by road, apart from it: requests of their own,
// told by their attempt, with draws of their own.

/// Whether an attempt is one by air.
[[nodiscard]] constexpr bool is_air_attempt(std::uint32_t attempt) { return (attempt & air_attempt) != 0; }

/// The first attempt of an air operation.
[[nodiscard]] std::uint16_t attempt_by_air(std::size_t operation);

/// The air operation of an attempt.
[[nodiscard]] std::size_t operation_of(std::uint32_t attempt);

/// Where the world keeps what an operation asked for a community.
[[nodiscard]] std::size_t flight_index(const Context& context, std::uint16_t community, std::uint32_t attempt);

/// The entity of the draws of what is asked for: the community, by air with the operation's name.
[[nodiscard]] EntityKey asked_for(const Context& context, std::uint16_t community, std::uint32_t attempt);

/// The attempt as draws know it: without the position of the operation, which is no name.
[[nodiscard]] std::uint32_t drawn_attempt(std::uint32_t attempt);

/// A plan begins: nothing of it was missed by air yet, and what is to be flown now is asked for.
void begin_flights(Context& context, std::uint16_t community, const Request& plan);

/// Asks for the flights of one delivery to all its places, for every plan that is alive, unless that was done before.
void ask_for_flights(Context& context, const AirDelivery& delivery);

/// Notes that air was to bring so much of the plan and did not.
void miss_flight(Context& context, std::uint16_t community, const Request& plan, Reason cause, const Load& load);

/// Ends what air was to bring of this class of goods and did not, at most `over`, each part by its cause; returns how
/// much that was.
Mass end_missed(Context& context, std::uint16_t community, const Request& plan, std::size_t goods, Mass over);

}  // namespace aidway
