// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/breaches.hpp"

#include "simulation/processes/obligations.hpp"

namespace aidway {

bool is_breach(const Context& context, std::uint32_t party, std::uint32_t kind) {
    for (const auto& cessation : context.rules.cessations) {
        if ((cessation.kinds & kind) == 0) continue;
        for (std::size_t i = 0; i < cessation.parties.size(); ++i) {
            if (cessation.parties[i].value == party && binds(context, cessation.obligations[i])) return true;
        }
    }
    return false;
}

}  // namespace aidway
