// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// Medicine of the enclaves, reckoned in treatment-days: what one person needs for a day. It is used at the rate of
/// full need of those there while there is any, and then not at all. Only with a table `medicine`; draws nothing.
struct MedicineUse {
    static constexpr StreamId stream{32};
    static void start(Context& context);
    static void on(const Due& due, Context& context);
    static void finish(Context& context);
};

/// A delivery of any goods: medicine reaches the store of the community's enclave.
void receive_medicine(Context& context, std::uint16_t community, std::size_t goods, Mass mass);

/// Brings the store up to now at the rate that held: before people change.
void settle_medicine(Context& context, std::uint16_t enclave);

/// Sets the need of those now there; the store must be settled.
void renew_medicine(Context& context, std::uint16_t enclave);

}  // namespace aidway
