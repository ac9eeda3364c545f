// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/access_fields.hpp"
#include "agreement/term_scope.hpp"
#include "core/fields/describe.hpp"

namespace aidway {

/// The gates in the siege line round named communities open for everybody at all hours, while the term is kept.
struct LiftSiege {
    static constexpr std::string_view kind = "lift_siege";
    std::vector<Name> communities;
    bool operator==(const LiftSiege&) const = default;
};
const Type& describe(Tag<LiftSiege>);

[[nodiscard]] std::string object_of(const LiftSiege& term);
void resolve(const LiftSiege& term, Resolver& resolver);
/// Everybody who holds one of these gates at some time of the period.
[[nodiscard]] std::vector<PartyId> obliged_by_default(const LiftSiege& term, const Scenario& scenario);
void apply(const LiftSiege& term, const TermScope& scope, Rules& rules);
[[nodiscard]] std::string sentence(const LiftSiege& term, const Scenario& scenario);
[[nodiscard]] std::string breach(const LiftSiege& term, const Scenario& scenario);

}  // namespace aidway
