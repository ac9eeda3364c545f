// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// Food stocks of the enclaves: stores hand out, homes eat, less and less as stocks run down (model, section 5).
/// Rates are constant between events; stocks are whole ticks, so nothing is ever lost to rounding.
struct Food {
    static constexpr StreamId stream{4};
    static void start(Context& context);
    static void on(const Due& due, Context& context);
    static void finish(Context& context);
};

/// A delivery reaches the store of the community's enclave.
void receive_food(Context& context, std::uint16_t community, Mass mass);

/// Brings a stock up to now at the rates that held, and logs what flowed: before anything that sets its rates changes.
void settle_food(Context& context, std::uint16_t enclave);

/// Logs whether a community's enclave has anything in stores and homes.
void say_whether_empty(Context& context, std::uint16_t community);

/// Sets the rates that hold from now on; the stock must be settled.
void renew_food(Context& context, std::uint16_t enclave);

}  // namespace aidway
