// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// Bakeries of the enclaves that state any (model, section 5): of what stores hand out, a share is bread, and bread is
/// the least of flour, which is the food in the store, of what the bakeries bake, and of diesel. Food does the rest;
/// this is how bakeries change by date, and where diesel comes from. Draws nothing.
struct Bakeries {
    static constexpr StreamId stream{34};
    static void start(Context& context);
    static void on(const Due& due, Context& context);
    static void finish(Context& context);
};

/// Bakeries and diesel when the period begins; before the first rates are set.
void open_bakeries(Context& context, std::uint16_t enclave);

/// Diesel burnt during so many seconds, at the rate that held.
void burn_diesel(Context& context, std::uint16_t enclave, std::int64_t seconds);

/// A delivery of any goods: diesel reaches the bakeries of the community's enclave, if it states any.
void receive_diesel(Context& context, std::uint16_t community, std::size_t goods, Mass mass);

}  // namespace aidway
