// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/access_fields.hpp"
#include "agreement/term_scope.hpp"
#include "core/fields/describe.hpp"

namespace aidway {

/// Goods that may not be taken off a convoy at these gates, while the term is kept.
struct ProtectCargo {
    static constexpr std::string_view kind = "protect_cargo";
    std::vector<Name> goods;
    std::vector<Name> gates;  ///< empty: every gate
    bool operator==(const ProtectCargo&) const = default;
};
const Type& describe(Tag<ProtectCargo>);

[[nodiscard]] std::string object_of(const ProtectCargo& term);
void resolve(const ProtectCargo& term, Resolver& resolver);
/// Everybody who holds one of the gates at some time of the period.
[[nodiscard]] std::vector<PartyId> obliged_by_default(const ProtectCargo& term, const Scenario& scenario);
void apply(const ProtectCargo& term, const TermScope& scope, Rules& rules);
[[nodiscard]] std::string sentence(const ProtectCargo& term, const Scenario& scenario);
[[nodiscard]] std::string breach(const ProtectCargo& term, const Scenario& scenario);

}  // namespace aidway
