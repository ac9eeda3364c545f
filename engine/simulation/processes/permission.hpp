// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// Plans, answers and letters, with the `independent` answer model: every decider answers each request by a draw of
/// its own (model, section 3). Opens and closes the books of each cycle, so that every planned kilogram ends with a
/// reason.
struct Permission {
    static constexpr StreamId stream{1};
    static void start(Context& context);
    static void on(const Due& due, Context& context);
    static void finish(Context& context);
};

/// Whether convoys of this request may use gates that pass by clearance, now.
[[nodiscard]] bool has_clearance(const Request& request, const Context& context);

/// Why a request without clearance waits: refused, silent, or answered but without its letter.
[[nodiscard]] Reason waiting_reason(const Request& request);

/// Ends `mass` of one class of goods of a request, for a reason; nothing for no mass.
void end_mass(Context& context, std::uint16_t community, const Request& request, std::size_t goods, Mass mass,
              Reason reason);

}  // namespace aidway
