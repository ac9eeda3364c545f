// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/processes/permission.hpp"

namespace aidway {

/// What may fall due for the plans of a cycle.
enum class PermissionStep : std::uint8_t {
    submit,
    turn_of_cycle,
    close_books,
    agreement_begins,
    answer,
    deadline,
    letter,
    higher_answer,
    higher_deadline
};

[[nodiscard]] Due permission_due(std::int64_t at_s, Phase phase, PermissionStep step, EntityKey key, std::uint32_t a,
                                 std::uint32_t b, std::uint32_t c);

/// The plan of a community for a cycle; two are alive at a time, told apart by parity. With an attempt by air, what was
/// asked for that air operation.
[[nodiscard]] Request& request_of(Context& context, std::uint16_t community, std::uint32_t cycle,
                                  std::uint32_t attempt = 0);

/// An event about this request.
[[nodiscard]] Event about(EventKind kind, std::uint16_t community, const Request& request);

/// Logs what a request asks for: kilograms and litres of every class of goods.
void say_goods(Context& context, std::uint16_t community, const Request& request);

/// Asks the deciders and whoever holds a gate on the way: draws every answer's time at once; what they say is learnt
/// when they come.
void ask(Context& context, std::uint16_t community, Request& request);

/// Makes and submits the plans of a cycle.
void submit_plans(Context& context, std::uint32_t cycle);

/// Ends the books of the cycle before and opens those of this one.
void begin_cycle(Context& context, std::uint32_t cycle);

/// The books of the time before the agreement are closed a second before it begins, in every agreement alike.
void close_old_books(Context& context);

/// The rest of the cycle is planned anew; where a term bears on aid, it is also asked for anew.
void begin_agreement(Context& context);

/// Everything that has not gone ends with the period.
void close_all_books(Context& context);

}  // namespace aidway
