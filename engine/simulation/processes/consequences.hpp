// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// What follows from the ledgers (model, section 4): a consequence is triggered against a party once a ledger that it
/// counts has enough reports of its window that blame the party, and enough of all that blame anybody. Then it waits a
/// window before it can be triggered against the same party again, by any ledger, applied or not; so no report serves
/// twice. It is applied by a draw of the day, after its lag, and ends after its time.
struct Consequences {
    static constexpr StreamId stream{25};
    static void agree(Context& context);
    static void on(const Due& due, Context& context);
    static void finish(Context&) {}
};

/// Lets all consequences see the line that a monitor has just written.
void count_report(Context& context, std::uint16_t monitor, std::uint16_t blamed);

}  // namespace aidway
